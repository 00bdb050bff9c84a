import { packetChecksum } from '../guard/crc32c.ts';
import { DataChunk, sackLength, writeSack } from './data-chunk.ts';
import {
  type Association,
  maxBurst,
  packetSize,
  type QueuedChunk,
  SerialNumber,
} from './sctp-library.ts';
import { acknowledgeAtTurnEnd, sendAtTurnEnd } from './turn-end.ts';

export interface QuickPathParts {
  /** Sends a packet, which is not changed afterwards. */
  readonly transmit: (packet: Buffer) => void;
  readonly onMessage: (message: Uint8Array) => void;
  /** All that was sent is acknowledged. */
  readonly onAcknowledged: () => void;
}

/** B and E: the first and the last piece of its message; U, out of order, is left to the library. */
const wholeInOrder = 3;
const flagsOfOrder = 7;
const headerLength = 12;
const dataHeaderLength = 16;
/** What the library counts for the headers around the chunks of a packet, bytes. */
const aroundChunks = 36;

/**
 * Does what the library would do for the packets of every request: a message in one piece that comes next, a SACK of all that was sent, and what
 * goes out at the end of a turn where nothing is being sent again. The state is the library's own, so that either can take the next packet.
 * Everything else (a gap, a duplicate, a loss, the beginning and the end of an association) is left to it.
 */
export class QuickPath {
  readonly #association: Association;
  readonly #parts: QuickPathParts;
  readonly #measured = { tsn: new SerialNumber(0) };

  constructor(association: Association, parts: QuickPathParts) {
    this.#association = association;
    this.#parts = parts;
  }

  /** Takes a SACK without gaps that passed the guard. False, and nothing done, where it is not one of all that was sent. */
  acknowledge(tsn: number, window: number): boolean {
    const association = this.#association;
    if (association.state !== 'ESTABLISHED' || association.fastRecovery) return false;
    if (association.drainCallback || association.c_tsn_ack === undefined) return false;
    if ((tsn + 1) >>> 0 !== association.my_next_tsn.number) return false;
    association.peer_rwnd = window;
    association.c_tsn_ack.number = tsn;
    if (association.flightsize > 0) {
      association.HTNA.number = tsn;
      association.sent = {};
      association.flightsize = 0;
      association._stopT3();
      if (association.rtoPending) {
        association._updateRTO();
        association.rtoPending = false;
      }
    }
    this.#parts.onAcknowledged();
    return true;
  }

  /**
   * Takes the DATA chunk at `offset` of a packet that passed the guard; `last`: of its packet. False, and nothing done, where it is not a whole
   * message that comes next.
   */
  take(packet: Buffer, offset: number, last: boolean): boolean {
    const association = this.#association;
    const { reassembly } = association;
    const next = reassembly.peer_c_tsn;
    if (association.state !== 'ESTABLISHED' || next === undefined || reassembly.rwnd <= 0)
      return false;
    if (reassembly.mapping_array.length > 0 || reassembly.duplicates.length > 0) return false;
    const tsn = packet.readUInt32BE(offset + 4);
    if (tsn !== (next.number + 1) >>> 0) return false;
    const length = packet.readUInt16BE(offset + 2);
    const flags = packet.readUInt8(offset + 1) & flagsOfOrder;
    if (flags !== wholeInOrder || length === dataHeaderLength) return false;
    const ssn = packet.readUInt16BE(offset + 10);
    if (packet.readUInt16BE(offset + 8) !== 0 || ssn !== reassembly.peer_ssn[0]) return false;
    next.number = tsn;
    reassembly.peer_max_tsn.number = tsn;
    reassembly.peer_min_tsn.number = tsn;
    reassembly.peer_ssn[0] = (ssn + 1) & 0xffff;
    if (last) {
      association.everSentSack = true;
      acknowledgeAtTurnEnd(association);
    }
    const start = packet.byteOffset + offset + dataHeaderLength;
    this.#parts.onMessage(new Uint8Array(packet.buffer, start, length - dataHeaderLength));
    return true;
  }

  /** Queues a message for the end of the turn. False, and nothing done, where something is under way: what was lost goes first, and windows count. */
  queue(message: Buffer): boolean {
    const association = this.#association;
    if (association.state !== 'ESTABLISHED' || association.flightsize > 0) return false;
    if (message.length + dataHeaderLength + aroundChunks > packetSize) return false;
    association.cwnd = Math.min(association.cwnd, maxBurst * packetSize);
    const ssn = association.ssn[0] ?? 0;
    association.ssn[0] = (ssn + 1) & 0xffff;
    const flags = { E: 1, B: 1, I: 0 };
    const data = { flags, stream_id: 0, ssn, ppid: 0, user_data: message };
    sendAtTurnEnd(association, new DataChunk(data, undefined));
    return true;
  }

  /** Sends what waits for the end of the turn as one packet. False, and nothing done, where it does not fit, or is more than DATA and a SACK without gaps. */
  send(): boolean {
    const association = this.#association;
    const { queue, owesSack, state, endpoint } = association;
    if (state !== 'ESTABLISHED' || association.mute || endpoint === undefined) return false;
    if (!isNewData(queue)) return false;
    let length = owesSack ? headerLength + sackLength : headerLength;
    for (const chunk of queue) length += chunk.paddedSize;
    if (length - headerLength + aroundChunks > packetSize) return false;
    if (length === headerLength) return true;
    const packet = Buffer.allocUnsafe(length);
    this.#write(packet, queue);
    if (queue.length > 0) {
      association.queue = [];
      association._startT3();
    }
    association.owesSack = false;
    this.#parts.transmit(packet);
    return true;
  }

  #write(packet: Buffer, chunks: readonly DataChunk[]): void {
    const association = this.#association;
    const { reassembly, sent, my_next_tsn } = association;
    packet.writeUInt16BE(association.localPort, 0);
    packet.writeUInt16BE(association.remotePort, 2);
    packet.writeUInt32BE(association.peer_tag, 4);
    let offset = headerLength;
    if (association.owesSack && reassembly.peer_c_tsn !== undefined) {
      writeSack(packet, offset, reassembly.peer_c_tsn.number, reassembly.rwnd);
      offset += sackLength;
    }
    for (const chunk of chunks) {
      const tsn = my_next_tsn.number;
      chunk.tsn = tsn;
      my_next_tsn.number = (tsn + 1) >>> 0;
      if (!association.rtoPending) {
        this.#measured.tsn.number = tsn;
        association.rtoPending = this.#measured;
      }
      chunk.write(packet, offset);
      sent[tsn] = chunk;
      association.flightsize += chunk.paddedSize;
      offset += chunk.paddedSize;
    }
    packet.writeUInt32LE(packetChecksum(packet), 8);
  }
}

function isNewData(queue: readonly QueuedChunk[]): queue is readonly DataChunk[] {
  for (const chunk of queue) if (!(chunk instanceof DataChunk) || chunk.tsn !== null) return false;
  return true;
}
