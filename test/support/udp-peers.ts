import type { Transport } from '../../electron/transport/transport.ts';
import { connectUdp, type UdpTransport } from '../../electron/transport/udp/client.ts';
import { listenUdp, type UdpServer } from '../../electron/transport/udp/server.ts';
import type { UdpTarget } from '../../electron/transport/udp/target.ts';

/** Servers and clients of one test, all of them ended by `close`. */
export interface UdpPeers {
  listen(options?: ListenOptions): Promise<Listening>;
  connect(
    target: UdpTarget,
    options?: { connectTimeoutMs?: number; signal?: AbortSignal },
  ): Promise<UdpTransport>;
  close(): Promise<void>;
}

export interface ListenOptions {
  readonly host?: string;
  readonly udpPort?: number;
  readonly port?: number;
  readonly idleMs?: number;
  readonly maxAssociations?: number;
  readonly onAssociation?: (transport: Transport) => void;
}

export interface Listening {
  readonly server: UdpServer;
  /** Associations as they came up. */
  readonly peers: Transport[];
  readonly target: UdpTarget;
}

/** Peers on real UDP ports of this machine. */
export function createUdpPeers(): UdpPeers {
  const servers: UdpServer[] = [];
  const clients: UdpTransport[] = [];
  return {
    async listen(options = {}) {
      const { host = '127.0.0.1', udpPort = 0, port = 9090, onAssociation, ...limits } = options;
      const peers: Transport[] = [];
      const server = await listenUdp({ host, udpPort, port, ...limits }, (transport) => {
        peers.push(transport);
        onAssociation?.(transport);
      });
      servers.push(server);
      const family = host.includes(':') ? 6 : 4;
      return {
        server,
        peers,
        target: { host, address: host, family, port, udpPort: server.udpPort },
      };
    },
    async connect(target, options = {}) {
      const client = await connectUdp(target, { connectTimeoutMs: 60_000, ...options });
      clients.push(client);
      return client;
    },
    async close() {
      await Promise.all(clients.splice(0).map((client) => client.close()));
      await Promise.all(servers.splice(0).map((server) => server.close()));
    },
  };
}

/** Sends back whatever comes. */
export function echo(transport: Transport): void {
  transport.onMessage((message) => transport.send(message));
}

/** The messages of a transport, one at a time, in order. */
export function inbox(transport: Transport): () => Promise<Uint8Array> {
  const messages: Uint8Array[] = [];
  const waiting: ((message: Uint8Array) => void)[] = [];
  transport.onMessage((message) => {
    const wake = waiting.shift();
    if (wake) wake(message);
    else messages.push(message);
  });
  return () =>
    new Promise((resolve) => {
      const message = messages.shift();
      if (message) resolve(message);
      else waiting.push(resolve);
    });
}
