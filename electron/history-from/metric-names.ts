import type { proxyLabels } from '../export/metric.ts';
import type { proxyMetrics, roundTrip } from '../export/metrics.ts';

type Exported =
  | (typeof proxyMetrics)[number]['name']
  | `${(typeof roundTrip)['name']}_${'sum' | 'count'}`;

/** What the exporter calls what it says of a proxy, and the label that says of which: the id of its profile. */
export const metricNames = {
  connections: 'spcp_concurrent_connections',
  bytes: 'spcp_transferred_bytes_total',
  accesses: 'spcp_accesses_total',
  roundTripSum: 'spcp_round_trip_seconds_sum',
  roundTripCount: 'spcp_round_trip_seconds_count',
  missed: 'spcp_missed_polls_total',
} as const satisfies Readonly<Record<string, Exported>>;

export const profileLabel = 'profile' as const satisfies (typeof proxyLabels)[number];
