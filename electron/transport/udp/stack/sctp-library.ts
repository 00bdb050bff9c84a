/// <reference path="./sctp.d.ts" />
import Association, { type QueuedChunk } from 'sctp/lib/association.js';
import Chunk from 'sctp/lib/chunk.js';
import defs from 'sctp/lib/defs.js';
import SerialNumber from 'sctp/lib/serial.js';
import { DataChunk, type DataOptions, sackBytes } from './data-chunk.ts';

/**
 * Milliseconds. RFC 9260 section 16 has 1000 for the first. A floor of 1000 would make each lost packet of a short exchange cost a second,
 * and its ceiling of a minute would leave a session silent for that long after the network is back: what is sent again here is one
 * small packet a second.
 */
const retransmission = { rto_initial: 1000, rto_min: 300, rto_max: 1000 };

/** Bytes of a packet, so that it goes through tunnels unfragmented with UDP (8), IPv6 (40) and their own headers around it. */
const packetSize = 1360;

/** Streams that a peer may use; SPCP needs one. */
export const inboundStreams = 2;

/**
 * Sets the library up. `sack_freq` 1, since a delayed acknowledgement meets the peer's Nagle and costs 180 ms a request. INIT is
 * repeated without end, since the connect timeout is ours.
 */
Object.assign(defs.NET_SCTP, retransmission, {
  PMTU: packetSize,
  sack_freq: 1,
  max_init_retransmits: Number.MAX_SAFE_INTEGER,
  G: 10,
});

interface SackOptions {
  readonly c_tsn_ack: number;
  readonly a_rwnd: number;
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
const onTimers = ['_sack', '_expireT2', '_expireT3', '_abort'] as const;
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

const expireT3 = Association.prototype._expireT3;

/**
 * After a stall of this process its timers run before what came meanwhile is read: the acknowledgement may lie in the socket. So T3 lets
 * one turn pass, or every stall would send again all that was under way, just when there is most to do.
 * An acknowledgement of what was sent twice does not tell which of them it is for: no round trip is measured by it (RFC 9260 section 6.3.1, C5).
 */
Association.prototype._expireT3 = function expireUnanswered(this: Association): void {
  const expired = this.T3;
  setImmediate(() => {
    if (this.T3 !== expired || this.endpoint === undefined) return;
    this.rtoPending = false;
    expireT3.call(this);
  });
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
  const chunk = bundledChunk(type, options, callback);
  if (chunk === null) {
    sendAlone.call(this, type, options, destination, callback);
    return;
  }
  this.queue.push(chunk);
  if (this.queue.length > 1) return;
  setImmediate(() => {
    try {
      this.bundling = 1;
      this._bundle();
    } catch (error) {
      this.emit('library-failure', error);
    }
  });
};

function bundledChunk(
  type: string,
  options: object,
  callback: (() => void) | undefined,
): QueuedChunk | null {
  switch (type) {
    case 'data':
      return new DataChunk(options as DataOptions, callback);
    case 'sack': {
      const { c_tsn_ack, a_rwnd, sack_info } = options as SackOptions;
      if (sack_info !== undefined) return encoded(type, options, callback);
      return { chunkType: type, buffer: sackBytes(c_tsn_ack, a_rwnd), size: 16, callback };
    }
    case 'heartbeat_ack':
      return encoded(type, options, callback);
    default:
      return null;
  }
}

function encoded(type: string, options: object, callback: (() => void) | undefined): QueuedChunk {
  const buffer = new Chunk(type, options).toBuffer();
  return { chunkType: type, buffer, size: buffer.length, callback };
}

const nothing = (): void => {};

/** Takes the library's notes on every step, which cost time even where nobody reads them. */
export const silent = { warn: nothing, info: nothing, debug: nothing, trace: nothing };

export { default as Association } from 'sctp/lib/association.js';
export { default as Endpoint } from 'sctp/lib/endpoint.js';
export { default as Packet } from 'sctp/lib/packet.js';
