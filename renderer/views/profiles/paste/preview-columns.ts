import type { PastedField } from './pasted-list.ts';
import type { PastedRow } from './pasted-rows.ts';

/** What every preview has. */
const usual = ['name', 'host', 'port', 'user'] as const satisfies readonly PastedField[];
/** What a preview has where a line of it says it. */
const rare = ['transport', 'udpPort', 'sshDestination'] as const satisfies readonly PastedField[];
const filing = ['folder', 'tags', 'environment'] as const satisfies readonly PastedField[];

export type PreviewField = (typeof usual | typeof rare | typeof filing)[number];

/** A column of the preview of a pasted list; `width` in characters holds what is in it, within reason. */
export interface PreviewColumn {
  readonly field: PreviewField;
  readonly width: number;
}

/** Characters. */
const widths = { least: 8, most: 40 } as const;

/** What is shown of each line, and corrected there: the usual fields, and the others that a line says. */
export function previewColumns(
  rows: readonly PastedRow[],
  labelOf: (field: PreviewField) => string,
): readonly PreviewColumn[] {
  const said = rare.filter((field) => rows.some(({ values }) => values[field] !== undefined));
  return [...usual, ...said, ...filing].map((field) => {
    const longest = rows.reduce(
      (most, row) => Math.max(most, shownOf(row, field).length),
      Math.max(widths.least, labelOf(field).length),
    );
    return { field, width: Math.min(widths.most, longest) };
  });
}

/** What a line says of a field, else what is made of the line. */
export function shownOf({ values, edit }: PastedRow, field: PreviewField): string {
  const { draft } = edit ?? {};
  if (field === 'host') return values.host ?? '';
  return values[field] ?? String(draft?.[field] ?? '');
}
