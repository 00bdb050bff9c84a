import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCountWatch } from '../../../../shared/fleet/insights/open-count.ts';
import { unknownCount } from '../../../../shared/model/open-count.ts';
import type { OpenCount } from '../../../../shared/model/open-count-schema.ts';

/** Numbers that come in the same order each time (a linear congruence): 0 to 1. */
function createDice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

interface Made {
  /** Sessions a second at each second. */
  readonly rate: (second: number) => number;
  readonly seconds: number;
  /** Mean seconds of a session. */
  readonly duration: number;
  /** The part of ended sessions that is not counted out. */
  readonly leak: number;
  readonly restartEvery?: number;
  readonly seed?: number;
  readonly count?: OpenCount;
}

/** A proxy whose sessions come and go by chance, read once a second; what its count was judged to be, each time that changed. */
function watched({ rate, seconds, duration, leak, restartEvery, seed = 1, count }: Made) {
  const dice = createDice(seed);
  const watch = createCountWatch(count);
  const verdicts = [watch.count.verdict];
  let ends: number[] = [];
  let connections = 0;
  let accesses = 0;
  for (let second = 0; second < seconds; second++) {
    const restarted = restartEvery !== undefined && second > 0 && second % restartEvery === 0;
    if (restarted) {
      ends = [];
      connections = 0;
      accesses = 0;
    }
    const due = ends.filter((end) => end <= second);
    ends = ends.filter((end) => end > second);
    for (const _ of due) if (dice() >= leak) connections--;
    const now = rate(second);
    const came = Math.floor(now) + (dice() < now % 1 ? 1 : 0);
    for (let i = 0; i < came; i++) ends.push(second - duration * Math.log(1 - dice()));
    connections += came;
    accesses += came;
    const reading = { connections: BigInt(connections), accesses: BigInt(accesses) };
    watch.take({ ...reading, at: second * 1000, implausible: false }, restarted);
    if (watch.count.verdict !== verdicts.at(-1)) verdicts.push(watch.count.verdict);
  }
  return { watch, verdicts };
}

const hour = 3600;
const steady = (perSecond: number) => () => perSecond;

describe('a count of open connections', () => {
  it('is believed once enough came that are not counted any more', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.constantFrom(0.05, 0.5, 2), (seed, perSecond) => {
        const seconds = Math.ceil(600 / perSecond);
        const { verdicts } = watched({
          rate: steady(perSecond),
          seconds,
          duration: 8,
          leak: 0,
          seed,
        });
        expect(verdicts[0]).toBe('unproven');
        expect(verdicts.at(-1)).toBe('counted-out');
        expect(verdicts).not.toContain('only-rises');
      }),
      { numRuns: 30 },
    );
  });

  it('that only rises is recognised, however busy the proxy is', () => {
    for (const perSecond of [0.03, 0.2, 1, 20]) {
      const { watch } = watched({
        rate: steady(perSecond),
        seconds: 3 * hour,
        duration: 5,
        leak: 1,
      });
      expect(watch.count.verdict, `${perSecond}/s`).toBe('only-rises');
    }
  });

  it('that only rises is recognised over restarts that come too often for one of them to show it', () => {
    const { watch } = watched({
      rate: steady(0.1),
      seconds: 3 * hour,
      duration: 5,
      leak: 1,
      restartEvery: 400,
    });
    expect(watch.count.verdict).toBe('only-rises');
  });

  it('that is counted out is believed over restarts too', () => {
    const { verdicts } = watched({
      rate: steady(0.5),
      seconds: 3 * hour,
      duration: 10,
      leak: 0,
      restartEvery: 400,
    });
    expect(verdicts.at(-1)).toBe('counted-out');
    expect(verdicts).not.toContain('only-rises');
  });

  it('of a fleet that grows for an hour is never said to rise only', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.constantFrom(5, 20, 60), (seed, duration) => {
        const rate = (second: number) => 0.05 + (2 * Math.min(second, hour)) / hour;
        const { verdicts } = watched({ rate, seconds: 2 * hour, duration, leak: 0, seed });
        expect(verdicts).not.toContain('only-rises');
        expect(verdicts.at(-1)).toBe('counted-out');
      }),
      { numRuns: 20 },
    );
  });

  it('that is not always counted out is never believed for good, and said to rise after long', () => {
    const { watch, verdicts } = watched({
      rate: steady(1),
      seconds: 8 * hour,
      duration: 5,
      leak: 0.2,
    });
    expect(watch.count.verdict).toBe('only-rises');
    expect(verdicts).toContain('rising');
  });

  it('that was said to rise is believed only after as much that says otherwise', () => {
    const count: OpenCount = { verdict: 'only-rises', accesses: 100, rise: 100 };
    const few = watched({ rate: steady(1), seconds: 600, duration: 5, leak: 0, count });
    expect(few.watch.count.verdict).toBe('only-rises');
    const enough = watched({ rate: steady(1), seconds: 1200, duration: 5, leak: 0, count });
    expect(enough.verdicts).toEqual(['only-rises', 'counted-out']);
  });

  it('goes on to be what it was said to be after a restart of the proxy', () => {
    const count: OpenCount = { verdict: 'only-rises', accesses: 100, rise: 100 };
    const watch = createCountWatch(count);
    const reading = { at: 0, connections: 90n, accesses: 100n, implausible: false };
    watch.take(reading, false);
    watch.take({ ...reading, at: 1000, connections: 0n, accesses: 0n }, true);
    expect(watch.count).toBe(count);
  });

  it('that was below zero is not believed before the proxy restarts', () => {
    const watch = createCountWatch();
    const reading = { at: 0, connections: 1n, accesses: 100n, implausible: false };
    watch.take(reading, false);
    watch.take({ ...reading, at: 1000, connections: -1n, implausible: true }, false);
    expect(watch.count.verdict).toBe('below-zero');
    watch.take({ ...reading, at: 2000, accesses: 500n }, false);
    expect(watch.count.verdict).toBe('below-zero');
    watch.take({ ...reading, at: 3000, accesses: 0n }, true);
    expect(watch.count).toEqual(unknownCount);
  });

  it('of another proxy begins anew', () => {
    const { watch } = watched({ rate: steady(1), seconds: 1200, duration: 5, leak: 1 });
    expect(watch.count.verdict).toBe('only-rises');
    watch.forget();
    expect(watch.count).toEqual(unknownCount);
  });
});
