import { connect } from 'node:net';
import { contractVersion } from '../../shared/ipc/hello.ts';
import { openRoles } from '../core/roles/roles.ts';
import { hasCode } from '../store/files/has-code.ts';
import { thisSystem } from '../store/managed/locate.ts';
import { type AttachedConsole, attach } from './attached-console.ts';

/**
 * The console that lets users of this machine in where the file of roles says; null where no file names a socket, or nobody listens on it. Rejects
 * with `attach-refused`, with what the console refuses with, and with what the file system throws.
 */
export async function reachTeam(
  directory: string,
  version: string,
): Promise<AttachedConsole | null> {
  const roles = await openRoles(directory, thisSystem);
  const path = roles.socket();
  roles.close();
  if (path === null) return null;
  const socket = connect(path);
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
  } catch (error) {
    socket.destroy();
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ECONNREFUSED')) return null;
    throw error;
  }
  return attach(socket, {
    type: 'hello',
    contract: contractVersion,
    version,
    kind: 'window',
    // The kernel says who is at this end.
    token: null,
  });
}
