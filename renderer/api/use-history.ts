import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { HistoryRange } from '../../shared/model/history.ts';
import { useApi } from './context.ts';
import type { Fetched } from './fetched.ts';
import { hereFirst } from './here-first.ts';
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

function byIdOf(
  ids: readonly string[],
  answers: readonly HistoryRange[],
): ReadonlyMap<string, HistoryRange> {
  return new Map(
    ids.flatMap((id, index) => {
      const range = answers[index];
      return range === undefined ? [] : [[id, range] as const];
    }),
  );
}

/**
 * What is drawn until a Prometheus has answered, of what is kept here and what is drawn now. Null where that is better: it has parts of the Prometheus, and
 * where nothing is missing. What kept it from being read the last time is still said.
 */
function earlyOf(here: Histories, shown: Histories | null): Histories | null {
  const known = [...(shown?.byId.values() ?? [])].flatMap(({ elsewhere }) => elsewhere ?? []);
  if (known.some(({ spans }) => spans.length > 0)) return null;
  if (![...here.byId.values()].some(({ elsewhere }) => elsewhere?.pending)) return null;
  const byId = new Map(
    [...here.byId].map(([id, range]) => {
      const before = shown?.byId.get(id)?.elsewhere;
      return [id, before === undefined ? range : { ...range, elsewhere: before }] as const;
    }),
  );
  return { ...here, byId };
}

/**
 * The history of up to `mostInRange` proxies, fetched again every so many milliseconds, maybe by what is known, while the window can be seen. While another span or
 * other proxies are fetched the last answer stays, so that no picture blinks. Where a Prometheus takes its time, what this console keeps is there before
 * the whole.
 */
export function useHistories(
  ids: readonly string[],
  span: WantedSpan,
  points: number,
  everyMs: number | false | ((known: Histories | null) => number),
): Fetched<Histories> {
  const { client, fleet, queries } = useApi();
  const queryKey = ['history.range', { ids, span, points }] as const;
  const query = useQuery(
    {
      queryKey,
      queryFn: ({ signal }): Promise<Histories> => {
        const { from, to } = spanAt(span, fleet.now());
        const input = { ids: [...ids], from, to, points };
        const ask = async (here?: true): Promise<Histories> => {
          const answers = await client.call('history.range', { ...input, here }, signal);
          return { from, to, byId: byIdOf(ids, answers) };
        };
        return hereFirst({
          whole: ask(),
          here: () => ask(true),
          early(answer) {
            const shown = queries.getQueryData<Histories>(queryKey) ?? null;
            const next = earlyOf(answer, shown);
            if (next !== null && !signal.aborted) queries.setQueryData(queryKey, next);
          },
        });
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
