import type { Drawing } from '../../electron/export/metric.ts';
import { ownMetrics, processMetrics } from '../../electron/export/metrics.ts';
import {
  type CounterName,
  lateRoundTrip,
  type MetricName,
  meanRoundTrip,
  rateOf,
  upOfProxy,
} from './names.ts';

/** A panel of the dashboard: what it draws, and where. */
interface Panel {
  readonly title: string;
  readonly unit: Drawing['unit'];
  readonly kind: 'timeseries' | 'stat' | 'table';
  readonly width: 6 | 8 | 12 | 24;
  readonly queries: readonly { readonly expr: string; readonly legend: string }[];
}

/** Narrowed by what is chosen above the panels. */
const chosen = '{folder=~"$folder",class=~"$class",name=~"$proxy"}';
const of = (name: string): string => `${name}${chosen}`;
/** The name of a metric, which is one of the table. */
const m = (name: MetricName): MetricName => name;
const own = (name: MetricName): string => `${name}{job="$job"}`;

const fleet: readonly Panel[] = [
  {
    title: 'Proxies reached',
    unit: 'percentunit',
    kind: 'stat',
    width: 6,
    queries: [{ expr: `avg(${of(upOfProxy)})`, legend: 'reached' }],
  },
  {
    title: 'Not reached',
    unit: 'short',
    kind: 'stat',
    width: 6,
    queries: [{ expr: `count(${of(upOfProxy)} == 0) or vector(0)`, legend: 'proxies' }],
  },
  {
    title: 'Waiting for an administrator',
    unit: 'short',
    kind: 'stat',
    width: 6,
    queries: [
      {
        expr: `count(max by (profile) (${of(m('spcp_needs_attention'))})) or vector(0)`,
        legend: 'proxies',
      },
    ],
  },
  {
    title: 'Connections open',
    unit: 'short',
    kind: 'stat',
    width: 6,
    queries: [
      {
        expr: `sum(max by (profile) (${of(m('spcp_concurrent_connections'))}))`,
        legend: 'connections',
      },
    ],
  },
  {
    title: 'Bytes moved, by folder',
    unit: 'Bps',
    kind: 'timeseries',
    width: 12,
    queries: [
      {
        expr: `sum by (folder) (${of(rateOf('spcp_transferred_bytes_total'))})`,
        legend: '{{folder}}',
      },
    ],
  },
  {
    title: 'Accesses, by folder',
    unit: 'cps',
    kind: 'timeseries',
    width: 12,
    queries: [
      { expr: `sum by (folder) (${of(rateOf('spcp_accesses_total'))})`, legend: '{{folder}}' },
    ],
  },
  {
    title: 'Not reached now',
    unit: 'short',
    kind: 'table',
    width: 12,
    queries: [{ expr: `${of(upOfProxy)} == 0`, legend: '{{name}}' }],
  },
  {
    title: 'Connected again most, last hour',
    unit: 'short',
    kind: 'table',
    width: 12,
    queries: [
      {
        expr: `topk(20, sum by (name, folder, reason) (increase(${of(m('spcp_reconnects_total'))}[1h])) > 0)`,
        legend: '{{name}} {{reason}}',
      },
    ],
  },
];

/** A panel for each metric of which the table says how it is drawn. */
function drawnOver(over: Drawing['over']): readonly Panel[] {
  return [...ownMetrics, ...processMetrics].flatMap((metric): Panel[] => {
    const { drawn } = metric;
    if (drawn === null || drawn.over !== over) return [];
    const { title, unit } = drawn;
    const queries = over === 'proxy' ? ofEachProxy(metric) : [ofEachConsole(metric)];
    return [{ title, unit, kind: 'timeseries', width: 12, queries }];
  });
}

type Drawn = (typeof ownMetrics | typeof processMetrics)[number];

