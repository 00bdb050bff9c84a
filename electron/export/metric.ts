/** The units of what is exported; a name that has one ends with it. */
export const units = ['seconds', 'bytes'] as const;
export type Unit = (typeof units)[number];

/** What every series of a proxy is told apart by; see `labels.ts`. */
export const proxyLabels = ['profile', 'name', 'folder', 'class', 'tags'] as const;

/** One metric family as both text formats tell of it. A counter's name ends in `_total`, and its type says what Prometheus may do with it. */
export interface Metric {
  readonly name: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly help: string;
  readonly unit: Unit | null;
  /** Beside those of every proxy, where it is of proxies. */
  readonly labels: readonly string[];
  /** How dashboards show it; null where they show it as a part of others. */
  readonly drawn: Drawing | null;
}

/** How a metric is drawn: each proxy's line, or one of all together. */
export interface Drawing {
  readonly title: string;
  /** By Grafana's name of it. */
  readonly unit: 'Bps' | 'cps' | 's' | 'short' | 'percentunit' | 'bytes';
  /** Of what is summed over the fleet, of what only each proxy's own number says something, and of the console that exports. */
  readonly over: 'fleet' | 'proxy' | 'console';
}
