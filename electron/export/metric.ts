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
  /** How the dashboard draws it by itself; null where it is only a part of what others draw. */
  readonly drawn: Drawing | null;
}

/** How a metric is drawn. A counter is drawn by what it rises by in a second. */
export interface Drawing {
  readonly title: string;
  /** By Grafana's name of it. */
  readonly unit: 'Bps' | 'cps' | 's' | 'short' | 'percentunit' | 'bytes';
  /** A line for each proxy, or for each console. */
  readonly over: 'proxy' | 'console';
}
