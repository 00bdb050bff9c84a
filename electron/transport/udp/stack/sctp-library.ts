/// <reference path="./sctp.d.ts" />
import Association, { type QueuedChunk } from 'sctp/lib/association.js';
import Chunk from 'sctp/lib/chunk.js';
import defs from 'sctp/lib/defs.js';
import SerialNumber from 'sctp/lib/serial.js';
import { DataChunk, type DataOptions } from './data-chunk.ts';
import './heartbeat.ts';
import './retransmission.ts';
import './round-trip.ts';
import { acknowledgeAtTurnEnd, sendAtTurnEnd } from './turn-end.ts';

/**
 * Milliseconds. RFC 9260 section 16 has 1000 for the first. A floor of 1000 would make each lost packet of a short exchange cost a second,
 * and its ceiling of a minute would leave a session silent for that long after the network is back: what is sent again here is one
 * small packet a second.
 */
const retransmission = { rto_initial: 1000, rto_min: 300, rto_max: 1000 };

/** Bytes of a packet, so that it goes through tunnels unfragmented with UDP (8), IPv6 (40) and their own headers around it. */
export const packetSize = 1360;

/** Packets that are sent at once after a pause (RFC 9260 section 6.1, D). */
export const maxBurst = 4;

/** Streams that a peer may use; SPCP needs one. */
export const inboundStreams = 2;

/**
 * Sets the library up. `sack_freq` 1, since a delayed acknowledgement meets the peer's Nagle and costs 180 ms a request. INIT is
 * repeated without end, since the connect timeout is ours.
 */
Object.assign(defs.NET_SCTP, retransmission, {
  PMTU: packetSize,
  max_burst: maxBurst,
  sack_freq: 1,
  max_init_retransmits: Number.MAX_SAFE_INTEGER,
  G: 10,
});

interface SackOptions {
  readonly sack_info?: object;
}

/** The library's own arithmetic goes wrong where a number wraps: the one before 0 is 0, and a step back over it is four billion ahead. */
SerialNumber.prototype.delta = function delta(this: SerialNumber, that: SerialNumber): number {
  return (this.number - that.number) | 0;
};
SerialNumber.prototype.prev = function prev(this: SerialNumber): SerialNumber {
  return new SerialNumber((this.number - 1) >>> 0);
};

/** What the library's timers run: what it throws there would end the process, and is told to the association instead. */
const onTimers = ['_sack', '_expireT2', '_abort'] as const;
for (const name of onTimers) {
  const original = Association.prototype[name];
  Association.prototype[name] = function guarded(this: Association, ...given: []): void {
    try {
      original.apply(this, given);
    } catch (error) {
      this.emit('library-failure', error);
    }
  };
}

const abort = Association.prototype._abort;

/** The library aborts by itself, too (DATA without user data), and tells nobody. */
Association.prototype._abort = function abortAndTell(this: Association, ...given: []): void {
  abort.apply(this, given);
  this.emit('aborted');
};

/** Every DATA is acknowledged when its packet is done; the timer that the library sets beside that would be stopped at once. */
Association.prototype.scheduleSack = function acknowledgedAnyway(): void {};

const sendAlone = Association.prototype._sendChunk;

/**
 * Chunks that may share a packet are put together at the end of the turn. The library waits for a timer of zero milliseconds there,
 * which costs a millisecond and more for each request.
 */
Association.prototype._sendChunk = function sendChunk(
  this: Association,
  type,
  options,
  destination,
  callback,
): void {
  switch (type) {
    case 'data':
      sendAtTurnEnd(this, new DataChunk(options as DataOptions, callback));
      return;
    case 'sack':
      acknowledge(this, options as SackOptions);
      return;
    case 'heartbeat_ack':
      sendAtTurnEnd(this, encoded(type, options, callback));
      return;
    default:
      sendAlone.call(this, type, options, destination, callback);
  }
};

/** What a SACK without gaps says is read when it goes out. */
function acknowledge(association: Association, options: SackOptions): void {
  if (options.sack_info === undefined) {
    acknowledgeAtTurnEnd(association);
    return;
  }
  association.owesSack = false;
  sendAtTurnEnd(association, encoded('sack', options, undefined));
}

function encoded(type: string, options: object, callback: (() => void) | undefined): QueuedChunk {
  const buffer = new Chunk(type, options).toBuffer();
  return { chunkType: type, buffer, size: buffer.length, callback };
}

const nothing = (): void => {};

/** Takes the library's notes on every step, which cost time even where nobody reads them. */
export const silent = { warn: nothing, info: nothing, debug: nothing, trace: nothing };

export { default as Association, type QueuedChunk } from 'sctp/lib/association.js';
export { default as Endpoint } from 'sctp/lib/endpoint.js';
export { default as Packet } from 'sctp/lib/packet.js';
export { default as SerialNumber } from 'sctp/lib/serial.js';
