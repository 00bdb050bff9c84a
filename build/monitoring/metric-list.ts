import { proxyLabels } from '../../electron/export/metric.ts';
import {
  consoleMetrics,
  ownMetrics,
  processMetrics,
  roundTripBounds,
} from '../../electron/export/metrics.ts';

const code = (text: string): string => `\`${text}\``;
const ofConsole = new Set<string>(Object.values(consoleMetrics).map(({ name }) => name));

/** All metrics as a page in Markdown. */
export function metricList(): string {
  const rows = ownMetrics.map(({ name, type, labels, help }) => {
    const all = ofConsole.has(name) ? labels : ['of its proxy', ...labels.map(code)];
    return `| ${code(name)} | ${type} | ${all.join(', ')} | ${help} |`;
  });
  return `# Metrics

Made by \`npm run monitoring\` from the table of metrics.

A proxy's series have the labels ${proxyLabels.map(code).join(', ')}; one that would be empty is left out. Buckets of the round trip end at
${roundTripBounds.join(', ')} seconds. \`prom-client\` adds what it knows of the process, such as ${processMetrics.map(({ name }) => code(name)).join(', ')}.

| name | type | labels | what it says |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}
