import { describe, expect, it } from 'vitest';
import { createHistory } from '../../../../electron/store/history/history.ts';
import { lima, madrid } from '../audit-entry.ts';
import { noon, sample } from '../samples.ts';
import { day, hour, maintain, minute, second, setUp } from './history-rig.ts';

/** A reading each second, of counters that rise by 100 bytes and one access each. */
function counting(
  from: number,
  to: number,
  start: { readonly bytes: bigint; readonly accesses: bigint },
) {
  return Array.from({ length: (to - from) / second }, (_, index) =>
    sample(from + index * second, {
      transferredBytes: start.bytes + 100n * BigInt(index),
      accesses: start.accesses + BigInt(index),
      ...(index === 0 && { bytesPerSecond: null, accessesPerSecond: null }),
    }),
  );
}

const far = { bytes: (1n << 63n) + 5n, accesses: 1n << 40n };
const none = { bytes: 0n, accesses: 0n };

describe('totals over a span', () => {
  it('are what the counters rose by between the readings nearest to its ends, every byte', () => {
    const { history } = setUp();
    history.add(counting(noon, noon + 10 * minute, far));
    expect(
      history.totals({ id: madrid, from: noon + 2 * minute - 5 * second, to: noon + 5 * minute }),
    ).toEqual({
      moved: {
        from: noon + 2 * minute,
        to: noon + 5 * minute,
        bytes: '18000',
        accesses: '180',
        watchedMs: 3 * minute,
        restarts: 0,
      },
      epoch: { kind: 'first-contact', at: noon, lastAt: noon + 10 * minute - second },
    });
  });

  it('go to the last reading, also within a minute', () => {
    const { history } = setUp();
    history.add(counting(noon, noon + 30 * second, none));
    expect(history.totals({ id: madrid, from: noon - hour, to: noon + hour }).moved).toMatchObject({
      from: noon,
      to: noon + 29 * second,
      bytes: '2900',
      watchedMs: 29 * second,
    });
  });

  it('are spliced over a restart, with how many there were and since when the proxy runs', () => {
    const { history } = setUp();
    history.add(counting(noon, noon + 5 * minute, far));
    const restart = { bytesPerSecond: null, accessesPerSecond: null, restart: true };
    const again = noon + 5 * minute;
    history.add([sample(again, { transferredBytes: 70n, accesses: 1n, ...restart })]);
    history.add(counting(again + second, noon + 6 * minute, { bytes: 170n, accesses: 2n }));
    const totals = history.totals({ id: madrid, from: noon, to: noon + 10 * minute });
    // 299 steps before it, what the counters say after it, and 59 steps more.
    expect(totals.moved).toMatchObject({
      bytes: String(29_900 + 70 + 5900),
      accesses: String(299 + 1 + 59),
      restarts: 1,
    });
    expect(totals.epoch).toEqual({
      kind: 'restart',
      at: again,
      lastAt: noon + 6 * minute - second,
    });
  });

  it('count what was moved while this app did not run, and find a restart of that time', () => {
    const { database, history } = setUp();
    history.add(counting(noon, noon + 2 * minute, none));
    const next = createHistory(database);
    next.add(counting(noon + hour, noon + hour + minute, { bytes: 1_000_000n, accesses: 500n }));
    expect(next.totals({ id: madrid, from: noon, to: noon + 2 * hour }).moved).toMatchObject({
      bytes: '1005900',
      watchedMs: 119 * second,
      restarts: 0,
    });
    const third = createHistory(database);
    third.add(counting(noon + 3 * hour, noon + 3 * hour + minute, { bytes: 10n, accesses: 1n }));
    const span = { id: madrid, from: noon, to: noon + 4 * hour };
    expect(third.totals(span)).toMatchObject({
      moved: { restarts: 1 },
      epoch: { kind: 'restart', at: noon + 3 * hour },
    });
    expect(third.range({ ...span, points: 100 }).marks).toEqual([
      { kind: 'restart', at: noon + 3 * hour },
    ]);
  });

  it('never take the difference between two proxies for traffic', () => {
    const { history } = setUp();
    history.add(counting(noon, noon + minute, none));
    const [first, ...rest] = counting(noon + minute, noon + 2 * minute, {
      bytes: 5_000_000n,
      accesses: 9000n,
    });
    if (first === undefined) throw new Error('nothing was made');
    history.add([{ ...first, another: true }, ...rest]);
    expect(history.totals({ id: madrid, from: noon, to: noon + hour })).toMatchObject({
      moved: { bytes: '11800', restarts: 0 },
      epoch: { kind: 'first-contact', at: noon + minute },
    });
  });

  it('are there for as long as hours are kept', () => {
    const { history } = setUp();
    history.add(counting(noon, noon + 2 * hour, none));
    const later = noon + 30 * day;
    history.add(counting(later, later + minute, { bytes: 10_000_000n, accesses: 10_000n }));
    maintain(history, later + minute);
    expect(history.totals({ id: madrid, from: noon, to: later - day }).moved).toMatchObject({
      from: noon,
      to: noon + hour,
      bytes: '360000',
    });
    expect(history.totals({ id: madrid, from: noon, to: later }).moved?.bytes).toBe('10000000');
  });

  it('are none of a proxy that was never read, of a span without readings, and after it was forgotten', () => {
    const { history } = setUp();
    expect(history.totals({ id: lima, from: noon, to: noon + hour })).toEqual({
      moved: null,
      epoch: null,
    });
    history.add(counting(noon, noon + minute, none));
    const before = history.totals({ id: madrid, from: noon - day, to: noon - hour });
    expect(before.moved).toBeNull();
    history.forget(madrid);
    expect(history.totals({ id: madrid, from: noon, to: noon + hour })).toEqual({
      moved: null,
      epoch: null,
    });
  });

  it('go on for all proxies where a clock is corrected by decades and a counter says the most it can', () => {
    const { history } = setUp();
    const both = (at: number, now: number, hostile: bigint, other: bigint) => [
      sample(at, { now, transferredBytes: hostile }),
      sample(at, { now, profileId: lima, transferredBytes: other }),
    ];
    history.add(both(day, 1000, 0n, 100n));
    for (let n = 1; n <= 3; n++)
      history.add(both(noon + n * minute, n * minute, (1n << 64n) - 1n, 100n + BigInt(n)));
    const movedOf = (id: string) => history.totals({ id, from: 0, to: noon + hour }).moved?.bytes;
    expect(movedOf(madrid)).toBe('0');
    expect(movedOf(lima)).toBe('3');
  });

  it('note one restart of a fall that is doubted at first, when it fell', () => {
    const { history } = setUp();
    const restart = { bytesPerSecond: null, accessesPerSecond: null, restart: true };
    history.add([sample(noon, { transferredBytes: 95n * 10n ** 12n })]);
    history.add([sample(noon + second, { transferredBytes: 10n ** 13n, ...restart })]);
    history.add([sample(noon + 2 * second, { transferredBytes: 10n ** 13n + 5n })]);
    history.add([sample(noon + 3 * second, { transferredBytes: 10n ** 13n + 9n })]);
    const { moved, epoch } = history.totals({ id: madrid, from: noon, to: noon + minute });
    expect(moved).toMatchObject({ bytes: '4', restarts: 1 });
    expect(epoch).toMatchObject({ kind: 'restart', at: noon + second });
  });

  it('lose nothing of other proxies to a reading that cannot be kept', () => {
    const { history } = setUp();
    const batch = (at: number, bytes: bigint) => [
      sample(Number.NaN, { profileId: madrid }),
      sample(at, { profileId: lima, transferredBytes: bytes }),
    ];
    expect(() => history.add(batch(noon, 100n))).toThrow('no time');
    expect(() => history.add(batch(noon + second, 300n))).toThrow('no time');
    expect(history.totals({ id: lima, from: noon, to: noon + minute }).moved?.bytes).toBe('200');
  });
});
