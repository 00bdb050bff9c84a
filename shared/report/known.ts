import type { Report } from '../model/report.ts';

/** Whether outages, and so availability, are known of any of the span. */
export function knowsOutages({
  outagesSince,
  until,
}: Pick<Report, 'outagesSince' | 'until'>): boolean {
  return outagesSince === null || outagesSince < until;
}

/** Likewise of the alerts. */
export function knowsAlerts({ alerts, until }: Pick<Report, 'alerts' | 'until'>): boolean {
  return alerts.since === null || alerts.since < until;
}
