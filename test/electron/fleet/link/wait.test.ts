import { describe, expect, it } from 'vitest';
import { waitForNextAttempt } from '../../../../electron/fleet/link/wait.ts';
import type { ReturnOptions } from '../../../../electron/transport/return/return-watch.ts';
import type { ErrorCode } from '../../../../shared/errors.ts';
import { someErrorValue } from '../../../support/facts.ts';
import { createManualClock, settle } from '../../../support/manual-clock.ts';
import { profileOf } from '../memory-fleet.ts';

/** A wait of a second after such a failure, and a watch for the proxy's return that the test plays. */
function setUp(code: ErrorCode, calledBack = false) {
  const clock = createManualClock();
  const asked: ReturnOptions[] = [];
  const back = Promise.withResolvers<void>();
  const returns = {
    remember: () => {},
    setVisible: () => {},
    back: (_target: unknown, options: ReturnOptions) => {
      asked.push(options);
      return back.promise;
    },
  };
  const again: boolean[] = [];
  const options = { delay: 1000, awayMs: 7000, why: someErrorValue(code), calledBack };
  const cancel = waitForNextAttempt({ clock, returns }, profileOf(1), options, (early) =>
    again.push(early),
  );
  return { clock, asked, back, again, cancel };
}

describe('the wait for the next attempt', () => {
  it('ends when the attempt is due', async () => {
    const { clock, again } = setUp('server-error');
    await clock.advance(999);
    expect(again).toEqual([]);
    await clock.advance(1);
    expect(again).toEqual([false]);
  });

  it('ends early when the proxy calls back', async () => {
    const { asked, back, again } = setUp('connect-timeout');
    expect(asked).toMatchObject([{ wasSilent: true, awayMs: 7000 }]);
    back.resolve();
    await settle();
    expect(again).toEqual([true]);
  });

  it('listens for another silence first where the proxy called back and failed all the same, or may not have been silent', () => {
    expect(setUp('connect-timeout', true).asked).toMatchObject([{ wasSilent: false }]);
    expect(setUp('association-lost').asked).toMatchObject([{ wasSilent: false }]);
  });

  it('does not watch where the return is not worth watching for', () => {
    expect(setUp('server-error').asked).toEqual([]);
  });

  it('goes on as it was where nothing can be watched', async () => {
    const { clock, back, again } = setUp('association-lost');
    back.reject(new Error('there is nothing to ask'));
    await settle();
    expect(again).toEqual([]);
    await clock.advance(1000);
    expect(again).toEqual([false]);
  });

  it('ends watch and timer when it is cancelled, and tells nothing more', async () => {
    const { clock, asked, back, again, cancel } = setUp('connect-timeout');
    cancel();
    expect(clock.timers).toBe(0);
    expect(asked[0]?.signal.aborted).toBe(true);
    back.resolve();
    await clock.advance(5000);
    expect(again).toEqual([]);
  });
});
