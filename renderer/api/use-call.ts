import { useQuery } from '@tanstack/react-query';
import type { CallInput, CallOutput, WindowCallName } from '../../shared/ipc/contract.ts';
import { useApi } from './context.ts';
import type { Fetched } from './fetched.ts';
import { callQuery } from './queries.ts';
import { useFetched } from './use-fetched.ts';

interface CallOptions {
  /** Asks only while this is true; what was answered before stays. */
  readonly enabled?: boolean;
  /** Asks again and again while the window can be seen, after so many milliseconds. */
  readonly everyMs?: number | false;
  /** A topic tells what changes: the answer is not asked for again by each view. */
  readonly live?: boolean;
}

/** What a call answers, fetched when the view is first shown. */
export function useCall<N extends WindowCallName>(
  name: N,
  input: CallInput<N>,
  { enabled = true, everyMs = false, live = false }: CallOptions = {},
): Fetched<CallOutput<N>> {
  const { client, queries } = useApi();
  const query = useQuery(
    {
      ...callQuery(client, name, input),
      enabled,
      refetchInterval: everyMs,
      ...(live ? { staleTime: Number.POSITIVE_INFINITY } : {}),
    },
    queries,
  );
  return useFetched(query);
}
