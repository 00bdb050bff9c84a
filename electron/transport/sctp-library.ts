/// <reference path="./sctp.d.ts" />
import Association from 'sctp/lib/association.js';
import Chunk from 'sctp/lib/chunk.js';
import defs from 'sctp/lib/defs.js';

/** Milliseconds; RFC 9260 section 16 has 1000 for the first, and a floor that suits a request and its reply is lower than its 1000. */
const retransmission = { rto_initial: 1000, rto_min: 300, rto_max: 5000 };

/**
 * Sets the library up. `sack_freq` 1, since a delayed acknowledgement meets the peer's Nagle and costs 180 ms a request. INIT is
 * repeated without end, since the connect timeout is ours.
 */
Object.assign(defs.NET_SCTP, retransmission, {
  sack_freq: 1,
  max_init_retransmits: Number.MAX_SAFE_INTEGER,
  G: 10,
});

const bundled: ReadonlySet<string> = new Set(['data', 'sack', 'heartbeat_ack']);
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
  if (!bundled.has(type)) {
    sendAlone.call(this, type, options, destination, callback);
    return;
  }
  const chunk = new Chunk(type, options);
  chunk.callback = callback;
  if (type === 'data') {
    chunk.size = chunk.user_data.length + 16;
  } else {
    chunk.buffer = chunk.toBuffer();
    chunk.size = chunk.buffer.length;
  }
  this.queue.push(chunk);
  this.bundling++;
  setImmediate(() => {
    try {
      this._bundle();
    } catch (error) {
      this.emit('library-failure', error);
    }
  });
};

export { default as Association } from 'sctp/lib/association.js';
export { default as Chunk } from 'sctp/lib/chunk.js';
export { default as Endpoint } from 'sctp/lib/endpoint.js';
export { default as Packet } from 'sctp/lib/packet.js';
