import type { History } from './overlay-series.ts';

/** With what the time shown is compared. */
export const pastNames = ['none', 'day', 'week'] as const;
export type PastName = (typeof pastNames)[number];

const daysBack = { day: 1, week: 7 } as const;

/** How far back the same time of another day lies, milliseconds: by the calendar, so that it is the same time of the day also where clocks were set meanwhile. */
export function pastShift(now: number, past: keyof typeof daysBack): number {
  const then = new Date(now);
  then.setDate(then.getDate() - daysBack[past]);
  return now - then.getTime();
}

/** What was kept at another time, as if it were of now: so many milliseconds later, without what happened then. */
export function later(history: History, ms: number): History {
  const { range } = history;
  return {
    ...history,
    range: {
      ...range,
      since: range.since === null ? null : range.since + ms,
      at: range.at.map((at) => at + ms),
      marks: [],
    },
  };
}
