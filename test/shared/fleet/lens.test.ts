import { describe, expect, it } from 'vitest';
import { lensOf } from '../../../shared/fleet/lens.ts';
import type { HistoryMark, HistoryRange } from '../../../shared/model/history.ts';

const at = 1_000_000;
const spanMs = 60_000;
const span = { at, spanMs, now: at + 10 * spanMs };

/** Readings each second, with one value for each metric before the change and another after it. */
function range(
  before: number | null,
  after: number | null,
  marks: HistoryMark[] = [],
): HistoryRange {
  const times = Array.from({ length: 120 }, (_, n) => at - spanMs + n * 1000 + 500);
  const column = times.map((time) => (time < at ? before : after));
  const band = { min: column, mean: column, max: column };
  return {
    since: 0,
    level: 'raw',
    at: times,
    connections: band,
    bytesPerSecond: band,
    accessesPerSecond: band,
    roundTripMs: band,
    missed: band,
    marks,
  };
}

const change: HistoryMark = {
  kind: 'change',
  at,
  setting: 'transformation',
  from: null,
  to: 'rev',
  who: 'ana',
  shell: 'web',
  outcome: 'verified',
  auditId: 1,
};
const line = (lens: ReturnType<typeof lensOf>, measure = 'accessesPerSecond') =>
  lens.lines.find((each) => each.measure === measure);

describe('a change through the lens', () => {
  it('is unlike where the proxy became another and the untouched did not', () => {
    const lens = lensOf(
      range(10, 5, [change]),
      [10, 11, 12, 9].map((n) => range(n, n)),
      span,
    );
    expect(line(lens)).toMatchObject({
      before: 10,
      after: 5,
      factor: 0.5,
      usual: 1,
      untouched: 4,
      finding: 'unlike',
    });
    expect(lens.conditions).toEqual([]);
    expect(line(lens, 'bytesPerAccess')).toMatchObject({ before: 1, after: 1, finding: 'alike' });
  });

  it('is like the others where all of them became so, as in the evening', () => {
    const others = [10, 20, 30].map((n) => range(n, n / 2));
    expect(line(lensOf(range(8, 4, [change]), others, span))).toMatchObject({
      factor: 0.5,
      usual: 0.5,
      finding: 'alike',
    });
  });

  it('takes none for untouched that was changed in the span, and says where too few are left', () => {
    const others = [range(1, 1), range(1, 1), range(1, 1, [{ ...change, at: at + 10 }])];
    expect(line(lensOf(range(8, 4, [change]), others, span))).toMatchObject({
      untouched: 2,
      usual: null,
      finding: 'no-control',
    });
  });

  it('is said to be read with care where that is so', () => {
    const conditions = (of: HistoryRange, now = span.now) =>
      lensOf(of, [], { ...span, now }).conditions;
    expect(conditions(range(1, 1, [change]), at + 1000)).toEqual(['not-over']);
    expect(conditions(range(1, null, [change]))).toEqual(['gaps']);
    expect(conditions(range(1, 1, [change, { kind: 'restart', at: at + 5 }]))).toEqual(['restart']);
    expect(conditions(range(1, 1, [change, { ...change, at: at - 5 }]))).toEqual(['other-change']);
    const { at: _, ...empty } = range(1, 1);
    expect(conditions({ ...empty, at: [] })).toEqual(['few', 'gaps']);
  });

  it('says which part of each side was watched: nothing before the recording began, and nothing of an outage', () => {
    expect(lensOf(range(1, 1, [change]), [], span).watched).toEqual({ before: 1, after: 1 });
    const long = { ...span, spanMs: 15 * spanMs };
    const { watched, conditions } = lensOf(range(1, 1, [change]), [], long);
    expect(watched.before).toBeGreaterThan(0.06);
    expect(watched.before).toBeLessThan(0.14);
    expect(conditions).toContain('gaps');
    const whole = range(1, 1, [change]);
    const mean = whole.connections.mean.map((value, n) => (n >= 15 && n < 45 ? null : value));
    const outage = { ...whole, connections: { ...whole.connections, mean } };
    expect(lensOf(outage, [], span).watched.before).toBeCloseTo(0.5, 1);
  });

  it('cannot be told of what was not counted', () => {
    expect(line(lensOf(range(0, 4), [], span))).toMatchObject({ factor: null, finding: 'unknown' });
  });
});
