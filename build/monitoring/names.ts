import { proxyLabels } from '../../electron/export/metric.ts';
import { ownMetrics, type processMetrics, roundTrip } from '../../electron/export/metrics.ts';

/** A metric that rules and panels may name. */
export type MetricName = (typeof ownMetrics | typeof processMetrics)[number]['name'];
export type CounterName = Extract<
  (typeof ownMetrics)[number],
  { readonly type: 'counter' }
>['name'];

/** The job of Prometheus under which consoles are scraped, as the example configuration calls it. */
export const job = 'spcp-console';

const labels = proxyLabels.join(', ');
/** What a proxy is called in rules and panels, whichever console polls it: without the labels of where it was scraped. */
export const byProxy = `by (${labels})`;
export const onProxy = `on (${labels})`;

/** What a recording rule makes, `level:metric:operations`. */
export interface Recorded {
  readonly record: string;
  readonly expr: string;
}

/** What a counter of a proxy rises by in a second, as it is recorded. */
export function rateOf(counter: CounterName): string {
  return `profile:${counter.replace(/_total$/, '')}:rate5m`;
}
export const upOfProxy = 'profile:spcp_up:max';
export const meanRoundTrip = `profile:${roundTrip.name}:mean5m`;
export const lateRoundTrip = `profile:${roundTrip.name}:p95_5m`;

/** Two consoles that watch one proxy read the same counters: the greater of both rates is its rate, and the sum would be twice of it. */
const each = (expression: string): string => `max ${byProxy} (${expression})`;
const rate = (series: string): string => `rate(${series}[5m])`;

const counters = ownMetrics.flatMap((metric) => (metric.type === 'counter' ? [metric] : []));

/** Rates of proxies, and sums of them by folder and class: what panels and alerts ask for again and again. */
export const recordings: readonly Recorded[] = [
  ...counters.map(({ name, labels: more }) => ({
    record: rateOf(name),
    // Of what has labels of its own, all are one rate.
    expr: more.length === 0 ? each(rate(name)) : `sum ${byProxy} (${rate(name)})`,
  })),
  {
    record: meanRoundTrip,
    expr: each(`${rate(`${roundTrip.name}_sum`)} / ${rate(`${roundTrip.name}_count`)}`),
  },
  {
    record: lateRoundTrip,
    expr: each(`histogram_quantile(0.95, ${rate(`${roundTrip.name}_bucket`)})`),
  },
  { record: upOfProxy, expr: each('spcp_up' satisfies MetricName) },
  ...(['folder', 'class'] as const).flatMap((level) =>
    (['spcp_transferred_bytes_total', 'spcp_accesses_total'] as const).map((name) => ({
      record: rateOf(name).replace('profile', level),
      expr: `sum by (${level}) (${rateOf(name)})`,
    })),
  ),
  { record: 'fleet:spcp_up:ratio', expr: `avg(${upOfProxy})` },
];
