import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { HistoryTotals } from '../../shared/model/history.ts';
import { useApi } from './context.ts';
import type { Fetched } from './fetched.ts';
import { useFetched } from './use-fetched.ts';
import { spanAt, type WantedSpan } from './use-history.ts';

/** What the proxies moved in a span, in their order, and since when they run; asked again every so many milliseconds while the window can be seen. */
export function useHistoryTotals(
  ids: readonly string[],
  span: WantedSpan,
  everyMs: number | false,
): Fetched<readonly HistoryTotals[]> {
  const { client, fleet, queries } = useApi();
  const query = useQuery(
    {
      queryKey: ['history.totals', { ids, span }],
      queryFn: ({ signal }) => {
        const { from, to } = spanAt(span, fleet.now());
        return client.call('history.totals', { ids: [...ids], from, to }, signal);
      },
      enabled: ids.length > 0,
      placeholderData: keepPreviousData,
      refetchInterval: everyMs,
    },
    queries,
  );
  return useFetched(query);
}
