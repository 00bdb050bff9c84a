import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../../../shared/errors.ts';
import { within } from '../../base/within.ts';
import type { Transport } from '../transport.ts';
import { type RelayTarget, readyLine, sshArguments, unknownOption } from './arguments.ts';
import { relayCancelled, relayFailure, relayTimeout, relayTooMuch } from './failure.ts';
import { afterLine, maxGreeting } from './greeting.ts';
import { type SshProcess, startSsh } from './process.ts';
import { SshTransport } from './ssh-transport.ts';

export interface SshRelayOptions {
  readonly signal?: AbortSignal | undefined;
  /** For the login, and again for the relay to join, milliseconds. */
  readonly connectTimeoutMs: number;
}

/** A shell on the far side, whose relay is about to join. */
export interface RelayLogin {
  /** Whether the relay tells when it has joined. Of one that does not, only the first answer shows that there is an association. */
  readonly tells: boolean;
  /** The association. Throws `relay-missing`, `no-sctp-there`, `refused`, `unreachable`, `host-not-found`, `relay-failed`, `association-lost`, `connect-timeout`, `cancelled`. */
  join(): Promise<Transport>;
}

/** A relay that tells when it has joined: socat with these options. */
const announces = / -d -d( |$)/;
/** What it says then, on standard error. */
const joined = /starting data transfer loop/;
/** Another relay counts as joined when it has not ended by then, milliseconds. */
const graceMs = 1000;

/** Opens an association through the user's `ssh`. Throws what `loginBySsh` and its `join` throw. */
export async function connectSsh(
  target: RelayTarget,
  options: SshRelayOptions,
): Promise<Transport> {
  const login = await loginBySsh(target, options);
  return login.join();
}

/**
 * Starts `ssh` and waits for the shell on the far side. Where it fails, and where joining fails, `ssh` is over before this rejects. Throws
 * `invalid-input`, `ssh-missing`, `ssh-host-key` (detail.changed), `ssh-login-refused`, `host-not-found`, `unreachable`, `connect-timeout`,
 * `relay-failed`, `cancelled`.
 */
export async function loginBySsh(
  target: RelayTarget,
  options: SshRelayOptions,
): Promise<RelayLogin> {
  try {
    return await loginWith(target, options, false);
  } catch (error) {
    const said = error instanceof AppError && 'said' in error.detail ? error.detail.said : '';
    if (!unknownOption.test(said)) throw error;
    return loginWith(target, options, true);
  }
}

async function loginWith(
  target: RelayTarget,
  options: SshRelayOptions,
  older: boolean,
): Promise<RelayLogin> {
  const args = sshArguments(target, { connectTimeoutMs: options.connectTimeoutMs, older });
  if (options.signal?.aborted) throw relayCancelled(target);
  const ready = Promise.withResolvers<void>();
  const progress = new EventTarget();
  let greeting: Buffer | null = Buffer.alloc(0);
  const ssh = startSsh(args, {
    onOutput(bytes) {
      if (greeting === null) {
        transport.deliver(bytes);
        return;
      }
      greeting = Buffer.concat([greeting, bytes]);
      const rest = afterLine(greeting, readyLine);
      if (rest !== null) {
        greeting = null;
        ready.resolve();
        transport.deliver(rest);
      } else if (greeting.length > maxGreeting) {
        greeting = Buffer.alloc(0);
        ready.reject(relayTooMuch(target));
      }
    },
    onSaid: () => progress.dispatchEvent(new Event('said')),
  });
  const transport = new SshTransport(ssh, target);
  await settled(ssh, transport, () => ready.promise, 'login', target, options);
  const tells = announces.test(target.relayCommand);
  return {
    tells,
    async join() {
      const step = tells
        ? (signal: AbortSignal) => toldThatItJoined(ssh, progress, signal)
        : (signal: AbortSignal) => sleep(graceMs, undefined, { signal });
      await settled(ssh, transport, step, 'relay', target, options);
      return transport;
    },
  };
}

/** Resolves when the relay has told that it has joined. */
function toldThatItJoined(
  ssh: SshProcess,
  progress: EventTarget,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!joined.test(ssh.said)) return;
      progress.removeEventListener('said', look);
      resolve();
    };
    progress.addEventListener('said', look, { signal });
    look();
  });
}

/** Waits for a step; when it fails, or takes too long, or is cancelled, or ssh ends meanwhile, ssh is over before this throws. */
async function settled(
  ssh: SshProcess,
  transport: SshTransport,
  step: (signal: AbortSignal) => Promise<void>,
  phase: 'login' | 'relay',
  target: RelayTarget,
  { signal, connectTimeoutMs }: SshRelayOptions,
): Promise<void> {
  const exited = async (): Promise<never> => {
    const exit = await ssh.exited;
    throw transport.overflow ?? relayFailure(phase, exit, ssh.said, target);
  };
  try {
    await within((stepEnds) => Promise.race([exited(), step(stepEnds)]), {
      ms: connectTimeoutMs,
      onTimeout: () => {
        throw relayTimeout(phase, ssh.said, target);
      },
      signal,
      onAbort: () => relayCancelled(target),
    });
  } catch (error) {
    await ssh.kill();
    throw error;
  }
}
