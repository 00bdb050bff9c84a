import { userInfo } from 'node:os';
import type { Asker } from '../../shared/model/caller.ts';
import { showHidden } from '../../shared/model/hidden.ts';

/** The operating system's user name, or the user's number where it has none, as in some containers. */
export function actorName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? 'unknown'}`;
  }
}

/** So much of what an environment says is kept. */
const longestPart = 100;

/**
 * Who sits elsewhere, as far as this process can tell: the user behind `sudo`, and the address that an SSH login came from, as `ana@192.0.2.7`.
 * Null where neither is known. Both are what the environment says, which its user can change.
 */
export function remoteOf(env: NodeJS.ProcessEnv): string | null {
  const user = showHidden((env.SUDO_USER ?? '').slice(0, longestPart));
  const [address = ''] = (env.SSH_CONNECTION ?? '').slice(0, longestPart).split(' ');
  if (user === '' && address === '') return null;
  return address === '' ? user : `${user}${user === '' ? '' : '@'}${showHidden(address)}`;
}

/** A window of this process, or of a browser's session that it let in: whoever can open one has the data directory, and may do everything. */
export function ownWindow(session: string | null = null): Asker {
  const remote = remoteOf(process.env);
  return { kind: 'window', user: actorName(), remote, role: 'administer', session };
}
