import { proxyLabels } from '../../electron/export/metric.ts';
import {
  byProxy,
  job,
  lateRoundTrip,
  type MetricName,
  onProxy,
  rateOf,
  upOfProxy,
} from './names.ts';

/** An alert as Prometheus has it. `name`, `folder` and `class` are labels of its proxy. */
export interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  readonly for: string;
  readonly labels: { readonly severity: 'critical' | 'warning' | 'info' };
  readonly annotations: { readonly summary: string; readonly description: string };
}

/** The name of a metric, which is one of the table. */
const m = (name: MetricName): MetricName => name;
const rises = (name: MetricName, ago = ''): string =>
  `max ${byProxy} (increase(${name}[1h]${ago}))`;
const accesses = m('spcp_accesses_total');

const proxy = '{{ $labels.name }}{{ with $labels.folder }} in {{ . }}{{ end }}';

export const alerts: readonly AlertRule[] = [
  {
    alert: 'SpcpCollectorDown',
    expr: `up{job="${job}"} == 0`,
    for: '2m',
    labels: { severity: 'critical' },
    annotations: {
      summary: 'The console at {{ $labels.instance }} does not answer',
      description: 'Nobody watches its share of the proxies. Look at its service and its log.',
    },
  },
  {
    alert: 'SpcpConsoleMisconfigured',
    expr: `${m('spcp_console_notices')}{job="${job}",code=~"managed-refused|managed-faults|roles-refused|file-newer|storage-failed|history-in-memory"} > 0`,
    for: '5m',
    labels: { severity: 'warning' },
    annotations: {
      summary: 'The console at {{ $labels.instance }} tells of {{ $labels.code }}',
      description:
        'Proxies may be left unwatched, or nothing kept, and it runs on. Its log and its notices say which file it is.',
    },
  },
  {
    alert: 'SpcpProxyDown',
    expr: `${upOfProxy} == 0`,
    for: '2m',
    labels: { severity: 'critical' },
    annotations: {
      summary: `${proxy} is not reached`,
      description:
        'There is no session with it. The page of the proxy says why, and what was tried.',
    },
  },
  {
    alert: 'SpcpProxyNeedsAttention',
    expr: `max by (${[...proxyLabels, 'reason'].join(', ')}) (${m('spcp_needs_attention')})`,
    for: '1m',
    labels: { severity: 'warning' },
    annotations: {
      summary: `${proxy} waits for an administrator ({{ $labels.reason }})`,
      description:
        'It is not tried any more until somebody acts, as where its password was refused.',
    },
  },
  {
    alert: 'SpcpProxyRestartedOften',
    expr: `${rises('spcp_restarts_total')} > 2`,
    for: '0m',
    labels: { severity: 'warning' },
    annotations: {
      summary: `${proxy} restarted {{ $value | printf "%.0f" }} times in an hour`,
      description: 'Its counters began at zero again so often.',
    },
  },
  {
    alert: 'SpcpProxyNotPolled',
    expr: `max ${byProxy} (time() - ${m('spcp_last_poll_timestamp_seconds')} - 5 * ${m('spcp_poll_interval_seconds')}) > 60 and ${onProxy} (${upOfProxy} == 1)`,
    for: '2m',
    labels: { severity: 'warning' },
    annotations: {
      summary: `${proxy} has answered no poll for five intervals`,
      description: 'There is a session with it, and yet nothing is read.',
    },
  },
  {
    alert: 'SpcpRoundTripHigh',
    expr: `${lateRoundTrip} > 1`,
    for: '10m',
    labels: { severity: 'warning' },
    annotations: {
      summary: `${proxy} takes {{ $value | humanizeDuration }} for a poll`,
      description:
        'One of twenty polls takes longer than that. Polls that take longer than their interval are missed.',
    },
  },
  {
    alert: 'SpcpPollsMissed',
    // A share of those that were due: how many that is in a second hangs on the interval.
    expr: `${rateOf('spcp_missed_polls_total')} * ${onProxy} max ${byProxy} (${m('spcp_poll_interval_seconds')}) > 0.1`,
    for: '10m',
    labels: { severity: 'info' },
    annotations: {
      summary: `Polls of ${proxy} are missed`,
      description:
        'More than one of ten: the poll before is under way still when the next is due. The proxy is slow, or the way to it.',
    },
  },
  {
    alert: 'SpcpCountersStuck',
    expr: `${rises(accesses)} == 0 and ${onProxy} (${rises(accesses, ' offset 1d')} > 0) and ${onProxy} (${rises(accesses, ' offset 1w')} > 0)`,
    for: '30m',
    labels: { severity: 'info' },
    annotations: {
      summary: `${proxy} accepts no connections`,
      description:
        'It did at this hour yesterday and a week ago. It answers polls, but its mail service may be down.',
    },
  },
];
