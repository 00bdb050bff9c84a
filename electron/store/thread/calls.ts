import type { Alert } from '../../../shared/model/alert.ts';
import type { AuditCheck } from '../../../shared/model/audit-check.ts';
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
import type { EventLog } from '../logs/events.ts';

/** What is asked of the store where it runs: plain data, as a message carries it. Each answers and fails as the method of its name does. */
export interface StoreCalls {
  'history.add': { readonly input: readonly Sample[]; readonly answer: undefined };
  'history.range': { readonly input: HistoryQuery; readonly answer: HistoryRange };
  'history.missed': { readonly input: SpanQuery; readonly answer: MissedPolls };
  'history.totals': { readonly input: SpanQuery; readonly answer: HistoryTotals };
  'history.runs': { readonly input: Span; readonly answer: Span[] };
  'history.maintain': {
    readonly input: { readonly now: number; readonly kept: KeptMs };
    readonly answer: undefined;
  };
  'history.kept': { readonly input: null; readonly answer: HistoryKept };
  'history.forget': { readonly input: string; readonly answer: undefined };
  'events.add': { readonly input: readonly NewEvent[]; readonly answer: readonly ProxyEvent[] };
  'events.list': { readonly input: EventQuery; readonly answer: readonly ProxyEvent[] };
  'events.count': { readonly input: EventFilter; readonly answer: EventCount };
  'events.after': { readonly input: number | null; readonly answer: ReturnType<EventLog['after']> };
  'alerts.within': { readonly input: Span; readonly answer: Alert[] };
  knownSince: { readonly input: null; readonly answer: KnownSince };
  'audit.search': { readonly input: AuditQuery; readonly answer: AuditEntry[] };
  /** Tells of its progress. */
  'audit.verify': { readonly input: null; readonly answer: AuditCheck };
  'audit.overview': { readonly input: null; readonly answer: AuditOverview };
}

export type StoreCallName = keyof StoreCalls;
export type StoreInput<N extends StoreCallName> = StoreCalls[N]['input'];
export type StoreAnswer<N extends StoreCallName> = StoreCalls[N]['answer'];

/**
 * Which of the calls that wait has the next turn: what is to be written, in the order in which it came, then what somebody waits for, then what
 * takes long.
 */
export const urgencies = ['write', 'read', 'long'] as const;
export type Urgency = (typeof urgencies)[number];

export const urgencyOf = {
  'history.add': 'write',
  'history.range': 'read',
  'history.totals': 'read',
  'history.missed': 'read',
  'history.runs': 'read',
  'history.maintain': 'read',
  'history.kept': 'long',
  'history.forget': 'write',
  'events.add': 'write',
  'events.list': 'read',
  'events.count': 'long',
  'events.after': 'read',
  'alerts.within': 'read',
  knownSince: 'read',
  'audit.search': 'read',
  'audit.verify': 'long',
  'audit.overview': 'long',
} as const satisfies Record<StoreCallName, Urgency>;
