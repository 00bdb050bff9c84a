import { createServer, type ServerResponse } from 'node:http';
import { listenTcp } from '../../../electron/reference-proxy/pop3/listen-tcp.ts';

/** Takes alerts, or lets whoever sends them wait. */
export interface WebhookServer {
  readonly url: string;
  /** Messages that were answered. */
  readonly received: number;
  /** Nobody is answered while it hangs, nor afterwards who waits already. */
  hang(hangs: boolean): void;
  close(): Promise<void>;
}

export async function startWebhookServer(): Promise<WebhookServer> {
  let received = 0;
  let isHanging = false;
  const left = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      if (isHanging) {
        left.add(response);
        response.on('close', () => left.delete(response));
        return;
      }
      received++;
      response.writeHead(204).end();
    });
  });
  const { host, port } = await listenTcp(server, '127.0.0.1', 0);
  return {
    url: `http://${host}:${port}/alerts`,
    get received() {
      return received;
    },
    hang(hangs) {
      isHanging = hangs;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
