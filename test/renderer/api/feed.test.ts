import { describe, expect, it } from 'vitest';
import { createFeed, silentMs } from '../../../renderer/api/feed.ts';

function setUp() {
  let now = 0;
  let hear: (at: number) => void = () => undefined;
  let look: () => void = () => undefined;
  const feed = createFeed({
    onHeartbeat: (listener) => {
      hear = listener;
    },
    now: () => now,
    every: (_, task) => {
      look = task;
    },
  });
  /** Lets time pass as a window that is awake sees it. */
  const pass = (ms: number): void => {
    for (const end = now + ms; now < end; ) {
      now = Math.min(end, now + 1000);
      look();
    }
  };
  return {
    feed,
    pass,
    hear: (at: number) => hear(at),
    standStill: (ms: number) => {
      now += ms;
      look();
    },
  };
}

describe('the feed of a window', () => {
  it('goes on while the console says something, and is silent within ten seconds where it does not', () => {
    const { feed, pass, hear } = setUp();
    for (let beat = 1; beat <= 10; beat++) {
      pass(2000);
      hear(beat);
      expect(feed.get()).toEqual({ kind: 'fed' });
    }
    pass(silentMs - 1000);
    expect(feed.get().kind).toBe('fed');
    pass(1000);
    expect(feed.get()).toEqual({ kind: 'silent', since: 10 });
    expect(silentMs).toBeLessThan(10_000);
    hear(30);
    expect(feed.get().kind).toBe('fed');
  });

  it('that never began says so too', () => {
    const { feed, pass } = setUp();
    pass(silentMs);
    expect(feed.get()).toEqual({ kind: 'silent', since: null });
  });

  it('is not called silent for what the window itself has slept through', () => {
    const { feed, pass, hear, standStill } = setUp();
    hear(1);
    standStill(120_000);
    expect(feed.get().kind).toBe('fed');
    hear(2);
    pass(1000);
    expect(feed.get().kind).toBe('fed');
    standStill(120_000);
    pass(1000);
    expect(feed.get()).toEqual({ kind: 'silent', since: 2 });
  });
});
