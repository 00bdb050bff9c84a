import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createStore } from '../../../renderer/api/store.ts';
import {
  type ChartOptionsInput,
  lonePoints,
  timeChartOptions,
} from '../../../renderer/charts/time-chart-options.ts';
import { createAxisTime, createChartTime } from '../../../renderer/charts/time-chart-time.ts';

const input = (change: Partial<ChartOptionsInput> = {}): ChartOptionsInput => ({
  width: 600,
  height: 200,
  unit: 'count',
  colors: {
    line: 'blue',
    fill: 'lightblue',
    grid: 'grey',
    text: 'black',
    surface: 'white',
    restart: 'red',
    change: 'purple',
    font: '11px sans-serif',
  },
  cursor: createStore<number | null>(null),
  hourCycle: 'h23',
  picture: () => null,
  formatValue: (value) => `${value} pieces`,
  formatTime: (at, step) => `${at} by ${step}`,
  saySince: (since) => `since ${since}`,
  onCursor: () => undefined,
  onSpan: () => undefined,
  onPlaced: () => undefined,
  ...change,
});

describe('lone points', () => {
  it('are those between two gaps, which no line shows', () => {
    expect(lonePoints([1, null, 2, 3, null, 4])).toEqual([0, 5]);
    expect(lonePoints([0])).toEqual([0]);
    expect(lonePoints([null, 0, null])).toEqual([1]);
    expect(lonePoints([1, 2, 3])).toEqual([]);
    expect(lonePoints([1, 2, 3, null, 4, 5])).toEqual([]);
    expect(lonePoints([])).toEqual([]);
  });

  it('are not those between which only other series have points', () => {
    expect(lonePoints([1, undefined, 2, undefined, undefined, 3])).toEqual([]);
    expect(lonePoints([undefined, 1, undefined, null, 2, undefined])).toEqual([1, 4]);
  });
});

describe('the options', () => {
  it('draw no line across a gap', () => {
    expect(timeChartOptions(input()).series[1]?.spanGaps).toBe(false);
  });

  it('draw the band between the third and the fourth column', () => {
    const { bands } = timeChartOptions(input());
    expect(bands).toEqual([{ series: [3, 2], fill: 'lightblue' }]);
  });

  it('count times in milliseconds', () => {
    expect(timeChartOptions(input()).ms).toBe(1);
  });
});

describe('clock time', () => {
  const at = new Date(2026, 4, 17, 21, 5, 9).getTime();

  it('has seconds where they are asked for', () => {
    const time = createChartTime('en', 'h23');
    expect(time(at, false)).toBe('21:05');
    expect(time(at, true)).toBe('21:05:09');
  });

  it('is by the clock of all other times, and has room for it', () => {
    expect(createChartTime('en', 'h12')(at, false)).toMatch(/^09:05.PM$/);
    const space = (hourCycle: 'h12' | 'h23') =>
      timeChartOptions(input({ hourCycle })).axes?.[0]?.space as number;
    expect(space('h12')).toBeGreaterThan(space('h23'));
  });

  it('begins the day at zero', () => {
    expect(createChartTime('es', 'h23')(new Date(2026, 4, 17, 0, 7).getTime(), false)).toBe(
      '00:07',
    );
  });
});

describe('times on an axis of days', () => {
  const hour = 3_600_000;
  const time = createAxisTime('en-GB', 'h23');
  const noon = new Date(2026, 4, 17, 12, 5, 9).getTime();
  const midnight = new Date(2026, 4, 17).getTime();

  it('have their date where a day begins, and where lines lie a day apart', () => {
    expect(time.label(noon, hour)).toBe('12:05');
    expect(time.label(noon, 1000)).toBe('12:05:09');
    expect(time.label(midnight, hour)).toBe('17 May');
    expect(time.label(noon, 24 * hour)).toBe('17 May');
  });

  it('have their date in a span of more than a day', () => {
    expect(time.point(noon, { from: noon, to: noon + 24 * hour })).toBe('12:05:09');
    expect(time.point(noon, { from: noon, to: noon + 7 * 24 * hour })).toBe('17 May 12:05');
  });

  it('say how far the clocks are ahead where they are set within the span, so that no row ends before it begins', () => {
    vi.stubEnv('TZ', 'Europe/Madrid');
    onTestFinished(() => void vi.unstubAllEnvs());
    const here = createAxisTime('en-GB', 'h23');
    // At 01:00 UTC of 25 October 2026 three o'clock is two o'clock again.
    const back = Date.UTC(2026, 9, 25, 1);
    const night = { from: back - hour, to: back + hour };
    expect(here.point(back - 60_000, night)).toBe('02:59:00 UTC+2');
    expect(here.point(back + 60_000, night)).toBe('02:01:00 UTC+1');
    expect(here.point(back + 60_000, { from: back, to: back + hour })).toBe('02:01:00');
    vi.stubEnv('TZ', 'America/St_Johns');
    const ahead = Date.UTC(2026, 2, 8, 5, 30);
    expect(createAxisTime('en-GB', 'h23').point(ahead, { from: ahead - hour, to: ahead + 1 })).toBe(
      '03:00:00 UTC−2:30',
    );
  });
});
