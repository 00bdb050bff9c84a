import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** So many that ask for nothing may come from one address; one more takes the place of the oldest of them. */
const mostSilentOfOne = 16;

/**
 * Holds a server to so many connections. When all places are taken, the one that has asked for nothing for the longest makes place for a new one, so that
 * nobody who only holds connections keeps out who asks; without such a one the new one is refused.
 */
export function keepPlaces(server: Server, most: number): void {
  // By both ends of it: over TLS a request has another socket than the connection.
  const silent = new Map<string, Socket>();
  const asking = new Map<string, Socket>();
  const nameOf = ({ remoteAddress, remotePort }: Socket): string =>
    `${remoteAddress} ${remotePort}`;
  const evict = (name: string | undefined): boolean => {
    if (name === undefined) return false;
    silent.get(name)?.destroy();
    return silent.delete(name);
  };
  server.on('connection', (socket: Socket) => {
    const name = nameOf(socket);
    const address = socket.remoteAddress;
    const theirs = [...silent].filter(([, each]) => each.remoteAddress === address);
    if (theirs.length >= mostSilentOfOne) evict(theirs[0]?.[0]);
    if (silent.size + asking.size >= most && !evict([...silent.keys()][0])) {
      socket.destroy();
      return;
    }
    silent.set(name, socket);
    socket.once('close', () => {
      if (silent.get(name) === socket) silent.delete(name);
      if (asking.get(name) === socket) asking.delete(name);
    });
  });
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const name = nameOf(request.socket);
    const socket = silent.get(name);
    if (socket === undefined) return;
    silent.delete(name);
    asking.set(name, socket);
    response.once('close', () => {
      if (asking.delete(name) && !socket.destroyed) silent.set(name, socket);
    });
  });
}
