import { seededRandom } from '../../electron/reference-proxy/mail-clients/seeded-random.ts';
import { sctpChunk, sctpPacket, sealed } from './sctp-packet.ts';

/** What an attacker knows of an association; the rest it guesses. */
export interface Knowledge {
  readonly source: number;
  readonly destination: number;
  /** Tags that it may use: the right ones for one on the path, never those for one off the path. */
  readonly tag: (random: () => number) => number;
  /** Transmission sequence numbers seen last. */
  readonly tsns: readonly number[];
  /** Datagrams seen on the way. */
  readonly recorded: readonly Buffer[];
}

const known = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 128, 129, 130, 132, 192, 193];
const limits32 = [0, 1, 2, 0x7fff_ffff, 0x8000_0000, 0xffff_fffe, 0xffff_ffff];
const limits16 = [0, 1, 3, 4, 5, 8, 16, 0x7fff, 0x8000, 0xfffe, 0xffff];
const parameterTypes = [0, 1, 5, 6, 7, 8, 9, 11, 12, 0x8000, 0x8002, 0xc000, 0xc001, 0xffff];
/** Bytes of the fixed fields of each chunk type (RFC 9260 section 3.3). */
const fixedLength: Readonly<Record<number, number>> = { 0: 12, 1: 16, 2: 16, 3: 12, 7: 4 };
const withParameters = new Set([1, 2, 4, 5, 6, 9]);

/** Makes datagrams that a stack must survive: random ones, all chunk types with every field at its limits, and mutated recorded ones. */
export function hostileDatagrams(seed: number): (knowledge: Knowledge) => Buffer {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const noise = (length: number) => Buffer.from(Uint8Array.from({ length }, () => below(256)));

  const word = (tsns: readonly number[]): number => {
    const kind = random();
    if (kind < 0.4 && tsns.length > 0)
      return (pick(tsns) + pick([-1, 0, 1, 2, 100, 4096, 5000])) >>> 0;
    return kind < 0.8 ? pick(limits32) : below(2 ** 32);
  };
  const fields = (length: number, tsns: readonly number[]): Buffer => {
    const bytes = Buffer.alloc(length);
    for (let offset = 0; offset + 4 <= length; offset += 4) {
      if (random() < 0.5) bytes.writeUInt32BE(word(tsns), offset);
      else {
        bytes.writeUInt16BE(pick(limits16), offset);
        bytes.writeUInt16BE(pick(limits16), offset + 2);
      }
    }
    return bytes;
  };
  const parameters = (): Buffer =>
    Buffer.concat(
      Array.from({ length: below(4) }, () => {
        const body = noise(pick([0, 1, 2, 4, 8, 12, 16, 60]));
        const bytes = Buffer.alloc((4 + body.length + 3) & ~3);
        bytes.writeUInt16BE(random() < 0.9 ? pick(parameterTypes) : below(65_536), 0);
        bytes.writeUInt16BE(random() < 0.8 ? 4 + body.length : pick(limits16), 2);
        bytes.set(body, 4);
        return bytes;
      }),
    );
  const chunk = (tsns: readonly number[]): Buffer => {
    const type = random() < 0.9 ? pick(known) : below(256);
    const fixed = fixedLength[type] ?? pick([0, 4, 8]);
    const body = Buffer.concat([
      fields(random() < 0.9 ? fixed : below(24), tsns),
      withParameters.has(type) ? parameters() : noise(random() < 0.9 ? below(64) : below(1400)),
    ]);
    const length = random() < 0.85 ? 4 + body.length : pick(limits16);
    return sctpChunk(type, body, { flags: pick([0, 1, 2, 3, 7, 0xff]), length });
  };
  const made = ({ source, destination, tag, tsns }: Knowledge): Buffer =>
    sctpPacket({
      source: random() < 0.9 ? source : pick(limits16),
      destination: random() < 0.9 ? destination : pick(limits16),
      tag: tag(random),
      chunks: Array.from({ length: random() < 0.7 ? 1 : 1 + below(5) }, () => chunk(tsns)),
    });
  const mutated = (knowledge: Knowledge): Buffer => {
    if (knowledge.recorded.length === 0) return made(knowledge);
    let bytes = Buffer.from(pick(knowledge.recorded));
    for (let times = 1 + below(4); times > 0 && bytes.length > 0; times--) {
      const at = below(bytes.length);
      const kind = below(5);
      if (kind === 0) bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
      else if (kind === 1) bytes[at] = below(256);
      else if (kind === 2) bytes = bytes.subarray(0, at);
      else if (kind === 3) bytes = Buffer.concat([bytes, chunk(knowledge.tsns)]);
      else if (at + 2 <= bytes.length) bytes.writeUInt16BE(pick(limits16), at);
    }
    if (bytes.length < 12) return bytes;
    bytes.writeUInt16BE(knowledge.source, 0);
    bytes.writeUInt16BE(knowledge.destination, 2);
    bytes.writeUInt32BE(knowledge.tag(random), 4);
    return bytes;
  };

  return (knowledge) => {
    const kind = random();
    if (kind < 0.05) return noise(below(100));
    if (kind < 0.06) return noise(below(9000));
    if (kind < 0.1) return sealed(noise(16 + below(100)));
    const bytes = kind < 0.65 ? made(knowledge) : mutated(knowledge);
    return random() < 0.9 ? sealed(bytes) : bytes;
  };
}
