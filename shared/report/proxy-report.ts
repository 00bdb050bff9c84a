import type { HistoryRange, HistoryTotals, Span } from '../model/history.ts';
import type { ReportProxy } from '../model/report.ts';
import type { Outage } from './outages.ts';
import { quantile } from './quantile.ts';
import { lengthOf } from './spans.ts';

/** What is read of one proxy. */
export interface ProxyFacts {
  readonly profile: Pick<ReportProxy, 'id' | 'name' | 'folder' | 'removed'>;
  readonly range: Pick<
    HistoryRange,
    'at' | 'connections' | 'roundTripMs' | 'missed' | 'marks' | 'level'
  >;
  readonly moved: HistoryTotals['moved'];
  /** Of the time that was read, what lies in the part of the span of which outages are known, milliseconds. */
  readonly readMs: number;
  readonly outages: readonly Outage[];
  readonly changes: number;
  readonly alerts: number;
}

/** What one proxy did in a span, as far as that is over; `known` is the part of it of which outages are known, which may be empty. */
export function proxyReport(facts: ProxyFacts, known: Span): ReportProxy {
  const { profile, range, moved, readMs, outages, changes, alerts } = facts;
  const whole = known.to - known.from;
  const lengths = outages.map(lengthOf);
  const downMs = lengths.reduce((sum, length) => sum + length, 0);
  // What was moved is told between the readings nearest to the ends, which may lie beyond them by a little.
  const upMs = Math.min(readMs, whole - downMs);
  const watchedMs = upMs + downMs;
  const seconds = (moved?.watchedMs ?? 0) / 1000;
  const per = (count: string | undefined): number | null =>
    count === undefined || seconds === 0 ? null : Number(count) / seconds;
  const missed = meanOf(range.missed.mean);
  return {
    ...profile,
    upMs,
    downMs,
    unwatchedMs: Math.max(0, whole - watchedMs),
    availability: watchedMs > 0 ? upMs / watchedMs : null,
    outages: outages.length,
    longestOutageMs: lengths.reduce((longest, length) => Math.max(longest, length), 0),
    // So many were missed for each that was answered.
    answered: missed === null ? null : 1 / (1 + missed),
    restarts: range.marks.reduce(
      (sum, mark) => sum + (mark.kind === 'restart' ? (mark.count ?? 1) : 0),
      0,
    ),
    bytes: moved?.bytes ?? null,
    accesses: moved?.accesses ?? null,
    bytesPerSecond: per(moved?.bytes),
    accessesPerSecond: per(moved?.accesses),
    connections: meanOf(range.connections.mean),
    mostConnections: greatestOf(range.connections.max),
    roundTripMs: roundTripOf(range.roundTripMs.mean.filter((value) => value !== null)),
    changes,
    alerts,
  };
}

function roundTripOf(values: readonly number[]): ReportProxy['roundTripMs'] {
  const p50 = quantile(values, 0.5);
  const p95 = quantile(values, 0.95);
  return p50 === null || p95 === null ? null : { p50, p95 };
}

function meanOf(column: readonly (number | null)[]): number | null {
  const values = column.filter((value) => value !== null);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function greatestOf(column: readonly (number | null)[]): number | null {
  return column.reduce(
    (most, value) => (value === null || (most !== null && most >= value) ? most : value),
    null,
  );
}
