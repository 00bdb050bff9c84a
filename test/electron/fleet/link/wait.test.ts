import { describe, expect, it } from 'vitest';
import { waitForNextAttempt } from '../../../../electron/fleet/link/wait.ts';
import type { ReturnOptions } from '../../../../electron/transport/return/return-watch.ts';
import { createManualClock, settle } from '../../../support/manual-clock.ts';
import { profileOf } from '../memory-fleet.ts';

/** A wait of a second, and a watch for the proxy's return that the test plays. */
function setUp(wasSilent: boolean | null) {
  const clock = createManualClock();
  const asked: ReturnOptions[] = [];
  const back = Promise.withResolvers<void>();
  const returns = {
    remember: () => {},
    back: (_target: unknown, options: ReturnOptions) => {
      asked.push(options);
      return back.promise;
    },
  };
  const again: boolean[] = [];
  const options = { delay: 1000, wasSilent };
  const cancel = waitForNextAttempt({ clock, returns }, profileOf(1), options, (calledBack) =>
    again.push(calledBack),
  );
  return { clock, asked, back, again, cancel };
}

describe('the wait for the next attempt', () => {
  it('ends when the attempt is due', async () => {
    const { clock, again } = setUp(null);
    await clock.advance(999);
    expect(again).toEqual([]);
    await clock.advance(1);
    expect(again).toEqual([false]);
  });

  it('ends early when the proxy calls back', async () => {
    const { asked, back, again } = setUp(true);
    expect(asked).toMatchObject([{ wasSilent: true }]);
    back.resolve();
    await settle();
    expect(again).toEqual([true]);
  });

  it('does not watch where the return is not worth watching for', () => {
    expect(setUp(null).asked).toEqual([]);
  });

  it('goes on as it was where nothing can be watched', async () => {
    const { clock, back, again } = setUp(false);
    back.reject(new Error('there is nothing to ask'));
    await settle();
    expect(again).toEqual([]);
    await clock.advance(1000);
    expect(again).toEqual([false]);
  });

  it('ends watch and timer when it is cancelled, and tells nothing more', async () => {
    const { clock, asked, back, again, cancel } = setUp(true);
    cancel();
    expect(clock.timers).toBe(0);
    expect(asked[0]?.signal.aborted).toBe(true);
    back.resolve();
    await clock.advance(5000);
    expect(again).toEqual([]);
  });
});
