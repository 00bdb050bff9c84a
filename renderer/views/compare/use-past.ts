import { useApi } from '../../api/context.ts';
import { type Histories, useHistories } from '../../api/use-history.ts';
import { type PastName, pastShift } from '../../charts/past.ts';
import type { TimeSpan } from '../../charts/sparkline-series.ts';

/** What lies in the past does not change: of a span that follows the clock so much more is fetched at once, milliseconds at the least. */
const leastAhead = 60_000;

export interface Past {
  /** As it was kept, at its own times; null while nothing is fetched. */
  readonly histories: Histories | null;
  /** How much later each of it is drawn, milliseconds. */
  readonly shift: number;
}

/** What was kept of the proxies at the same time of another day; null where none is asked for. */
export function usePast(
  ids: readonly string[],
  past: PastName,
  span: TimeSpan | { readonly lastMs: number; readonly refreshMs: number },
  points: number,
): Past | null {
  const { fleet } = useApi();
  const end = 'to' in span ? span.to : fleet.now();
  const shift = past === 'none' ? 0 : pastShift(end, past);
  const ahead = 'to' in span ? 0 : Math.max(leastAhead, span.refreshMs);
  const wanted =
    'to' in span
      ? { from: span.from - shift, to: span.to - shift }
      : { lastMs: span.lastMs + ahead, back: shift - ahead };
  const { value } = useHistories(past === 'none' ? [] : ids, wanted, points, ahead > 0 && ahead);
  return past === 'none' ? null : { histories: value, shift };
}
