import type { Reading } from '../../../shared/fleet/canary.ts';
import type { History } from '../../store/history/history.ts';
import type { Past } from './hold-watch.ts';

const mostPoints = 600;

/** What the history has of a proxy from then (inclusive) to then (exclusive), epoch milliseconds. Throws as the history does. */
export function pastOf(
  history: Pick<History, 'range'>,
  id: string,
  from: number,
  to: number,
): Past {
  if (to <= from) return { readings: [], restarted: false };
  const { at, bytesPerSecond, accessesPerSecond, roundTripMs, marks } = history.range({
    id,
    from,
    to,
    points: mostPoints,
  });
  const readings = at.map(
    (time, index): Reading => ({
      at: time,
      bytesPerSecond: bytesPerSecond.mean[index] ?? null,
      accessesPerSecond: accessesPerSecond.mean[index] ?? null,
      roundTripMs: roundTripMs.mean[index] ?? null,
      count: 1,
    }),
  );
  // What was read before the last change says nothing of what was in force after it.
  const changedAt = marks.findLast(({ kind }) => kind === 'change')?.at ?? 0;
  return {
    // A gap is drawn as a point without a value.
    readings: readings.filter((each) => each.roundTripMs !== null && each.at > changedAt),
    restarted: marks.some(({ kind }) => kind === 'restart'),
  };
}
