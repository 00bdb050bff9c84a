import type { WatchedProxy } from '../fleet/watched-proxy.ts';
import type { Metric } from './metric.ts';

/** A metric that each proxy has one value of, or none just now. Counters of 64 bits are decimal text, so that all their digits are written. */
export interface ProxyMetric extends Metric {
  readonly type: 'counter' | 'gauge';
  readonly labels: readonly [];
  readonly valueOf: (proxy: WatchedProxy) => number | string | null;
}

const none = [] as const;

/** What each proxy has one series of at most. */
export const proxyMetrics = [
  {
    name: 'spcp_up',
    type: 'gauge',
    help: 'Whether there is a session with the proxy: 1, or 0 where there should be one. Absent for a proxy that nobody wants connected.',
    unit: null,
    labels: none,
    drawn: { title: 'Reached', unit: 'percentunit', over: 'proxy' },
    valueOf: ({ state }) => (state.kind === 'off' ? null : Number(state.kind === 'ready')),
  },
  {
    name: 'spcp_concurrent_connections',
    type: 'gauge',
    help: 'Connections open now, as the proxy counts them. Absent where it says what cannot be a count; some proxies never count connections out.',
    unit: null,
    labels: none,
    drawn: { title: 'Connections open', unit: 'short', over: 'proxy' },
    valueOf: ({ reading }) =>
      reading === null || reading.implausible ? null : reading.connections,
  },
  {
    name: 'spcp_transferred_bytes_total',
    type: 'counter',
    help: 'Bytes moved since the proxy started; from zero again after its restart.',
    unit: 'bytes',
    labels: none,
    drawn: { title: 'Bytes moved', unit: 'Bps', over: 'proxy' },
    valueOf: ({ reading }) => reading?.transferredBytes ?? null,
  },
  {
    name: 'spcp_accesses_total',
    type: 'counter',
    help: 'Connections accepted since the proxy started; from zero again after its restart.',
    unit: null,
    labels: none,
    drawn: { title: 'Accesses', unit: 'cps', over: 'proxy' },
    valueOf: ({ reading }) => reading?.accesses ?? null,
  },
  {
    name: 'spcp_restarts_total',
    type: 'counter',
    help: 'Restarts of the proxy that this console saw, by counters that fell.',
    unit: null,
    labels: none,
    drawn: { title: 'Restarts seen', unit: 'short', over: 'proxy' },
    valueOf: ({ restarts }) => restarts,
  },
  {
    name: 'spcp_missed_polls_total',
    type: 'counter',
    help: 'Polls of the proxy that were missed because the one before was still under way.',
    unit: null,
    labels: none,
    drawn: { title: 'Polls missed', unit: 'cps', over: 'proxy' },
    valueOf: ({ missedPolls }) => missedPolls,
  },
  {
    name: 'spcp_last_poll_timestamp_seconds',
    type: 'gauge',
    help: 'When the proxy last answered a poll, in seconds since 1970, also while it cannot be reached.',
    unit: 'seconds',
    labels: none,
    drawn: null,
    valueOf: ({ lastReadAt }) => (lastReadAt === null ? null : lastReadAt / 1000),
  },
  {
    name: 'spcp_poll_interval_seconds',
    type: 'gauge',
    help: 'What lies between two polls of the proxy now; longer where it is paused or nobody looks.',
    unit: 'seconds',
    labels: none,
    drawn: null,
    valueOf: ({ intervalMs }) => intervalMs / 1000,
  },
] as const satisfies readonly ProxyMetric[];

/** Upper bounds of the round trip's buckets, seconds: from a proxy on the same machine to twice the time in which a reply is waited for. */
export const roundTripBounds = [
  0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10,
] as const;

/** What each proxy has several series of, or a console has. */
export const roundTrip = {
  name: 'spcp_round_trip_seconds',
  type: 'histogram',
  help: 'How long the polls of the proxy took that were answered.',
  unit: 'seconds',
  labels: none,
  drawn: { title: 'Round trip', unit: 's', over: 'proxy' },
} as const satisfies Metric;

export const reconnects = {
  name: 'spcp_reconnects_total',
  type: 'counter',
  help: 'How often the proxy is to be connected to again, by the error that ended the session or the attempt before. A reason is there from its first time on.',
  unit: null,
  labels: ['reason'],
  drawn: { title: 'Connected again', unit: 'cps', over: 'proxy' },
} as const satisfies Metric;

export const needsAttention = {
  name: 'spcp_needs_attention',
  type: 'gauge',
  help: '1 for a proxy that is not tried any more until an administrator acts, by the error that says why; else absent.',
  unit: null,
  labels: ['reason'],
  drawn: { title: 'Waiting for an administrator', unit: 'short', over: 'proxy' },
} as const satisfies Metric;

/** What the console says of itself. */
export const consoleMetrics = {
  build: {
    name: 'spcp_console_build_info',
    type: 'gauge',
    help: 'Always 1: the version of the console, and which of its shells it is.',
    unit: null,
    labels: ['version', 'shell'],
    drawn: null,
  },
  profiles: {
    name: 'spcp_console_profiles',
    type: 'gauge',
    help: 'Profiles that the console knows.',
    unit: null,
    labels: none,
    drawn: { title: 'Profiles', unit: 'short', over: 'console' },
  },
  proxies: {
    name: 'spcp_console_proxies',
    type: 'gauge',
    help: 'Proxies by the state in which they are.',
    unit: null,
    labels: ['state'],
    drawn: { title: 'Proxies by state', unit: 'short', over: 'console' },
  },
  alerts: {
    name: 'spcp_console_open_alerts',
    type: 'gauge',
    help: "Alerts of the console's own rules that are not over, by whether somebody acknowledged them.",
    unit: null,
    labels: ['acknowledged'],
    drawn: { title: 'Alerts of the console', unit: 'short', over: 'console' },
  },
  storeQueue: {
    name: 'spcp_console_store_queue',
    type: 'gauge',
    help: 'What was asked of the store and is not answered yet.',
    unit: null,
    labels: none,
    drawn: { title: 'Waiting for the store', unit: 'short', over: 'console' },
  },
  notices: {
    name: 'spcp_console_notices',
    type: 'gauge',
    help: 'What the console has to tell whoever runs it, by its code, such as that what administrators ordain could not be read. Its log has the words.',
    unit: null,
    labels: ['code'],
    drawn: { title: 'Notices of the console', unit: 'short', over: 'console' },
  },
} as const satisfies Readonly<Record<string, Metric>>;

/** What `prom-client` finds out about the process, of which the names are usual: those that the dashboard draws. */
export const processMetrics = [
  {
    name: 'process_cpu_seconds_total',
    type: 'counter',
    drawn: { title: 'Processor', unit: 'percentunit', over: 'console' },
  },
  {
    name: 'process_resident_memory_bytes',
    type: 'gauge',
    drawn: { title: 'Memory', unit: 'bytes', over: 'console' },
  },
  {
    name: 'nodejs_eventloop_lag_p99_seconds',
    type: 'gauge',
    drawn: { title: 'Event loop, 99 of 100 waits', unit: 's', over: 'console' },
  },
] as const satisfies readonly Pick<Metric, 'name' | 'type' | 'drawn'>[];

/** All that is the console's own to define, in the order in which it is written. */
export const ownMetrics = [
  ...proxyMetrics,
  roundTrip,
  reconnects,
  needsAttention,
  ...Object.values(consoleMetrics),
] as const satisfies readonly Metric[];
