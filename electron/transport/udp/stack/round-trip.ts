import Association, { type Measured } from 'sctp/lib/association.js';

/**
 * Round trips (RFC 9260 section 6.3.1) on the monotonic clock. The library measures them by the time of day, and one that is set back an hour would
 * leave an estimate of minus an hour, and with it the shortest timeout, for many exchanges.
 */
function of(association: Association): Measured {
  association.measured ??= { pending: false, sent: 0 };
  return association.measured;
}

Object.defineProperty(Association.prototype, 'rtoPending', {
  get(this: Association): Association['rtoPending'] {
    return of(this).pending;
  },
  set(this: Association, pending: Association['rtoPending']) {
    const own = of(this);
    own.pending = pending;
    if (pending !== false) own.sent = performance.now();
  },
});

const update = Association.prototype._updateRTO;

/** When DATA by which a round trip is measured went out last, monotonic milliseconds; 0 where none did. */
export function lastSentAt(association: Association): number {
  return of(association).sent;
}

/** Takes the DATA that is pending for acknowledged now, whatever the time of day says of it. */
Association.prototype._updateRTO = function updateFromPending(this: Association): void {
  update.call(this, performance.now() - of(this).sent);
};
