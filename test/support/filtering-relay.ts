import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';

/** A UDP relay to an SCTP stack on loopback that drops packets by their first chunk, as a packet filter does. */
export interface FilteringRelay {
  readonly port: number;
  /** A datagram to each client, as if from the server. */
  sendToClients(datagram: Uint8Array): void;
  close(): void;
}

async function bound(): Promise<Socket> {
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return socket;
}

/** Starts a relay that drops what clients send when its first chunk is of one of these types. Each client has a port of its own towards the server. */
export async function startFilteringRelay(
  serverPort: number,
  dropped: readonly number[],
): Promise<FilteringRelay> {
  const front = await bound();
  const upstream = new Map<number, Promise<Socket>>();
  front.on('message', (datagram, client) => {
    if (dropped.includes(datagram[12] ?? -1)) return;
    const known =
      upstream.get(client.port) ??
      bound().then((socket) => {
        socket.on('message', (answer) => front.send(answer, client.port, '127.0.0.1'));
        return socket;
      });
    upstream.set(client.port, known);
    void known.then((socket) => socket.send(datagram, serverPort, '127.0.0.1'));
  });
  return {
    port: front.address().port,
    sendToClients(datagram) {
      for (const client of upstream.keys()) front.send(datagram, client, '127.0.0.1');
    },
    close() {
      front.close();
      for (const opened of upstream.values()) void opened.then((socket) => socket.close());
    },
  };
}
