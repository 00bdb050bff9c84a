import { AppError } from '../../../shared/errors.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import type { LinkParts, OpenedClient } from './parts.ts';

/** One attempt to connect and to log in. */
export interface Attempt {
  /** Settles when nothing of it is left but what it opened. Never rejects. */
  readonly over: Promise<void>;
  /** Ends what it began. Nothing is told of it any more. */
  cancel(): void;
}

export interface AttemptListeners {
  readonly onAuthenticating: () => void;
  readonly onOpened: (opened: OpenedClient) => void;
  readonly onFailed: (error: unknown) => void;
}

/** Begins once `before`, the end of the last association, is there. The profile is asked for then: it may have been edited meanwhile. */
export function beginAttempt(
  parts: Pick<LinkParts, 'gate' | 'passwordOf' | 'open'> & { readonly together: () => boolean },
  profileOf: () => Profile,
  before: Promise<unknown>,
  { onAuthenticating, onOpened, onFailed }: AttemptListeners,
): Attempt {
  const controller = new AbortController();
  const { signal } = controller;
  const connect = async (): Promise<void> => {
    try {
      await before;
      const opened = await openProxy(parts, profileOf(), {
        signal,
        together: parts.together(),
        onAuthenticating: () => {
          if (!signal.aborted) onAuthenticating();
        },
      });
      if (signal.aborted) await opened.client.quit();
      else onOpened(opened);
    } catch (error) {
      if (!signal.aborted) onFailed(error);
    }
  };
  return {
    over: connect(),
    cancel: () =>
      controller.abort(new AppError('cancelled', { case: 'connection', where: profileOf().name })),
  };
}

/**
 * Connects to a proxy and logs in, with the saved password, once there is room at its door: for SSH that of the server that relays, since
 * behind it all proxies may be on loopback. Throws `no-password`, and what the gate and `open` throw.
 */
async function openProxy(
  { gate, passwordOf, open }: Pick<LinkParts, 'gate' | 'passwordOf' | 'open'>,
  profile: Profile,
  options: Parameters<LinkParts['open']>[2],
): Promise<OpenedClient> {
  const { transport, host, sshDestination } = profile;
  // Before the door: a vault may take its time, and who has no password takes up no room there.
  const password = await passwordOf(profile);
  if (password === null) throw new AppError('no-password', { case: 'profile', name: profile.name });
  const leave = await gate.enter(transport === 'ssh' ? sshDestination : host, options.signal);
  try {
    return await open(profile, password, options);
  } finally {
    leave();
  }
}
