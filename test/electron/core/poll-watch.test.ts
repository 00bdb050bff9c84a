import { describe, expect, it } from 'vitest';
import { createNotices } from '../../../electron/core/notices.ts';
import { createPollWatch } from '../../../electron/core/poll-watch.ts';
import { createManualClock } from '../../support/manual-clock.ts';

function setUp() {
  const clock = createManualClock();
  const notices = createNotices(clock.wall);
  const state = { missed: 0, busyMs: 0 };
  const watch = createPollWatch({
    clock,
    notices,
    missedPolls: () => state.missed,
    busyMs: () => state.busyMs,
  });
  /** Ten polls a second are due, and so many of them missed. */
  const seconds = async (count: number, missed = 0): Promise<void> => {
    for (let second = 0; second < count; second++) {
      state.missed += missed;
      watch.polled(10 - missed);
      await clock.advance(1000);
    }
  };
  return { clock, notices, state, watch, seconds };
}

describe('missed polls', () => {
  it('are told with the time they speak of, which grows while they go on', async () => {
    const { clock, notices, seconds } = setUp();
    const since = clock.wall();
    await seconds(60, 1);
    expect(notices.list()).toMatchObject([
      {
        code: 'polls-missed',
        detail: { missed: 60, due: 600, since, until: since + 60_000 },
      },
    ]);
    const [{ id, at } = { id: '', at: 0 }] = notices.list();
    await seconds(60, 2);
    expect(notices.list()).toMatchObject([
      { id, at, detail: { missed: 180, due: 1200, since, until: since + 120_000 } },
    ]);
  });

  it('are over, and their notice with them, when polls keep up again for a while', async () => {
    const { notices, seconds } = setUp();
    await seconds(60, 1);
    await seconds(60);
    expect(notices.list()).toHaveLength(1);
    await seconds(60);
    expect(notices.list()).toEqual([]);
    await seconds(300);
    expect(notices.list()).toEqual([]);
    await seconds(60, 1);
    expect(notices.list()).toMatchObject([{ detail: { missed: 60, due: 600 } }]);
  });

  it('are nothing to tell of where they are few, in number or in share', async () => {
    const { notices, state, watch, clock, seconds } = setUp();
    state.missed += 9;
    await seconds(60);
    expect(notices.list()).toEqual([]);
    watch.polled(10_000);
    state.missed += 40;
    await clock.advance(60_000);
    expect(notices.list()).toEqual([]);
  });

  it.each([
    ['the process was stopped', true],
    ['the machine slept', false],
  ])('are not told where %s', async (_, isMonotonic) => {
    const { clock, notices, state, watch, seconds } = setUp();
    await seconds(30);
    for (let stop = 0; stop < 3; stop++) {
      // The timers that fell due meanwhile run late, and the polls with them.
      if (isMonotonic) clock.stall(24_000);
      else clock.jumpWall(24_000);
      state.missed += 240;
      watch.polled(10);
      await clock.advance(1000);
      state.missed += 5;
      await seconds(60);
    }
    expect(notices.list()).toEqual([]);
  });

  it('are told where this process was too busy to look at the clock', async () => {
    const { clock, notices, state, seconds } = setUp();
    for (let second = 0; second < 58; second++) {
      clock.stall(3000);
      state.busyMs += 3500;
      state.missed += 30;
      await seconds(1);
    }
    await seconds(2);
    expect(notices.list()).toMatchObject([{ code: 'polls-missed' }]);
  });

  it('are looked for only while there are polls', async () => {
    const { clock, watch, seconds } = setUp();
    expect(clock.timers).toBe(0);
    await seconds(10);
    expect(clock.timers).toBe(1);
    await clock.advance(180_000);
    expect(clock.timers).toBe(0);
    await seconds(1);
    expect(clock.timers).toBe(1);
    watch.close();
    expect(clock.timers).toBe(0);
  });
});
