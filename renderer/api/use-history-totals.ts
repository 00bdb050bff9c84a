import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { HistoryTotals } from '../../shared/model/history.ts';
import { useApi } from './context.ts';
import type { Fetched } from './fetched.ts';
import { hereFirst } from './here-first.ts';
import { useFetched } from './use-fetched.ts';
import { spanAt, type WantedSpan } from './use-history.ts';

/**
 * What the proxies moved in a span, in their order, and since when they run; asked again every so many milliseconds while the window can be seen. Where a
 * Prometheus takes its time, what this console counted is there before the whole.
 */
export function useHistoryTotals(
  ids: readonly string[],
  span: WantedSpan,
  everyMs: number | false,
): Fetched<readonly HistoryTotals[]> {
  const { client, fleet, queries } = useApi();
  const queryKey = ['history.totals', { ids, span }] as const;
  const query = useQuery(
    {
      queryKey,
      queryFn: ({ signal }): Promise<readonly HistoryTotals[]> => {
        const { from, to } = spanAt(span, fleet.now());
        const input = { ids: [...ids], from, to };
        const ask = (here?: true): Promise<readonly HistoryTotals[]> =>
          client.call('history.totals', { ...input, here }, signal);
        return hereFirst({
          whole: ask(),
          here: () => ask(true),
          early(answer) {
            const next = earlyOf(answer, queries.getQueryData<readonly HistoryTotals[]>(queryKey));
            if (next !== null && !signal.aborted) queries.setQueryData(queryKey, next);
          },
        });
      },
      enabled: ids.length > 0,
      placeholderData: keepPreviousData,
      refetchInterval: everyMs,
    },
    queries,
  );
  return useFetched(query);
}

/** What is shown until a Prometheus has answered; null where what is shown now is better. What kept it from being read the last time is still said. */
function earlyOf(
  here: readonly HistoryTotals[],
  shown: readonly HistoryTotals[] | undefined,
): readonly HistoryTotals[] | null {
  const isWhole = shown?.some(({ elsewhere }) => elsewhere?.fault === null && !elsewhere.pending);
  if (isWhole || !here.some(({ elsewhere }) => elsewhere?.pending)) return null;
  return here.map((each, index) => {
    const before = shown?.[index]?.elsewhere;
    return before === undefined ? each : { ...each, elsewhere: before };
  });
}
