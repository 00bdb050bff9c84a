import { randomBytes } from 'node:crypto';
import Association from 'sctp/lib/association.js';
import { unheldClock } from '../../../base/clock.ts';
import { createTimingWheel } from '../../../base/timing-wheel.ts';
import { lastSentAt } from './round-trip.ts';

/** HB.interval (RFC 9260 section 16), milliseconds. */
const intervalMs = 30_000;

/**
 * The library sends a heartbeat every half minute on any association, by a timer of its own for each. RFC 9260 section 8.3 asks for one only where
 * nothing was sent by which a round trip is measured: an association that is polled needs none, and is no reason to wake up. The socket of an
 * association holds the process, and not its timer, which stays on the wheel for a while after the end.
 */
const wheel = createTimingWheel(unheldClock, 5000);

Association.prototype._enableHeartbeat = function watchForIdleness(this: Association): void {
  const timer = wheel.timer(() => {
    timer.set(intervalMs);
    if (this.state !== 'ESTABLISHED' || performance.now() - lastSentAt(this) < intervalMs) return;
    this._sendChunk('heartbeat', { heartbeat_info: randomBytes(12) });
  });
  this.idleTimer?.stop();
  this.idleTimer = timer;
  timer.set(intervalMs);
};

const down = Association.prototype._down;

Association.prototype._down = function downWithoutHeartbeat(this: Association): void {
  this.idleTimer?.stop();
  down.call(this);
};
