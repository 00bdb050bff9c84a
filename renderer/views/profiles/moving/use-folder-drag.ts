import { useMemo } from 'react';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { Folder } from '../../../components/tree/folder-tree.ts';
import type { TreeDrag } from '../../../components/tree/use-tree-drag.ts';
import { useMoves } from './use-moves.tsx';

/** What of a line says whether it can be dragged, and what lies in it. */
type Draggable =
  | { readonly kind: 'folder'; readonly folder: Pick<Folder<unknown>, 'id' | 'path'> }
  | { readonly kind: 'proxy'; readonly proxy: Pick<ProfileEntry, 'id'> }
  | { readonly kind: 'section' };

/** Proxies and folders are dragged onto folders: what is dropped lies there from then on. */
export function useFolderDrag<Line extends Draggable>(): TreeDrag<Line> {
  const { move, canMove } = useMoves();
  return useMemo(
    () => ({
      take(line) {
        if (line.kind === 'proxy') return { kind: 'profiles', ids: [line.proxy.id] };
        if (line.kind !== 'folder' || line.folder.id === null) return null;
        return { kind: 'folder', id: line.folder.id, path: line.folder.path };
      },
      takes: (line, what) => line.kind === 'folder' && canMove(what, line.folder),
      drop(line, what) {
        if (line.kind === 'folder') move(what, line.folder);
      },
    }),
    [move, canMove],
  );
}
