import { randomBytes } from 'node:crypto';
import Association from 'sctp/lib/association.js';
import { unheldClock } from '../../../base/clock.ts';
import { type CoarseTimer, createTimingWheel } from '../../../base/timing-wheel.ts';
import { lastSentAt } from './round-trip.ts';

/** HB.interval (RFC 9260 section 16), milliseconds. */
const intervalMs = 30_000;

/**
 * The library sends a heartbeat every half minute on any association, by a timer of its own for each. RFC 9260 section 8.3 asks for one only where
 * nothing was sent by which a round trip is measured: an association that is polled needs none, and is no reason to wake up. The socket of an
 * association holds the process, and not its timer, which stays on the wheel for a while after the end.
 */
const wheel = createTimingWheel(unheldClock, 5000);

const timers = new WeakMap<Association, CoarseTimer>();

Association.prototype._enableHeartbeat = function watchForIdleness(this: Association): void {
  const timer = wheel.timer(() => {
    timer.set(intervalMs);
    if (this.state !== 'ESTABLISHED' || performance.now() - lastSentAt(this) < intervalMs) return;
    this._sendChunk('heartbeat', { heartbeat_info: randomBytes(12) });
  });
  timers.get(this)?.stop();
  timers.set(this, timer);
  timer.set(intervalMs);
};

const down = Association.prototype._down;

Association.prototype._down = function downWithoutHeartbeat(this: Association): void {
  timers.get(this)?.stop();
  down.call(this);
};
