import { describe, expect, it } from 'vitest';
import { oftenEnough } from '../../../../renderer/charts/ranges.ts';
import {
  leastRecord,
  recordedPart,
  worthAsking,
} from '../../../../renderer/views/proxy/charts/record-start.ts';

const minute = 60_000;
const hour = 60 * minute;
const year = 365 * 24 * hour;

describe('how far back a range is worth asking for', () => {
  it('is all of it where the record is as long, or of unknown length', () => {
    expect(worthAsking(hour, null)).toBe(hour);
    expect(worthAsking(hour, year)).toBe(hour);
  });

  it('is little more than the record where that is shorter', () => {
    for (const age of [10 * minute, hour, 30 * hour]) {
      const asked = worthAsking(year, age);
      expect(asked).toBeGreaterThanOrEqual(age);
      expect(asked).toBeLessThan(age * 1.5);
    }
    expect(worthAsking(year, 1000)).toBeLessThan(8 * minute);
  });

  it('is seldom another question as the record grows', () => {
    const asked = new Set<number>();
    for (let age = minute; age < 24 * hour; age += minute) asked.add(worthAsking(year, age));
    expect(asked.size).toBeLessThan(20);
  });
});

describe('how often a range is fetched again', () => {
  it('is seconds for a year of which there are minutes, since the next reading changes that picture', () => {
    expect(oftenEnough(10 * minute, worthAsking(year, 1000))).toBeLessThan(5000);
    expect(oftenEnough(10 * minute, 0)).toBeGreaterThanOrEqual(1000);
  });

  it('is never seldomer than is usual for the range', () => {
    expect(oftenEnough(10 * minute, year)).toBe(10 * minute);
    expect(oftenEnough(10_000, hour)).toBe(10_000);
  });
});

describe('the part of a span that the record has', () => {
  it('begins with the record', () => {
    expect(recordedPart({ from: 0, to: 24 * hour }, 20 * hour)).toEqual({
      from: 20 * hour,
      to: 24 * hour,
    });
  });

  it('is all of the span where the record is older, or not there', () => {
    const span = { from: hour, to: 2 * hour };
    expect(recordedPart(span, 5)).toEqual(span);
    expect(recordedPart(span, null)).toEqual(span);
  });

  it('holds a little time where the record has just begun', () => {
    const { from, to } = recordedPart({ from: 0, to: hour }, hour - 1000);
    expect(to - from).toBe(leastRecord);
  });
});
