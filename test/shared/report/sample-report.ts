import type { Report, ReportProxy } from '../../../shared/model/report.ts';

const idOf = (n: number): string => `${n}0000000-0000-4000-8000-000000000001`;
const hour = 3_600_000;
export const dayBegins = Date.UTC(2026, 4, 1);

/** A proxy of a report that was up for 23 hours and down for one. */
export function reportProxyOf(n: number, others: Partial<ReportProxy> = {}): ReportProxy {
  return {
    id: idOf(n),
    name: `Proxy ${n}`,
    folder: 'Spain',
    removed: false,
    upMs: 23 * hour,
    downMs: hour,
    unwatchedMs: 0,
    availability: 23 / 24,
    outages: 1,
    longestOutageMs: hour,
    answered: 1,
    restarts: 1,
    bytes: '1048576',
    accesses: '1000',
    bytesPerSecond: 12.5,
    accessesPerSecond: 0.5,
    connections: 3,
    mostConnections: 7,
    roundTripMs: { p50: 2, p95: 9 },
    changes: 0,
    alerts: 0,
    ...others,
  };
}

/** A report of one day that is over. */
export function reportOf(proxies: readonly ReportProxy[], others: Partial<Report> = {}): Report {
  return {
    scope: { kind: 'folder', folder: 'Spain' },
    from: dayBegins,
    to: dayBegins + 24 * hour,
    until: dayBegins + 24 * hour,
    madeAt: dayBegins + 30 * hour,
    outagesSince: null,
    level: 'minute',
    proxies: [...proxies],
    changes: { count: 0, listed: [] },
    alerts: { count: 0, open: 0, since: null, listed: [] },
    odd: [],
    ...others,
  };
}
