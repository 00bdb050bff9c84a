import type { NewEvent, ProxyEvent } from '../../../shared/model/event.ts';
import type { HistoryRange, HistoryTotals } from '../../../shared/model/history.ts';
import type { Sample } from '../../../shared/model/sample.ts';
import type { HistoryQuery, SpanQuery } from '../history/history.ts';
import type { AuditLog } from '../logs/audit.ts';
import type { EventQuery } from '../logs/events.ts';
import type { StoreCaller } from './caller.ts';

/** The history, asked where it is kept. Each rejects as the method of the same name of `History` throws, and as a call of the store does. */
export interface HistoryStore {
  /** Resolves once they are committed. */
  add(samples: readonly Sample[]): Promise<void>;
  range(query: HistoryQuery, signal?: AbortSignal): Promise<HistoryRange>;
  totals(query: SpanQuery, signal?: AbortSignal): Promise<HistoryTotals>;
  maintain(now: number): Promise<void>;
  forget(profileId: string): Promise<void>;
}

/** The events, asked where they are kept, likewise. */
export interface EventStore {
  /** In one transaction: all of them, or none; resolves once they are committed, in the order in which it was asked. */
  add(events: readonly NewEvent[]): Promise<readonly ProxyEvent[]>;
  list(query: EventQuery, signal?: AbortSignal): Promise<readonly ProxyEvent[]>;
  /** What other processes added since this was asked last, oldest first; the newest of very many. */
  addedElsewhere(): Promise<readonly ProxyEvent[]>;
}

/** What takes long of the audit log, asked of the store likewise. */
export type AuditReads = Pick<AuditLog, 'search' | 'verifyAside' | 'overview'>;

export function historyOf({ call }: StoreCaller): HistoryStore {
  return {
    add: (samples) => call('history.add', samples),
    range: (query, signal) => call('history.range', query, signal),
    totals: (query, signal) => call('history.totals', query, signal),
    maintain: (now) => call('history.maintain', now),
    forget: (profileId) => call('history.forget', profileId),
  };
}

export function eventsOf({ call }: StoreCaller): EventStore {
  return {
    add: (events) => call('events.add', events),
    list: (query, signal) => call('events.list', query, signal),
    addedElsewhere: () => call('events.addedElsewhere', null),
  };
}

export function auditReadsOf({ call }: StoreCaller): AuditReads {
  return {
    search: (query, signal) => call('audit.search', query, signal),
    verifyAside: (signal, onProgress) => call('audit.verify', null, signal, onProgress),
    overview: (signal) => call('audit.overview', null, signal),
  };
}
