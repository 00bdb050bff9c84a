import { contractVersion } from '../../shared/ipc/hello.ts';
import { type AttachedConsole, attach } from './attached-console.ts';
import { connectOrNull } from './connect-or-null.ts';

/**
 * The console that lets users of this machine in on the socket that the file of roles names; null where nobody listens on it. Rejects with
 * `attach-refused`, with what the console refuses with, and with what the file system throws.
 */
export async function reachTeam(path: string, version: string): Promise<AttachedConsole | null> {
  const socket = await connectOrNull(path);
  if (socket === null) return null;
  return attach(socket, {
    type: 'hello',
    contract: contractVersion,
    version,
    kind: 'window',
    // The kernel says who is at this end.
    token: null,
  });
}
