import { useMemo } from 'react';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { useMay } from '../../../api/asker.ts';
import type { Folder } from '../../../components/tree/folder-tree.ts';
import type { TreeDrag } from '../../../components/tree/use-tree-drag.ts';
import { type Destination, useMoves } from './use-moves.tsx';

/** What of a line says whether it can be dragged, and what lies in it. */
type Draggable =
  | { readonly kind: 'folder'; readonly folder: Pick<Folder<unknown>, 'id' | 'path'> }
  | { readonly kind: 'proxy'; readonly proxy: Pick<ProfileEntry, 'id'> }
  | { readonly kind: 'section' }
  /** Stands for the whole list, and so for its top. */
  | { readonly kind: 'all' };

/** Proxies and folders are dragged onto folders: what is dropped lies there from then on. */
export function useFolderDrag<Line extends Draggable>(): TreeDrag<Line> {
  const { move, canMove } = useMoves();
  const may = useMay('administer');
  return useMemo(
    () => ({
      take(line) {
        if (!may) return null;
        if (line.kind === 'proxy') return { kind: 'profiles', ids: [line.proxy.id] };
        if (line.kind !== 'folder' || line.folder.id === null) return null;
        return { kind: 'folder', id: line.folder.id, path: line.folder.path };
      },
      takes(line, what) {
        const to = destinationOf(line);
        return to !== null && canMove(what, to);
      },
      drop(line, what) {
        const to = destinationOf(line);
        if (to !== null) move(what, to);
      },
    }),
    [move, canMove, may],
  );
}

function destinationOf(line: Draggable): Destination | null {
  if (line.kind === 'folder') return line.folder;
  return line.kind === 'all' ? { id: null, path: '' } : null;
}
