import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { HistoryRange } from '../../shared/model/history.ts';
import { useApi } from './context.ts';
import type { Fetched } from './fetched.ts';
import { useFetched } from './use-fetched.ts';

/** The last so many milliseconds before now, or before what lies `back` milliseconds; or a span that stands still, epoch milliseconds. */
export type WantedSpan =
  | { readonly lastMs: number; readonly back?: number }
  | { readonly from: number; readonly to: number };

/** From when to when a span is at some time, epoch milliseconds. */
export function spanAt(span: WantedSpan, now: number): { from: number; to: number } {
  if ('to' in span) return span;
  const to = now - (span.back ?? 0);
  return { from: to - span.lastMs, to };
}

/** What is kept of several proxies in one span. */
export interface Histories {
  readonly from: number;
  readonly to: number;
  readonly byId: ReadonlyMap<string, HistoryRange>;
}

/** What could not be read from elsewhere is asked for again so soon, milliseconds, also of a span that stands still. */
const againMs = 15_000;

function isIncomplete(known: Histories | null): boolean {
  return [...(known?.byId.values() ?? [])].some(
    ({ elsewhere }) => (elsewhere?.fault ?? null) !== null,
  );
}

/**
 * The history of up to `mostInRange` proxies, fetched again every so many milliseconds, maybe by what is known, while the window can be seen. While another span or
 * other proxies are fetched the last answer stays, so that no picture blinks.
 */
export function useHistories(
  ids: readonly string[],
  span: WantedSpan,
  points: number,
  everyMs: number | false | ((known: Histories | null) => number),
): Fetched<Histories> {
  const { client, fleet, queries } = useApi();
  const query = useQuery(
    {
      queryKey: ['history.range', { ids, span, points }],
      queryFn: async ({ signal }): Promise<Histories> => {
        const { from, to } = spanAt(span, fleet.now());
        const input = { ids: [...ids], from, to, points };
        const answers = await client.call('history.range', input, signal);
        const byId = new Map(
          ids.flatMap((id, index) => {
            const range = answers[index];
            return range === undefined ? [] : [[id, range] as const];
          }),
        );
        return { from, to, byId };
      },
      enabled: ids.length > 0,
      placeholderData: keepPreviousData,
      refetchInterval: ({ state }) => {
        const known = state.data ?? null;
        const wanted = typeof everyMs === 'function' ? everyMs(known) : everyMs;
        return isIncomplete(known) ? Math.min(wanted || againMs, againMs) : wanted;
      },
    },
    queries,
  );
  return useFetched(query);
}
