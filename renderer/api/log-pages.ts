/** Rows that are asked for at once. */
const pageSize = 1000;

/** What an export of a log is made with. */
export interface ExportRun {
  readonly signal: AbortSignal;
  /** Hears after each page how many rows there are so far. */
  readonly onProgress: (done: number) => void;
}

/** Hands over all rows of a log that are wanted, a page at a time, newest first. Rejects as `fetch` does. */
export async function eachLogPage<T extends { readonly id: number }>(
  fetch: (
    page: { readonly limit: number; readonly before?: number },
    signal: AbortSignal,
  ) => Promise<readonly T[]>,
  { signal, onProgress }: ExportRun,
  onPage: (rows: readonly T[]) => void,
): Promise<void> {
  let done = 0;
  for (let before: number | undefined; ; ) {
    const rows = await fetch(
      { limit: pageSize, ...(before === undefined ? {} : { before }) },
      signal,
    );
    onPage(rows);
    done += rows.length;
    onProgress(done);
    before = rows.at(-1)?.id;
    if (rows.length < pageSize) return;
  }
}
