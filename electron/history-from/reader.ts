import type { Span } from '../../shared/model/history.ts';
import type { HistoryFault } from '../../shared/model/history-from.ts';
import type { Clock } from '../base/clock.ts';
import type { PrometheusApi } from './api/api.ts';
import { createLasting } from './lasting.ts';
import { profileLabel } from './metric-names.ts';
import { densityQuestion, presenceQuestion, rangeQuestion, wantedNames } from './question.ts';
import { type Buckets, type Recorded, recordedOf } from './recorded/recorded.ts';
import { createShared } from './shared.ts';

const second = 1000;
const hour = 3_600_000;
const day = 24 * hour;

/** Values in one answer: some two megabytes. */
const valuesAtOnce = 60_000;
/** Answers that are kept, each of one proxy. */
const mostKept = 300;
/** What is over changes no more, but may come late. */
const settledMs = 120_000;
const keptMs = 10 * 60_000;
const recentKeptMs = 15_000;
/** How many samples there are is counted in spans of so long, in so many places of what is asked for. */
const densityMs = hour;
const densityPlaces = 12;
/** The first sample is looked for so far back, day by day, and then within that day. */
const lookBackDays = 3650;
const presenceMs = 15 * 60_000;
const mostFirsts = 5000;

/** What a Prometheus has of one proxy in the buckets that were asked for. */
export interface Read {
  readonly recorded: Recorded;
  readonly buckets: Buckets;
  /** Milliseconds between two samples. */
  readonly sampleMs: number;
}

export interface ReadAnswer {
  /** Of those of which there is anything. */
  readonly byId: ReadonlyMap<string, Read>;
  readonly warnings: readonly string[];
  /** Why some are missing. */
  readonly fault: HistoryFault | null;
}

/** What one Prometheus has of proxies, by the ids of their profiles; as it was asked a moment ago, it is not asked again. Rejects with the signal's reason only. */
export interface Reader {
  /**
   * From `from` (inclusive) to `to` (exclusive), with one bucket more before them, in buckets of that width, or as wide as samples lie apart: on a
   * grid of whole multiples of their width, so that the edges lie within buckets, or with `trimmed` none of what lies outside in any but that one.
   */
  read(
    ids: readonly string[],
    wanted: Span & { readonly finestMs: number; readonly trimmed?: boolean },
    signal: AbortSignal,
  ): Promise<ReadAnswer>;
  /** About when the first sample of each is; null where there is none, or it cannot be told. */
  since(ids: readonly string[], signal: AbortSignal): Promise<ReadonlyMap<string, number | null>>;
}

