import { describe, expect, it } from 'vitest';
import {
  dragged,
  scaled,
  shifted,
  shortestSpan,
  zoomOf,
  zoomText,
} from '../../../renderer/views/compare/zoom.ts';

const span = { from: 1_000_000, to: 1_100_000 };

describe('a zoomed span', () => {
  it('comes back from the address as it went there', () => {
    expect(zoomOf(zoomText(span))).toEqual(span);
    expect(zoomText({ from: 1.4, to: 6000.6 })).toBe('1-6001');
  });

  it.each([
    '',
    'x',
    '5',
    '5-',
    '100000-1000',
    '1000-1001',
    '-5-10000',
    '1-99999999999999999',
    '1e3-1e9',
  ])('is none where the address says none that can be shown: %j', (text) => {
    expect(zoomOf(text)).toBeNull();
  });

  it('grows and shrinks about its middle, and never below what can be shown', () => {
    expect(scaled(span, 0.5)).toEqual({ from: 1_025_000, to: 1_075_000 });
    expect(scaled(span, 2)).toEqual({ from: 950_000, to: 1_150_000 });
    const least = scaled(span, 0.0001);
    expect(least.to - least.from).toBe(shortestSpan);
    expect(zoomOf(zoomText(least))).not.toBeNull();
  });

  it('is shown also where the drag was short', () => {
    const short = dragged({ from: 1_000_000, to: 1_000_010 });
    expect(zoomOf(zoomText(short))).not.toBeNull();
    expect(dragged(span)).toEqual(span);
  });

  it('goes by half its length', () => {
    expect(shifted(span, -1)).toEqual({ from: 950_000, to: 1_050_000 });
    expect(shifted(shifted(span, 1), -1)).toEqual(span);
  });
});
