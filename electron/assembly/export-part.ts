import type { Exporter, ExporterParts } from '../export/exporter.ts';

/** What Prometheus is told of a console, where somebody asks for it. */
export interface ExportPart {
  /** Begins to count; what it answers ends with the console at the latest. */
  start(): Promise<Exporter>;
  close(): void;
}

export function createExportPart(parts: ExporterParts): ExportPart {
  const exporters = new Set<Exporter>();
  return {
    async start() {
      // Most consoles are asked for no metrics, and need not load what counts them.
      const { createExporter } = await import('../export/exporter.ts');
      const exporter = createExporter(parts);
      exporters.add(exporter);
      return exporter;
    },
    close() {
      for (const exporter of exporters) exporter.close();
    },
  };
}
