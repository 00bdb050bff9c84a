import { type Panel, rows } from './dashboard-panels.ts';

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
