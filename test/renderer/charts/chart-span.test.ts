import { describe, expect, it } from 'vitest';
import {
  dragged,
  endingBy,
  longestSpan,
  scaled,
  shifted,
  shortestSpan,
  spanFields,
  spanOf,
} from '../../../renderer/charts/chart-span.ts';

const span = { from: 1_000_000, to: 1_100_000 };

describe('a span of a chart', () => {
  it('comes back from the address as it went there', () => {
    expect(spanOf(span.from, span.to)).toEqual(span);
    expect(spanFields({ from: 1.4, to: 6000.6 })).toEqual({ from: 1, to: 6001 });
  });

  it.each([
    [undefined, undefined],
    [5, undefined],
    [undefined, 5],
    [100_000, 1000],
    [1000, 1001],
  ])('is none where the address says none that can be shown: %j to %j', (from, to) => {
    expect(spanOf(from, to)).toBeNull();
  });

  it('grows and shrinks about its middle, within what can be shown', () => {
    expect(scaled(span, 0.5)).toEqual({ from: 1_025_000, to: 1_075_000 });
    expect(scaled(span, 2)).toEqual({ from: 950_000, to: 1_150_000 });
    const least = scaled(span, 0.0001);
    expect(least.to - least.from).toBe(shortestSpan);
    const most = scaled(span, 1e12);
    expect(most.to - most.from).toBe(longestSpan);
  });

  it('grows and shrinks about a time, which stays where it is in the picture', () => {
    expect(scaled(span, 0.5, 1_000_000)).toEqual({ from: 1_000_000, to: 1_050_000 });
    expect(scaled(span, 0.5, 1_080_000)).toEqual({ from: 1_040_000, to: 1_090_000 });
  });

  it('is shown also where the drag was short', () => {
    const short = dragged({ from: 1_000_000, to: 1_000_010 });
    expect(spanOf(short.from, short.to)).not.toBeNull();
    expect(dragged(span)).toEqual(span);
  });

  it('goes by a part of its length, and not beyond now', () => {
    expect(shifted(span, -0.5)).toEqual({ from: 950_000, to: 1_050_000 });
    expect(shifted(shifted(span, 0.5), -0.5)).toEqual(span);
    expect(endingBy(1_050_000, span)).toEqual({ from: 950_000, to: 1_050_000 });
    expect(endingBy(2_000_000, span)).toEqual(span);
  });
});
