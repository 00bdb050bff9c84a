import { describe, expect, it } from 'vitest';
import { toEnd } from '../../../../electron/base/steps.ts';
import { madrid } from '../audit-entry.ts';
import { noon, sample } from '../samples.ts';
import { day, everySecond, hour, minute, second, setUp } from './history-rig.ts';

describe('a gap', () => {
  const nulls = (range: { at: number[]; connections: { mean: (number | null)[] } }) =>
    range.at.filter((_, index) => range.connections.mean[index] === null);

  it('is one point without data, where nothing was read for much longer than between the readings', () => {
    const { history } = setUp();
    history.add(everySecond(noon, noon + minute));
    history.add(everySecond(noon + 3 * minute, noon + 4 * minute));
    const range = history.range({ id: madrid, from: noon, to: noon + 5 * minute, points: 1000 });
    const [gap, ...others] = nulls(range);
    expect(others).toEqual([]);
    expect(gap).toBeGreaterThan(noon + minute - second);
    expect(gap).toBeLessThan(noon + 3 * minute);
    expect(range.at).toEqual([...range.at].sort((a, b) => a - b));
  });

  it('is shown in each level', () => {
    const { history } = setUp();
    history.add(everySecond(noon, noon + 10 * minute));
    history.add(everySecond(noon + 5 * hour, noon + 5 * hour + 10 * minute));
    toEnd(history.maintain(noon + 6 * hour));
    for (const [span, points] of [
      [6 * hour, 1000],
      [day, 1000],
      [day, 100],
    ] as const) {
      const range = history.range({ id: madrid, from: noon, to: noon + span, points });
      expect(nulls(range)).toHaveLength(1);
    }
  });

  it('is where a reading has no rate, since the time before it was not watched', () => {
    const { history } = setUp();
    const afresh = { bytesPerSecond: null, accessesPerSecond: null };
    history.add([
      sample(noon),
      sample(noon + 30 * second, afresh),
      sample(noon + 60 * second, afresh),
      sample(noon + 61 * second),
    ]);
    const range = history.range({ id: madrid, from: noon, to: noon + 5 * minute, points: 1000 });
    expect(nulls(range)).toHaveLength(2);
  });

  it('is not a long interval, nor a change of the interval', () => {
    const { history } = setUp();
    history.add(everySecond(noon, noon + minute));
    history.add(
      Array.from({ length: 10 }, (_, index) => sample(noon + minute + index * 30 * second)),
    );
    const range = history.range({ id: madrid, from: noon, to: noon + 10 * minute, points: 4000 });
    expect(range.at).toHaveLength(70);
    expect(nulls(range)).toEqual([]);
  });
});
