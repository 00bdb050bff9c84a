import { type OneClientRelay, startOneClientRelay, type Towards } from './one-client-relay.ts';

/** A datagram that passed, and where it went. */
export interface Recorded {
  readonly towards: Towards;
  readonly datagram: Buffer;
}

/** A UDP relay on loopback for one client, which keeps all that passes and can send it again. */
export interface RecordingRelay extends OneClientRelay {
  readonly recorded: readonly Recorded[];
}

export async function startRecordingRelay(serverPort: number): Promise<RecordingRelay> {
  const recorded: Recorded[] = [];
  const relay: OneClientRelay = await startOneClientRelay(serverPort, (towards, datagram) => {
    recorded.push({ towards, datagram });
    relay.send(towards, datagram);
  });
  return { ...relay, recorded };
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
