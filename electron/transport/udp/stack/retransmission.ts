import Association, { type RetransmissionTimer } from 'sctp/lib/association.js';
import { unheldClock } from '../../../base/clock.ts';
import { createTimingWheel } from '../../../base/timing-wheel.ts';

/**
 * T3, the timer of retransmission (RFC 9260 section 6.3.2): set with each packet that holds DATA, and stopped with each SACK. All associations of
 * the process have theirs on one wheel. A timer that was stopped stays on it for a while, so that the wheel must not hold a process whose sessions
 * are over: what is still to be acknowledged has a socket.
 */
const wheel = createTimingWheel(unheldClock, 20);

function timerOf(association: Association): RetransmissionTimer {
  association.retransmission ??= {
    coarse: wheel.timer(() => association._expireT3()),
    settings: 0,
  };
  return association.retransmission;
}

Association.prototype._startT3 = function startT3(this: Association): void {
  if (this.T3) return;
  const timer = timerOf(this);
  timer.settings++;
  timer.coarse.set(this.RTO);
  this.T3 = timer;
};

Association.prototype._stopT3 = function stopT3(this: Association): void {
  if (!this.T3) return;
  timerOf(this).coarse.stop();
  this.T3 = null;
};

const down = Association.prototype._down;

Association.prototype._down = function downWithoutT3(this: Association): void {
  this._stopT3();
  down.call(this);
};

const expireT3 = Association.prototype._expireT3;

/**
 * After a stall of this process its timers run before what came meanwhile is read: the acknowledgement may lie in the socket. So T3 lets
 * one turn pass, or every stall would send again all that was under way, just when there is most to do.
 * An acknowledgement of what was sent twice does not tell which of them it is for: no round trip is measured by it (RFC 9260 section 6.3.1, C5).
 */
Association.prototype._expireT3 = function expireUnanswered(this: Association): void {
  const timer = timerOf(this);
  const expired = timer.settings;
  setImmediate(() => {
    if (!this.T3 || timer.settings !== expired || this.endpoint === undefined) return;
    this.rtoPending = false;
    try {
      expireT3.call(this);
    } catch (error) {
      this.emit('library-failure', error);
    }
  });
};
