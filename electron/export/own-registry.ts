import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { type NoticeCode, noticeDetails } from '../../shared/facts/notices.ts';
import type { AppInfo } from '../../shared/model/app-info.ts';
import { proxyStateKinds } from '../../shared/model/state-kinds.ts';
import { boundText, type Format, headOf, lineOf } from './exposition.ts';
import { labelText } from './labels.ts';
import { type Unit, units } from './metric.ts';
import { consoleMetrics } from './metrics.ts';

/** `prom-client` calls these what promtool refuses: gauges that end like counters. */
const misnamed = [
  'nodejs_active_handles_total',
  'nodejs_active_requests_total',
  'nodejs_active_resources_total',
] as const;

/** What the console says of itself. */
export interface OwnFacts {
  readonly version: string;
  readonly shell: AppInfo['shell'];
  readonly profiles: () => number;
  readonly states: () => Iterable<(typeof proxyStateKinds)[number]>;
  readonly alerts: () => readonly { readonly acknowledged: unknown }[];
  /** Calls of the store that wait for their answers. */
  readonly storeQueue: () => number;
  /** What it tells now. */
  readonly notices: () => readonly { readonly code: NoticeCode }[];
}

export interface OwnRegistry {
  /** All of it as text, without what ends an answer. */
  text(format: Format): Promise<string>;
  close(): void;
}

/** The registry of the console and its process, by `prom-client`. */
export function createOwnRegistry(facts: OwnFacts): OwnRegistry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  for (const name of misnamed) registry.removeSingleMetric(name);
  const gauge = (
    { name, help, labels }: (typeof consoleMetrics)[keyof typeof consoleMetrics],
    collect: (gauge: Gauge) => void,
  ): void => {
    new Gauge({
      name,
      help,
      labelNames: [...labels],
      registers: [registry],
      collect() {
        this.reset();
        collect(this);
      },
    });
  };
  gauge(consoleMetrics.build, (build) =>
    build.set({ version: facts.version, shell: facts.shell }, 1),
  );
  gauge(consoleMetrics.profiles, (profiles) => profiles.set(facts.profiles()));
  gauge(consoleMetrics.proxies, (proxies) => {
    for (const state of proxyStateKinds) proxies.set({ state }, 0);
    for (const state of facts.states()) proxies.inc({ state });
  });
  gauge(consoleMetrics.alerts, (alerts) => {
    for (const acknowledged of ['true', 'false']) alerts.set({ acknowledged }, 0);
    for (const { acknowledged } of facts.alerts())
      alerts.inc({ acknowledged: String(acknowledged !== null) });
  });
  gauge(consoleMetrics.storeQueue, (queue) => queue.set(facts.storeQueue()));
  gauge(consoleMetrics.notices, (notices) => {
    for (const code of Object.keys(noticeDetails)) notices.set({ code }, 0);
    for (const { code } of facts.notices()) notices.inc({ code });
  });
  return {
    text: (format) => textOf(registry, format),
    close: () => registry.clear(),
  };
}

/** In the words of either format: `prom-client` itself takes the names of counters for good where it writes OpenMetrics once. */
async function textOf(registry: Registry, format: Format): Promise<string> {
  const families = await registry.getMetricsAsJSON();
  return families.map((family) => familyText(family as unknown as Family, format)).join('');
}

/** As `getMetricsAsJSON` answers it; its types leave out that the series of a histogram have names of their own. */
interface Family {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly values: readonly {
    readonly value: number | null;
    readonly labels: Readonly<Record<string, string | number>>;
    readonly metricName?: string;
  }[];
}

function familyText({ name, help, type, values }: Family, format: Format): string {
  const lines = values.map(({ value, labels, metricName = name }) => {
    // A mean of nothing, as right after the scrape before.
    if (value === null || Number.isNaN(value)) return '';
    const texts = Object.entries(labels).map(
      ([label, said]) =>
        [label, label === 'le' && said !== '+Inf' ? boundText(Number(said)) : `${said}`] as const,
    );
    return lineOf(metricName, labelText(texts), value);
  });
  return headOf({ name, help, type, unit: unitOf(name) }, format) + lines.join('');
}

/** By the end of its name. */
function unitOf(name: string): Unit | null {
  const family = name.replace(/_total$/, '');
  return units.find((unit) => family.endsWith(`_${unit}`)) ?? null;
}
