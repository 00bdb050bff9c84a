import type { HistorySource } from '../../../shared/model/history-from.ts';

/** A Prometheus that is to be asked, and what asks it. */
export interface Held<R> {
  readonly source: HistorySource & { readonly url: string };
  readonly reader: R;
}

/** Which one holds for a profile, by its id; null for none. */
export type SourceOf<R> = (profileId: string) => Held<R> | null;

/**
 * Which of these holds for a profile that lies in these folders, the inmost first: that of the nearest folder that has one, else that of the console.
 * Null where there is none, and where that one says that there is to be none.
 */
export function sourceFor(
  sources: readonly HistorySource[],
  folderIds: readonly string[],
): Held<unknown>['source'] | null {
  for (const folderId of [...folderIds, null]) {
    const source = sources.find((each) => each.folderId === folderId);
    if (source === undefined) continue;
    const { url } = source;
    return url === null ? null : { ...source, url };
  }
  return null;
}
