import type { ProfileEntry } from '../../../../../shared/ipc/contract.ts';
import type { BoardGroup } from '../../groups/groups.ts';

/** Pixels. */
export const rowHeight = 20;
export const headRowHeight = 38;

export type TableLine =
  | { readonly kind: 'head'; readonly group: BoardGroup }
  | { readonly kind: 'proxy'; readonly profile: ProfileEntry; readonly place: number };

/** The lines of the table: the proxies, each group under its heading. */
export function linesOf(groups: readonly BoardGroup[]): readonly TableLine[] {
  let place = 0;
  return groups.flatMap((group): TableLine[] => {
    const head: TableLine[] = group.by === null ? [] : [{ kind: 'head', group }];
    if (group.folded) return head;
    return [
      ...head,
      ...group.profiles.map((profile): TableLine => ({ kind: 'proxy', profile, place: place++ })),
    ];
  });
}

export function heightOf(line: TableLine): number {
  return line.kind === 'head' ? headRowHeight : rowHeight;
}
