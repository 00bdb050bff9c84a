import type { ReportTableName } from './columns.ts';

/** What stands in a table, for people; what cannot be seen in a text is shown. `key`: by what it is sorted, null for no data. */
export interface ReportCell {
  readonly text: string;
  readonly key: string | number | null;
}

export interface ReportRow {
  readonly id: string;
  /** The proxy that it is about, where its profile is still there. */
  readonly profileId: string | null;
  /** One for each column. */
  readonly cells: readonly ReportCell[];
}

export interface ReportTable {
  readonly name: ReportTableName;
  readonly title: string;
  readonly columns: readonly { readonly title: string; readonly isNumber: boolean }[];
  /** Which of them heads its rows. */
  readonly headColumn: number;
  readonly rows: readonly ReportRow[];
  /** What is to be said beside it, such as that there is nothing in it; null for nothing. */
  readonly note: string | null;
}
