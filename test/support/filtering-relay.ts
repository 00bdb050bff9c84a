import type { Socket } from 'node:dgram';
import { boundSocket } from './loopback-socket.ts';

/** A UDP relay to an SCTP stack on loopback that drops packets by their first chunk, as a packet filter does. */
export interface FilteringRelay {
  readonly port: number;
  /** How many messages clients have sent since the start: their DATA chunks, those that were sent again counted once. */
  readonly messages: number;
  /** A datagram to each client, as if from the server. */
  sendToClients(datagram: Uint8Array): void;
  close(): void;
}

/** Starts a relay that drops what clients send when its first chunk is of one of these types. Each client has a port of its own towards the server. */
export async function startFilteringRelay(
  serverPort: number,
  dropped: readonly number[],
): Promise<FilteringRelay> {
  const front = await boundSocket();
  const seen = new Set<string>();
  const upstream = new Map<number, Promise<Socket>>();
  front.on('message', (datagram, client) => {
    if (dropped.includes(datagram[12] ?? -1)) return;
    for (const tsn of dataIn(datagram)) seen.add(`${client.port} ${tsn}`);
    const known =
      upstream.get(client.port) ??
      boundSocket().then((socket) => {
        socket.on('message', (answer) => front.send(answer, client.port, '127.0.0.1'));
        return socket;
      });
    upstream.set(client.port, known);
    void known.then((socket) => socket.send(datagram, serverPort, '127.0.0.1'));
  });
  return {
    port: front.address().port,
    get messages() {
      return seen.size;
    },
    sendToClients(datagram) {
      for (const client of upstream.keys()) front.send(datagram, client, '127.0.0.1');
    },
    close() {
      front.close();
      for (const opened of upstream.values()) void opened.then((socket) => socket.close());
    },
  };
}

const dataChunk = 0;

/** The TSN of each DATA chunk of a packet (RFC 9260 section 3.3.1). */
function dataIn(packet: Buffer): number[] {
  const found: number[] = [];
  for (let at = 12; at + 8 <= packet.length; at += (packet.readUInt16BE(at + 2) + 3) & ~3) {
    if (packet.readUInt8(at) === dataChunk) found.push(packet.readUInt32BE(at + 4));
    if (packet.readUInt16BE(at + 2) === 0) break;
  }
  return found;
}
