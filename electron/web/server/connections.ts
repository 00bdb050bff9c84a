import { createServer, type RequestListener, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ServerLimits } from './limits.ts';

/** A server for HTTP that nobody can fill up or hold on to without having been let in. */
export interface BoundedServer {
  readonly server: Server;
  /** This connection belongs to a window that was let in: it is counted and timed no more. */
  admit(socket: Duplex): void;
}

export function createBoundedServer(
  limits: ServerLimits,
  onRequest: RequestListener,
): BoundedServer {
  const { requestMs, silenceMs } = limits;
  const server = createServer(
    {
      headersTimeout: requestMs,
      requestTimeout: requestMs,
      connectionsCheckingInterval: Math.min(1000, requestMs),
    },
    onRequest,
  );
  // Without a listener, a socket that is silent for so long is destroyed.
  server.timeout = silenceMs;
  const waiting = new Set<Duplex>();
  server.on('connection', (socket) => {
    waiting.add(socket);
    socket.once('close', () => waiting.delete(socket));
    const [oldest] = waiting;
    if (oldest === undefined || waiting.size <= limits.connections) return;
    waiting.delete(oldest);
    oldest.destroy();
  });
  return { server, admit: (socket) => waiting.delete(socket) };
}
