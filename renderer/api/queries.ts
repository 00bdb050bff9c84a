import { QueryClient, queryOptions } from '@tanstack/react-query';
import type { CallInput, CallOutput, WindowCallName } from '../../shared/ipc/contract.ts';
import type { Client } from './client.ts';

/**
 * What this window has fetched. One answer for each question, however many views ask it; an older answer never replaces a newer one, and a
 * question that nobody asks any more is taken back.
 */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Whether the console can be reached is the bridge's to say, and what is asked again when it is back is `keepLive`'s.
        networkMode: 'always',
        retry: false,
        refetchOnReconnect: false,
        refetchOnWindowFocus: false,
      },
    },
  });
}

/** Under which an answer is kept. */
export function queryKeyOf<N extends WindowCallName>(name: N, input: CallInput<N>) {
  return [name, input] as const;
}

/** The answer to a call of the contract. */
export function callQuery<N extends WindowCallName>(client: Client, name: N, input: CallInput<N>) {
  return queryOptions({
    queryKey: queryKeyOf(name, input),
    queryFn: ({ signal }): Promise<CallOutput<N>> => client.call(name, input, signal),
  });
}
