import { showHidden } from '../model/hidden.ts';
import type { Report, ReportProxy } from '../model/report.ts';
import { csvLines } from '../texts/csv.ts';
import { knowsAlerts, knowsOutages } from './known.ts';

type Field = readonly [string, (proxy: ReportProxy) => string | number | null];

const fields: readonly Field[] = [
  ['proxy', ({ name }) => showHidden(name)],
  ['id', ({ id }) => id],
  ['folder', ({ folder }) => showHidden(folder)],
  ['removed', ({ removed }) => (removed ? 'yes' : 'no')],
  ['availability', ({ availability }) => availability],
  ['up_seconds', ({ upMs }) => upMs / 1000],
  ['down_seconds', ({ downMs }) => downMs / 1000],
  ['unwatched_seconds', ({ unwatchedMs }) => unwatchedMs / 1000],
  ['outages', ({ outages }) => outages],
  ['longest_outage_seconds', ({ longestOutageMs }) => longestOutageMs / 1000],
  ['polls_in_time', ({ answered }) => answered],
  ['restarts', ({ restarts }) => restarts],
  ['bytes', ({ bytes }) => bytes],
  ['accesses', ({ accesses }) => accesses],
  ['bytes_per_second', ({ bytesPerSecond }) => bytesPerSecond],
  ['accesses_per_second', ({ accessesPerSecond }) => accessesPerSecond],
  ['connections_mean', ({ connections }) => connections],
  ['connections_most', ({ mostConnections }) => mostConnections],
  ['round_trip_ms_p50', ({ roundTripMs }) => roundTripMs?.p50 ?? null],
  ['round_trip_ms_p95', ({ roundTripMs }) => roundTripMs?.p95 ?? null],
  ['changes', ({ changes }) => changes],
  ['alerts', ({ alerts }) => alerts],
];

const ofOutages = [
  'up_seconds',
  'down_seconds',
  'unwatched_seconds',
  'outages',
  'longest_outage_seconds',
];

/** As CSV (RFC 4180): one line for each proxy. Times are ISO 8601 in UTC; an empty field is "no data". */
export function reportCsv(report: Report): string {
  const { from, until, proxies, outagesSince, alerts } = report;
  const iso = (at: number): string => new Date(at).toISOString();
  const unknown = new Set([
    ...(knowsOutages(report) ? [] : ofOutages),
    ...(knowsAlerts(report) ? [] : ['alerts']),
  ]);
  const span = [iso(from), iso(until)];
  const known = [iso(outagesSince ?? from), iso(alerts.since ?? from)];
  return csvLines([
    ['from', 'to', ...fields.map(([name]) => name), 'outages_known_from', 'alerts_known_from'],
    ...proxies.map((proxy) => [
      ...span,
      ...fields.map(([name, value]) => (unknown.has(name) ? '' : String(value(proxy) ?? ''))),
      ...known,
    ]),
  ]);
}

/** A file's name without its ending: when it is of, in letters that every file system takes. */
export function reportFileName(first: string, last: string): string {
  return first === last ? `report-${first}` : `report-${first}-${last}`;
}
