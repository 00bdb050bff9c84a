import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { errorOf } from './client.ts';
import type { Fetched } from './fetched.ts';

/** What a query has, as views take it; the same object until that changes. */
export function useFetched<T>({
  data,
  error,
  refetch,
}: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>): Fetched<T> {
  return useMemo(
    () => ({
      value: data ?? null,
      error: error === null ? null : errorOf(error),
      reload: () => void refetch(),
    }),
    [data, error, refetch],
  );
}
