import type { Metric } from './metric.ts';

/** Prometheus' own text format, and OpenMetrics, which it asks for first. */
export type Format = 'prometheus' | 'openmetrics';

export const contentTypes: Readonly<Record<Format, string>> = {
  prometheus: 'text/plain; version=0.0.4; charset=utf-8',
  openmetrics: 'application/openmetrics-text; version=1.0.0; charset=utf-8',
};

/** The lines above the series of a family. OpenMetrics names the family of a counter without its `_total`, and says units. */
export function headOf(
  { name, type, help, unit }: Omit<Metric, 'drawn' | 'labels'>,
  format: Format,
): string {
  const isOpen = format === 'openmetrics';
  const family = isOpen && type === 'counter' ? name.replace(/_total$/, '') : name;
  // A quote is escaped in OpenMetrics alone; none of the texts has one.
  const said = help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
  const typed = `# HELP ${family} ${said}\n# TYPE ${family} ${type}\n`;
  return isOpen && unit !== null && family.endsWith(`_${unit}`)
    ? `${typed}# UNIT ${family} ${unit}\n`
    : typed;
}

/** One line. `labels` as `labels.ts` writes them. Numbers as JavaScript writes them, which both formats read. */
export function lineOf(name: string, labels: string, value: number | string): string {
  return labels === '' ? `${name} ${value}\n` : `${name}{${labels}} ${value}\n`;
}

/** What ends an answer. */
export const endOf: Readonly<Record<Format, string>> = { prometheus: '', openmetrics: '# EOF\n' };

/** The bound of a bucket as OpenMetrics wants it, with a point, so that a bucket is one series in both formats. */
export function boundText(bound: number): string {
  return Number.isInteger(bound) ? `${bound}.0` : String(bound);
}
