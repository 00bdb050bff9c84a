import type { HistoryRange, HistoryTotals, Span } from '../../shared/model/history.ts';
import type { HistoryElsewhere, HistorySource } from '../../shared/model/history-from.ts';
import type { Clock } from '../base/clock.ts';
import type { HistoryQuery, SpanQuery } from '../store/history/history.ts';
import { finestOf, levels } from '../store/history/levels.ts';
import type { HistoryStore } from '../store/thread/asked.ts';
import type { Reader } from './reader.ts';
import { movedOf } from './recorded/moved.ts';
import type { SourceOf } from './sources/source-of.ts';
import { withElsewhere } from './with-elsewhere.ts';

/** A span that is looked at as a whole is read in so many parts. */
const partsOfTotal = 400;
/** So much of what is counted here is asked for too: that the proxy restarted just before is told by what it counted after. */
const joinMs = 60_000;
/** The local history is coarser than asked for where its rows span so many times what the points lie apart. */
const coarser = 2;
/** Where the record begins is asked of a Prometheus for one proxy, and where the span is long: small pictures of many do without. */
const longMs = 24 * 3_600_000;
/** What is not known by then is known the next time, milliseconds. */
const sinceWaitMs = 3000;

/** One proxy's history in a span, of several at once. */
export interface RangesQuery extends Omit<HistoryQuery, 'id'> {
  readonly ids: readonly string[];
  /** What is kept here alone, with a word where a Prometheus would be asked for more. */
  readonly here?: boolean | undefined;
}

/** What one proxy moved in a span; `here` as of ranges. */
export interface JoinedSpanQuery extends SpanQuery {
  readonly here?: boolean | undefined;
}

/**
 * The history that this console keeps, with what a Prometheus has of it where a profile has one. What is kept here is there whatever becomes of the
 * Prometheus. Rejects as the history of this console does.
 */
export interface JoinedHistory extends Pick<HistoryStore, 'range'> {
  /** One for each id, in their order. */
  ranges(query: RangesQuery, signal?: AbortSignal): Promise<HistoryRange[]>;
  totals(query: JoinedSpanQuery, signal?: AbortSignal): Promise<HistoryTotals>;
}

export interface HistoryFromParts {
  readonly local: Pick<HistoryStore, 'range' | 'totals'>;
  /** Which Prometheus holds for a profile; null for none. */
  readonly sourceOf: SourceOf<Reader>;
  readonly clock: Pick<Clock, 'after'>;
}

