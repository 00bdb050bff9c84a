import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';

export type Towards = 'server' | 'client';

/** A datagram that passed, and where it went. */
export interface Recorded {
  readonly towards: Towards;
  readonly datagram: Buffer;
}

/** A UDP relay on loopback for one client, which keeps all that passes and can send it again. */
export interface RecordingRelay {
  /** Where the client sends to. */
  readonly port: number;
  readonly recorded: readonly Recorded[];
  /** Sends a datagram to an end, as if from the other. */
  send(towards: Towards, datagram: Buffer): void;
  close(): void;
}

async function bound(): Promise<Socket> {
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return socket;
}

export async function startRecordingRelay(serverPort: number): Promise<RecordingRelay> {
  const front = await bound();
  const back = await bound();
  const recorded: Recorded[] = [];
  let clientPort = 0;
  const send = (towards: Towards, datagram: Buffer): void => {
    if (towards === 'server') back.send(datagram, serverPort, '127.0.0.1');
    else front.send(datagram, clientPort, '127.0.0.1');
  };
  front.on('message', (datagram, from) => {
    clientPort = from.port;
    recorded.push({ towards: 'server', datagram });
    send('server', datagram);
  });
  back.on('message', (datagram) => {
    recorded.push({ towards: 'client', datagram });
    send('client', datagram);
  });
  return {
    port: front.address().port,
    recorded,
    send,
    close() {
      front.close();
      back.close();
    },
  };
}

/** The chunks of a packet: type and body of each, padding left out. */
export function chunksOf(datagram: Buffer): { readonly type: number; readonly body: Buffer }[] {
  const chunks: { type: number; body: Buffer }[] = [];
  for (let offset = 12; offset + 4 <= datagram.length; ) {
    const length = Math.max(4, datagram.readUInt16BE(offset + 2));
    chunks.push({
      type: datagram.readUInt8(offset),
      body: datagram.subarray(offset + 4, offset + length),
    });
    offset += (length + 3) & ~3;
  }
  return chunks;
}

/** Where each DATA chunk went, in order; what was sent again is counted once. */
export function waysOfData(recorded: readonly Recorded[]): readonly Towards[] {
  const data = 0;
  const seen = new Set<string>();
  return recorded.flatMap(({ towards, datagram }) =>
    chunksOf(datagram).flatMap(({ type, body }) => {
      if (type !== data) return [];
      const chunk = `${towards} ${body.readUInt32BE(0)}`;
      if (seen.has(chunk)) return [];
      seen.add(chunk);
      return [towards];
    }),
  );
}
