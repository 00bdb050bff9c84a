import { connect, type Socket } from 'node:net';
import { hasCode } from '../store/files/has-code.ts';

/** A connection to whoever listens at the path of a local socket; null where nobody does. Rejects with what else the system says. */
export async function connectOrNull(path: string): Promise<Socket | null> {
  const socket = connect(path);
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    return socket;
  } catch (error) {
    socket.destroy();
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ECONNREFUSED')) return null;
    throw error;
  }
}
