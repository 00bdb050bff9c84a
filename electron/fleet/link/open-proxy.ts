import { AppError } from '../../../shared/errors.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import type { LinkParts, OpenedClient } from './parts.ts';

/**
 * Connects to a proxy and logs in, with the saved password, once there is room at its door: for SSH that of the server that relays, since
 * behind it all proxies may be on loopback. Throws `no-password`, and what the gate and `open` throw.
 */
export async function openProxy(
  { gate, passwordOf, open }: Pick<LinkParts, 'gate' | 'passwordOf' | 'open'>,
  profile: Profile,
  options: Parameters<LinkParts['open']>[2],
): Promise<OpenedClient> {
  const { transport, host, sshDestination } = profile;
  const leave = await gate.enter(transport === 'ssh' ? sshDestination : host, options.signal);
  try {
    const password = await passwordOf(profile);
    if (password === null) {
      throw new AppError(
        'no-password',
        `No password is known for ${profile.name}. Enter it in the profile.`,
      );
    }
    return await open(profile, password, options);
  } finally {
    leave();
  }
}
