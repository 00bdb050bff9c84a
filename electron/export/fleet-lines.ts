import type { WatchedProxy } from '../fleet/watched-proxy.ts';
import { boundText } from './exposition.ts';
import type { Metric } from './metric.ts';
import { needsAttention, proxyMetrics, reconnects, roundTrip, roundTripBounds } from './metrics.ts';
import type { Tally } from './tallies.ts';

/** What a scrape tells of one proxy, as it was at one moment. */
export interface Told {
  readonly labels: string;
  readonly proxy: WatchedProxy;
  readonly tally: Tally;
}

/** A family of metrics that proxies have, and the lines of one of them. */
export interface FleetFamily {
  readonly metric: Metric;
  readonly lines: (told: Told) => string;
}

const bucketEnds = [...roundTripBounds.map(boundText), '+Inf'].map((le) => `,le="${le}"} `);

function roundTripLines({ labels, tally }: Told): string {
  const start = `${roundTrip.name}_bucket{${labels}`;
  let lines = '';
  let count = 0;
  for (let index = 0; index < bucketEnds.length; index++) {
    count += tally.roundTrips[index] ?? 0;
    lines += `${start}${bucketEnds[index]}${count}\n`;
  }
  return `${lines}${roundTrip.name}_sum{${labels}} ${tally.roundTripSum}\n${roundTrip.name}_count{${labels}} ${count}\n`;
}

function reconnectLines({ labels, tally }: Told): string {
  let lines = '';
  for (const [reason, count] of tally.reconnects)
    lines += `${reconnects.name}{${labels},reason="${reason}"} ${count}\n`;
  return lines;
}

/** In the order in which they are written: all lines of one family together, as both formats want it. */
export const fleetFamilies: readonly FleetFamily[] = [
  ...proxyMetrics.map((metric) => ({
    metric,
    lines({ labels, proxy }: Told): string {
      const value = metric.valueOf(proxy);
      return value === null ? '' : `${metric.name}{${labels}} ${value}\n`;
    },
  })),
  { metric: roundTrip, lines: roundTripLines },
  { metric: reconnects, lines: reconnectLines },
  {
    metric: needsAttention,
    lines: ({ labels, proxy: { state } }) =>
      state.kind === 'needs-attention'
        ? `${needsAttention.name}{${labels},reason="${state.why.code}"} 1\n`
        : '',
  },
];
