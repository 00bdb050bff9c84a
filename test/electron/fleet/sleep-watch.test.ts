import { describe, expect, it } from 'vitest';
import { watchForSleep } from '../../../electron/fleet/sleep-watch.ts';
import { createManualClock } from '../../support/manual-clock.ts';

describe('the watch for sleep', () => {
  it('tells within five seconds when the wall clock jumped ahead, and once for each jump', async () => {
    const clock = createManualClock();
    let resumed = 0;
    watchForSleep(clock, () => resumed++).setActive(true);
    await clock.advance(60_000);
    expect(resumed).toBe(0);
    clock.jumpWall(60_000);
    await clock.advance(5000);
    expect(resumed).toBe(1);
    await clock.advance(60_000);
    expect(resumed).toBe(1);
  });

  it('takes a clock that is set back, or a little ahead, for nothing', async () => {
    const clock = createManualClock();
    let resumed = 0;
    watchForSleep(clock, () => resumed++).setActive(true);
    clock.jumpWall(-3_600_000);
    await clock.advance(5000);
    clock.jumpWall(9000);
    await clock.advance(5000);
    expect(resumed).toBe(0);
  });

  it('tells also where the clock was set back while the machine slept', async () => {
    const clock = createManualClock();
    let resumed = 0;
    watchForSleep(clock, () => resumed++).setActive(true);
    clock.stall(60_000);
    clock.jumpWall(-3_600_000);
    await clock.advance(0);
    expect(resumed).toBe(1);
  });

  it('sets one timer while it is active, and none when it is not', async () => {
    const clock = createManualClock();
    const watch = watchForSleep(clock, () => {});
    expect(clock.timers).toBe(0);
    watch.setActive(true);
    watch.setActive(true);
    expect(clock.timers).toBe(1);
    await clock.advance(20_000);
    expect(clock.timers).toBe(1);
    watch.setActive(false);
    expect(clock.timers).toBe(0);
  });
});