export function createReader(
  api: Pick<PrometheusApi, 'range'>,
  clock: Pick<Clock, 'wall' | 'now'>,
): Reader {
  const known = createLasting<Omit<Read, 'buckets'> | null>(mostKept);
  const firsts = createLasting<number | null>(mostFirsts);
  const densities = createLasting<number | null>(mostKept);

  /** Milliseconds between two samples in a span; null where there are none. */
  const density = async (
    ids: readonly string[],
    { from, to }: Span,
    signal: AbortSignal,
  ): Promise<number | null | HistoryFault> => {
    const stepMs = Math.max(densityMs, Math.ceil((to - from) / densityPlaces / second) * second);
    const end = Math.ceil(to / stepMs) * stepMs;
    const begin = Math.min(end, Math.floor(from / stepMs) * stepMs + stepMs);
    const key = [begin, end, ...ids].join();
    const found = densities.get(key, clock.now());
    if (found !== undefined) return found;
    const answer = await api.range(
      densityQuestion(ids, densityMs, stepMs),
      { from: begin - 1, to: end - 1, stepMs },
      signal,
    );
    if (answer.kind === 'fault') return answer.fault;
    const most = answer.series.flatMap(({ values }) => values).reduce((a, b) => Math.max(a, b), 0);
    // A sample at either end makes one more of them.
    const sampleMs = most >= 1 ? Math.ceil(densityMs / most / second) * second : null;
    densities.set(key, sampleMs, clock.now() + (sampleMs === null ? recentKeptMs : keptMs));
    return sampleMs;
  };
  const read: Reader['read'] = async (ids, { from, to, finestMs, trimmed }, signal) => {
    const byId = new Map<string, Read>();
    const warnings = new Set<string>();
    const some = Math.max(
      1,
      Math.floor(valuesAtOnce / (wantedNames.length * Math.max(1, (to - from) / finestMs))),
    );
    let fault: HistoryFault | null = null;
    const one = async (batch: readonly string[]): Promise<void> => {
      const sampleMs = await density(batch, { from, to }, signal);
      if (sampleMs === null) return;
      if (typeof sampleMs !== 'number') {
        fault ??= sampleMs;
        return;
      }
      const layOut = trimmed ? trimmedBucketsOf : bucketsOf;
      const buckets = layOut({ from, to }, Math.max(finestMs, sampleMs));
      const { origin, width, count } = buckets;
      const keyOf = (id: string): string => [id, origin, width, count].join();
      const found = new Map<string, Omit<Read, 'buckets'> | null>();
      for (const id of batch) {
        const before = known.get(keyOf(id), clock.now());
        if (before !== undefined) found.set(id, before);
      }
      const missing = batch.filter((id) => !found.has(id));
      if (missing.length > 0) {
        const answer = await api.range(
          rangeQuestion(missing, { widthMs: width, sampleMs }),
          { from: origin + width - 1, to: origin + count * width - 1, stepMs: width },
          signal,
        );
        if (answer.kind === 'fault') fault ??= answer.fault;
        else {
          for (const warning of answer.warnings) warnings.add(warning);
          const isSettled = origin + count * width < clock.wall() - settledMs;
          // What is not whole may be whole the next time.
          const until =
            clock.now() + (isSettled && answer.warnings.length === 0 ? keptMs : recentKeptMs);
          for (const [id, recorded] of recordedOf(answer.series, missing, buckets)) {
            const one = isEmpty(recorded) ? null : { recorded, sampleMs };
            known.set(keyOf(id), one, until);
            found.set(id, one);
          }
        }
      }
      for (const [id, one] of found) if (one !== null) byId.set(id, { ...one, buckets });
    };
    const batches = Array.from({ length: Math.ceil(ids.length / some) }, (_, index) =>
      one(ids.slice(index * some, (index + 1) * some)),
    );
    const ended = await Promise.allSettled(batches);
    for (const each of ended) if (each.status === 'rejected') throw each.reason;
    return { byId, warnings: [...warnings], fault };
  };
  const firstOf = async (
    ids: readonly string[],
    times: Parameters<typeof api.range>[1],
    spanMs: number,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, number> | null> => {
    const answer = await api.range(presenceQuestion(ids, spanMs), times, signal);
    if (answer.kind === 'fault') return null;
    const found = answer.series.flatMap(({ labels, at: [first] }) => {
      const id = labels[profileLabel];
      return id === undefined || first === undefined ? [] : [[id, first] as const];
    });
    return new Map(found);
  };
  const findFirsts = async (ids: readonly string[], signal: AbortSignal): Promise<void> => {
    const end = Math.ceil(clock.wall() / presenceMs) * presenceMs;
    const times = { from: end - lookBackDays * day, to: end, stepMs: day };
    const days = await firstOf(ids, times, presenceMs, signal);
    // What could not be asked is not known to be nothing.
    if (days === null) return;
    const byDay = Map.groupBy(ids, (id) => days.get(id));
    const ofDay = async (found: number | undefined, those: readonly string[]): Promise<void> => {
      const within =
        found === undefined
          ? null
          : await firstOf(
              those,
              { from: found - day, to: found, stepMs: presenceMs },
              presenceMs,
              signal,
            );
      for (const id of those) {
        const first = found === undefined ? null : (within?.get(id) ?? found) - presenceMs;
        firsts.set(id, first, clock.now() + (first === null ? 4 * recentKeptMs : hour));
      }
    };
    const ended = await Promise.allSettled([...byDay].map((each) => ofDay(...each)));
    for (const each of ended) if (each.status === 'rejected') throw each.reason;
  };
  const finding = createShared<void>();
  const since: Reader['since'] = async (ids, signal) => {
    const unknown = ids.filter((id) => firsts.get(id, clock.now()) === undefined);
    if (unknown.length > 0)
      await finding(unknown.toSorted().join(), (own) => findFirsts(unknown, own), signal);
    return new Map(ids.map((id) => [id, firsts.get(id, clock.now()) ?? null]));
  };
  return { read, since };
}

/** With one more before the first: what a counter rose by is told by the bucket before. */
function bucketsOf({ from, to }: Span, finestMs: number): Buckets {
  const step = [day, hour, 60 * second, second].find((each) => each <= finestMs) ?? second;
  const width = Math.ceil(finestMs / step) * step;
  const origin = Math.floor(from / width) * width - width;
  return { origin, width, count: Math.ceil((to - origin) / width) };
}

/** As many of the same width, of whole milliseconds, as go into the span: at its end less of it may be left over than there are buckets, in milliseconds. */
function trimmedBucketsOf({ from, to }: Span, finestMs: number): Buckets {
  const span = Math.round(to) - Math.round(from);
  // Of a width that is a part of the span a division makes a hair less than there are.
  const inside = Math.max(1, Math.floor(span / finestMs + 1e-6));
  const width = Math.max(1, Math.floor(span / inside));
  return { origin: Math.round(from) - width, width, count: inside + 1 };
}

function isEmpty({ count }: Recorded): boolean {
  return count.every((samples) => !(samples >= 1));
}
