import type { Alert } from '../../../shared/model/alert.ts';
import type { AuditCheck, AuditProgress } from '../../../shared/model/audit-check.ts';
import type { AuditOverview } from '../../../shared/model/audit-filter.ts';
import type { AuditEntry } from '../../../shared/model/change.ts';
import type { NewEvent, ProxyEvent } from '../../../shared/model/event.ts';
import type { EventCount, EventFilter } from '../../../shared/model/event-filter.ts';
import type {
  HistoryRange,
  HistoryTotals,
  MissedPolls,
  Span,
} from '../../../shared/model/history.ts';
import type { HistoryKept, KeptMs } from '../../../shared/model/history-kept.ts';
import type { Sample } from '../../../shared/model/sample.ts';
import type { HistoryQuery, SpanQuery } from '../history/history.ts';
import type { KnownSince } from '../known-since.ts';
import type { AuditQuery } from '../logs/audit-query.ts';
import type { EventQuery } from '../logs/event-search.ts';
import type { StoreCaller } from './caller.ts';

/** The history, asked where it is kept. Each rejects as the method of the same name of `History` throws, and as a call of the store does. */
export interface HistoryStore {
  /** Resolves once they are committed. */
  add(samples: readonly Sample[]): Promise<void>;
  range(query: HistoryQuery, signal?: AbortSignal): Promise<HistoryRange>;
  totals(query: SpanQuery, signal?: AbortSignal): Promise<HistoryTotals>;
  missed(query: SpanQuery, signal?: AbortSignal): Promise<MissedPolls>;
  runs(span: Span, signal?: AbortSignal): Promise<readonly Span[]>;
  maintain(now: number, kept: KeptMs): Promise<void>;
  kept(signal?: AbortSignal): Promise<HistoryKept>;
  forget(profileId: string): Promise<void>;
}

/** The events, asked where they are kept, likewise. */
export interface EventStore {
  /** In one transaction: all of them, or none; resolves once they are committed, in the order in which it was asked. */
  add(events: readonly NewEvent[]): Promise<readonly ProxyEvent[]>;
  list(query: EventQuery, signal?: AbortSignal): Promise<readonly ProxyEvent[]>;
  /** How many are wanted, as far as they are counted. */
  count(filter: EventFilter, signal?: AbortSignal): Promise<EventCount>;
  /** What other processes added since this was asked last, oldest first; the newest of very many. */
  addedElsewhere(): Promise<readonly ProxyEvent[]>;
}

/** What takes long of the audit log, asked of the store likewise. */
export interface AuditReads {
  /** Newest first, those that are wanted. */
  search(query: AuditQuery, signal: AbortSignal): Promise<AuditEntry[]>;
  /** Computes the chain of records again, as `verify` of the log does. */
  verifyAside(
    signal: AbortSignal,
    onProgress: (progress: AuditProgress) => void,
  ): Promise<AuditCheck>;
  /** Who changed anything, and how many entries cannot be read. */
  overview(signal: AbortSignal): Promise<AuditOverview>;
}

/** The alerts, asked of the store likewise. */
export interface AlertReads {
  /** Those that held at a time of the span, the first to fire first. */
  within(span: Span, signal?: AbortSignal): Promise<readonly Alert[]>;
  /** From when on they, and the events, are kept. */
  knownSince(signal?: AbortSignal): Promise<KnownSince>;
}

export function historyOf({ call }: StoreCaller): HistoryStore {
  return {
    add: (samples) => call('history.add', samples),
    range: (query, signal) => call('history.range', query, signal),
    totals: (query, signal) => call('history.totals', query, signal),
    missed: (query, signal) => call('history.missed', query, signal),
    runs: (span, signal) => call('history.runs', span, signal),
    maintain: (now, kept) => call('history.maintain', { now, kept }),
    kept: (signal) => call('history.kept', null, signal),
    forget: (profileId) => call('history.forget', profileId),
  };
}

export function eventsOf({ call }: StoreCaller): EventStore {
  // Here, since a thread that ends forgets what it knew.
  let known: number | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let isAsked = false;
  const own = new Set<number>();
  const lookForOthers = async (): Promise<readonly ProxyEvent[]> => {
    const { events, newest } = await call('events.after', known);
    known = newest;
    const others = events.filter(({ id }) => !own.has(id));
    for (const id of own) if (id <= newest) own.delete(id);
    return others;
  };
  return {
    async add(events) {
      const added = await call('events.add', events);
      if (isAsked) for (const { id } of added) own.add(id);
      return added;
    },
    list: (query, signal) => call('events.list', query, signal),
    count: (filter, signal) => call('events.count', filter, signal),
    addedElsewhere() {
      isAsked = true;
      // One after the other, so that none is told twice.
      const others = last.then(lookForOthers, lookForOthers);
      last = others;
      return others;
    },
  };
}

export function auditReadsOf({ call }: StoreCaller): AuditReads {
  return {
    search: (query, signal) => call('audit.search', query, signal),
    verifyAside: (signal, onProgress) => call('audit.verify', null, signal, onProgress),
    overview: (signal) => call('audit.overview', null, signal),
  };
}

export function alertReadsOf({ call }: StoreCaller): AlertReads {
  return {
    within: (span, signal) => call('alerts.within', span, signal),
    knownSince: (signal) => call('knownSince', null, signal),
  };
}
