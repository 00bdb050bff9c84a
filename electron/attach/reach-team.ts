import { connect } from 'node:net';
import { contractVersion } from '../../shared/ipc/hello.ts';
import { hasCode } from '../store/files/has-code.ts';
import { type AttachedConsole, attach } from './attached-console.ts';

/**
 * The console that lets users of this machine in on the socket that the file of roles names; null where nobody listens on it. Rejects with
 * `attach-refused`, with what the console refuses with, and with what the file system throws.
 */
export async function reachTeam(path: string, version: string): Promise<AttachedConsole | null> {
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
