import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { HistoryTotals } from '../../shared/model/history.ts';
import { errorOf } from './client.ts';
import { useApi } from './context.ts';
import type { Fetched } from './fetched.ts';
import type { WantedSpan } from './use-history.ts';

/** What the proxies moved in a span, in their order, and since when they run; asked again every so many milliseconds while the window can be seen. */
export function useHistoryTotals(
  ids: readonly string[],
  span: WantedSpan,
  everyMs: number | false,
): Fetched<readonly HistoryTotals[]> {
  const { client, fleet, queries } = useApi();
  const { data, error, refetch } = useQuery(
    {
      queryKey: ['history.totals', { ids, span }],
      queryFn: ({ signal }) => {
        const to = 'to' in span ? span.to : fleet.now() - (span.back ?? 0);
        const from = 'to' in span ? span.from : to - span.lastMs;
        return client.call('history.totals', { ids: [...ids], from, to }, signal);
      },
      enabled: ids.length > 0,
      placeholderData: keepPreviousData,
      refetchInterval: everyMs,
    },
    queries,
  );
  return useMemo(
    () => ({
      value: data ?? null,
      error: error === null ? null : errorOf(error),
      reload: () => void refetch(),
    }),
    [data, error, refetch],
  );
}