export function createHistoryFrom({ local, sourceOf, clock }: HistoryFromParts): JoinedHistory {
  /** When the record of each begins elsewhere; those of which that is not known in time are left out. */
  const sinceOf = async (
    reader: Reader,
    ids: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, number | null>> => {
    let cancel = (): void => undefined;
    const late = new Promise<ReadonlyMap<string, number | null>>((resolve) => {
      cancel = clock.after(sinceWaitMs, () => resolve(new Map()));
    });
    const asked = reader.since(ids, signal);
    // Once nobody waits for it.
    asked.catch(() => undefined);
    try {
      return await Promise.race([asked, late]);
    } finally {
      cancel();
    }
  };
  const ranges: JoinedHistory['ranges'] = async (query, signal = new AbortController().signal) => {
    const { ids, from, to, points, here } = query;
    const found: HistoryRange[] = [];
    // One after the other: others have their turn in between, and the rest of what nobody waits for any more is not asked.
    for (const id of ids) found.push(await local.range({ id, from, to, points }, signal));
    const finest = finestOf(query);
    const isWorthSince = ids.length === 1 || to - from >= longMs;
    for (const { source, reader, members } of grouped(ids, sourceOf)) {
      const ends = new Map(
        members.flatMap((place) => {
          const end = neededUntil(found[place], { from, to }, finest, source.reach);
          return end === null ? [] : [[place, end] as const];
        }),
      );
      if (here) {
        for (const place of members) {
          const range = found[place];
          if (range === undefined || (!isWorthSince && !ends.has(place))) continue;
          found[place] = { ...range, elsewhere: pendingOf(source, from, ends.get(place) ?? to) };
        }
        continue;
      }
      const idOf = (place: number): string => ids[place] ?? '';
      const [since, read] = await Promise.all([
        isWorthSince
          ? sinceOf(reader, members.map(idOf), signal)
          : new Map<string, number | null>(),
        ends.size === 0
          ? null
          : reader.read(
              [...ends.keys()].map(idOf),
              { from, to: Math.max(...ends.values()), finestMs: finest },
              signal,
            ),
      ]);
      for (const place of members) {
        const range = found[place];
        if (range === undefined) continue;
        const end = ends.get(place);
        const first = since.get(idOf(place)) ?? null;
        const whole = { ...range, since: earliest(range.since, first) };
        if (end === undefined || read === null) {
          found[place] = whole;
          continue;
        }
        const one = read.byId.get(idOf(place));
        found[place] = withElsewhere(whole, one, finest, {
          folderId: source.folderId,
          asked: { from, to: end },
          fault: one === undefined ? read.fault : null,
          warnings: [...read.warnings],
        });
      }
    }
    return found;
  };
  return {
    ranges,
    async range({ id, ...span }, signal) {
      const [range] = await ranges({ ids: [id], ...span }, signal);
      if (range === undefined) throw new Error('no history was answered for a profile');
      return range;
    },
    async totals(query, signal = new AbortController().signal) {
      const { id, from, to } = query;
      const here = await local.totals({ id, from, to }, signal);
      const holds = sourceOf(id);
      if (holds === null) return here;
      return totalsWith(here, query, holds, signal);
    },
  };

  /** Together with what was moved before anything was counted here. */
  async function totalsWith(
    here: HistoryTotals,
    { id, from, to, here: isHere }: JoinedSpanQuery,
    { source, reader }: NonNullable<ReturnType<SourceOf<Reader>>>,
    signal: AbortSignal,
  ): Promise<HistoryTotals> {
    const finestMs = Math.max(1000, (to - from) / partsOfTotal);
    const kept = here.moved?.from ?? to;
    const end = source.reach === 'all' ? to : Math.min(to, kept + joinMs);
    if ((source.reach === 'all' ? to : kept) - from < finestMs) return here;
    const { folderId } = source;
    if (isHere) return { ...here, elsewhere: { folderId, fault: null, pending: true } };
    const { byId, fault } = await reader.read(
      [id],
      { from, to: end, finestMs, trimmed: true },
      signal,
    );
    const read = byId.get(id);
    const whole = { ...here, elsewhere: { folderId, fault: read === undefined ? fault : null } };
    if (read === undefined) return whole;
    const { recorded, buckets, sampleMs } = read;
    const there = movedOf(recorded, buckets, sampleMs);
    if (there === null) return whole;
    const rest = await restOf(there.to);
    if (rest === null) return { ...whole, moved: there };
    return {
      ...whole,
      moved: {
        from: there.from,
        to: rest.to,
        bytes: String(BigInt(there.bytes) + BigInt(rest.bytes)),
        accesses: String(BigInt(there.accesses) + BigInt(rest.accesses)),
        watchedMs: there.watchedMs + rest.watchedMs,
        restarts: there.restarts + rest.restarts,
      },
    };

    /** What was counted here from about then on: as little as can be is counted twice, or not at all. */
    async function restOf(at: number): Promise<HistoryTotals['moved']> {
      const all = here.moved;
      if (all === null || at >= all.to) return null;
      if (at <= all.from) return all;
      const later = (await local.totals({ id, from: at, to }, signal)).moved;
      return later !== null && Math.abs(later.from - at) > at - all.from ? all : later;
    }
  }
}

/** The places of those that have the same source. */
function grouped(ids: readonly string[], sourceOf: SourceOf<Reader>) {
  type Held = NonNullable<ReturnType<SourceOf<Reader>>>;
  const groups = new Map<string, Held & { readonly members: number[] }>();
  for (const [place, id] of ids.entries()) {
    const held = sourceOf(id);
    if (held === null) continue;
    const group = groups.get(held.source.id) ?? { ...held, members: [] };
    groups.set(held.source.id, group);
    group.members.push(place);
  }
  return [...groups.values()];
}

function pendingOf(
  { folderId }: Pick<HistorySource, 'folderId'>,
  from: number,
  to: number,
): HistoryElsewhere {
  return { folderId, asked: { from, to }, spans: [], fault: null, warnings: [], pending: true };
}

/** Until when a Prometheus is asked for a span, of which this is what is kept here; null where it is not asked. */
function neededUntil(
  range: HistoryRange | undefined,
  { from, to }: Span,
  finest: number,
  reach: 'past-kept' | 'all',
): number | null {
  if (range === undefined) return null;
  const { step } = levels[range.level];
  const isCoarse = range.level !== 'raw' && step > coarser * finest;
  if (reach === 'all' || isCoarse || range.since === null) return to;
  return range.since <= from ? null : Math.min(to, range.since);
}

function earliest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}