/** Of thousands those are drawn that have most. */
function ofEachProxy(metric: Drawn): Panel['queries'] {
  if (metric.type === 'histogram')
    return [
      { expr: most(meanRoundTrip), legend: '{{name}}, mean' },
      { expr: most(lateRoundTrip), legend: '{{name}}, 95 of 100' },
    ];
  const isCounter = metric.type === 'counter';
  return [
    {
      expr: most(isCounter ? rateOf(metric.name as CounterName) : metric.name),
      legend: '{{name}}',
    },
  ];
}

const most = (name: string): string => `topk(20, ${of(name)})`;

function ofEachConsole(metric: Drawn): Panel['queries'][number] {
  const [label] = 'labels' in metric ? metric.labels : [];
  if (metric.type === 'counter')
    return { expr: `rate(${own(metric.name)}[5m])`, legend: '{{instance}}' };
  return label === undefined
    ? { expr: own(metric.name), legend: '{{instance}}' }
    : { expr: `sum by (${label}) (${own(metric.name)})`, legend: `${label}: {{${label}}}` };
}

const rows = [
  ['Fleet', fleet],
  ['Each proxy', drawnOver('proxy')],
  ['Consoles', drawnOver('console')],
] as const;

// Grafana replaces it by what is chosen.
// biome-ignore lint/suspicious/noTemplateCurlyInString: it is Grafana's own template.
const source = { type: 'prometheus', uid: '${source}' } as const;

/** Grafana's dashboard of a fleet. */
export function dashboard(): object {
  const panels: object[] = [];
  let y = 0;
  for (const [title, ofRow] of rows) {
    panels.push({
      id: panels.length + 1,
      type: 'row',
      title,
      collapsed: false,
      gridPos: { h: 1, w: 24, x: 0, y: y++ },
      panels: [],
    });
    let x = 0;
    let tallest = 0;
    for (const panel of ofRow) {
      const h = panel.kind === 'stat' ? 4 : 8;
      if (x + panel.width > 24) {
        x = 0;
        y += tallest;
        tallest = 0;
      }
      panels.push(panelOf(panel, panels.length + 1, { h, w: panel.width, x, y }));
      x += panel.width;
      tallest = Math.max(tallest, h);
    }
    y += tallest;
  }
  return {
    uid: 'spcp-console-fleet',
    title: 'SPCP proxies',
    tags: ['spcp'],
    schemaVersion: 39,
    editable: true,
    refresh: '1m',
    time: { from: 'now-6h', to: 'now' },
    templating: { list: variables() },
    panels,
  };
}

function panelOf({ title, unit, kind, queries }: Panel, id: number, gridPos: object): object {
  const targets = queries.map(({ expr, legend }, index) => ({
    refId: String.fromCharCode(65 + index),
    datasource: source,
    expr,
    legendFormat: legend,
    ...(kind === 'table' ? { format: 'table', instant: true } : {}),
  }));
  return {
    id,
    type: kind,
    title,
    datasource: source,
    gridPos,
    fieldConfig: { defaults: { unit }, overrides: [] },
    targets,
  };
}

function variables(): object[] {
  const labelled = (name: string, label: string, text: string) => ({
    name,
    label: text,
    type: 'query',
    datasource: source,
    query: { query: `label_values(spcp_last_poll_timestamp_seconds, ${label})`, refId: name },
    refresh: 2,
    includeAll: true,
    // Also what has no such label, as a proxy that lies in no folder.
    allValue: '.*',
    multi: true,
    current: { text: 'All', value: '$__all' },
  });
  return [
    { name: 'source', label: 'Prometheus', type: 'datasource', query: 'prometheus' },
    labelled('folder', 'folder', 'Folder'),
    labelled('class', 'class', 'Class'),
    labelled('proxy', 'name', 'Proxy'),
    {
      name: 'job',
      label: 'Job',
      type: 'query',
      datasource: source,
      query: { query: 'label_values(spcp_console_build_info, job)', refId: 'job' },
      refresh: 2,
    },
  ];
}
