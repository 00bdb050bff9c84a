import { usualMetricsPort } from '../../electron/export/endpoint/options.ts';
import { alerts } from './alerts.ts';
import { dashboard } from './dashboard.ts';
import { metricList } from './metric-list.ts';
import { job, recordings } from './names.ts';
import { yamlOf } from './yaml.ts';

const head =
  '# Made by `npm run monitoring` from the table of metrics: what is changed here is lost.\n';

/** The files for Prometheus and Grafana, by their names in this folder. */
export function monitoringFiles(): Readonly<Record<string, string>> {
  return {
    'recording-rules.yml': file({
      groups: [{ name: 'spcp-recordings', interval: '30s', rules: recordings }],
    }),
    'alert-rules.yml': file({
      groups: [{ name: 'spcp-alerts', rules: alerts }],
    }),
    'prometheus.yml': file({
      global: { scrape_interval: '15s', evaluation_interval: '15s' },
      rule_files: ['recording-rules.yml', 'alert-rules.yml'],
      scrape_configs: [
        {
          job_name: job,
          static_configs: [{ targets: [`127.0.0.1:${usualMetricsPort}`] }],
        },
      ],
    }),
    'metrics.md': metricList(),
    'dashboard.json': `${JSON.stringify(dashboard(), null, 2)}\n`,
  };
}

const file = (content: object): string => head + yamlOf(content);
