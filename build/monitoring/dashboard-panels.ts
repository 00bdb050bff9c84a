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
export interface Panel {
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

/** The rows of the dashboard, from the top down, each with its title. */
export const rows = [
  ['Fleet', fleet],
  ['Each proxy', drawnOver('proxy')],
  ['Consoles', drawnOver('console')],
] as const;
