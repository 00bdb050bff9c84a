import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { nameKey } from '../../../../shared/model/name.ts';
import { useApi } from '../../../api/context.ts';
import { queryKeyOf } from '../../../api/queries.ts';
import type { Dragged } from '../../../components/tree/dragged.ts';
import { useUndoable } from '../../../components/undoable.tsx';
import { useAction } from '../../../components/use-action.tsx';
import { askHeirs } from './heirs-asked.ts';

/** Where something is moved to: a folder, or the top, whose path is empty. `id` is null for the top, and where only a path says that it is there. */
export interface Destination {
  readonly id: string | null;
  readonly path: string;
}

export interface Moves {
  /** Whether moving it there would change anything that can be changed. */
  canMove(what: Dragged, to: Destination): boolean;
  /**
   * Moves it and offers to take that back; asks before, where somebody would newly be sent the password of a folder. Rejects with what the console
   * answers; nothing is moved then.
   */
  moveNow(what: Dragged, to: Destination): Promise<void>;
  /** The same; a refusal is told in a notification. */
  move(what: Dragged, to: Destination): void;
}

/** Moves profiles and folders into folders. */
export function useMoves(): Moves {
  const { t } = useTranslation();
  const { client, queries } = useApi();
  const { run } = useAction();
  const tell = useUndoable();

  const profilesOf = useCallback(
    (ids: readonly string[]): readonly ProfileEntry[] => {
      const wanted = new Set(ids);
      const all = queries.getQueryData(queryKeyOf('profiles.list', {})) as
        | readonly ProfileEntry[]
        | undefined;
      // What administrators supply lies where they say.
      return (all ?? []).filter(({ id, managed }) => wanted.has(id) && managed === undefined);
    },
    [queries],
  );
  const canMove = useCallback<Moves['canMove']>(
    (what, to) => {
      if (what.kind === 'profiles') {
        return profilesOf(what.ids).some(({ folder }) => nameKey(folder) !== nameKey(to.path));
      }
      // A folder lies in folders that are kept, and not in itself.
      if (to.id === null && to.path !== '') return false;
      const own = nameKey(what.path);
      const there = nameKey(to.path);
      return there !== own && !there.startsWith(`${own}/`) && parentOf(own) !== there;
    },
    [profilesOf],
  );
  const moveNow = useCallback<Moves['moveNow']>(
    async (what, to) => {
      const place = to.path === '' ? t('profiles:moving.top') : to.path;
      const { folderEffects, newHeirsBy, undoOf } = await import('./what-follows.ts');
      const folders = await client.call('folders.list', {});
      if (what.kind === 'profiles') {
        const before = profilesOf(what.ids);
        const heirs = await agreedHeirs(newHeirsBy({ folder: to.path }, before, folders));
        if (heirs === null) return;
        const after = await client.call('profiles.edit', {
          ids: before.map(({ id }) => id),
          set: { folder: to.path },
          newHeirs: heirs,
        });
        const count = after.length;
        const title =
          count === 1
            ? t('profiles:moving.movedOne', { name: before[0]?.name ?? '', place })
            : t('profiles:moving.moved', { count, place });
        tell(title, t('profiles:moving.movedText'), () =>
          client.call('profiles.saveMany', undoOf(before, after)),
        );
        return;
      }
      const folder = folders.find(({ id }) => id === what.id);
      if (folder === undefined) return;
      const { savedPassword, managed: _, ...saved } = folder;
      const moved = { ...saved, parentId: to.id };
      const has = savedPassword === 'here' ? 'saved' : 'none';
      const profiles = await client.call('profiles.list', {});
      const heirs = await agreedHeirs(folderEffects(moved, has, folders, profiles).newcomers);
      if (heirs === null) return;
      const { id, ...base } = saved;
      const draft = { ...base, parentId: to.id };
      const { undo } = await client.call('folders.save', { id, base, draft, newHeirs: heirs });
      if (undo === undefined) return;
      tell(
        t('profiles:moving.movedOne', { name: folder.name, place }),
        t('profiles:moving.movedText'),
        () => client.call('folders.undo', { undo }),
      );
    },
    [client, profilesOf, t, tell],
  );
  const move = useCallback<Moves['move']>(
    (what, to) => run(() => moveNow(what, to)),
    [run, moveNow],
  );
  return { canMove, moveNow, move };
}

/** Who of them gets the password, as the user says; null where nothing is to be moved. */
async function agreedHeirs(heirs: readonly ProfileEntry[]): Promise<string[] | null> {
  const answer = await askHeirs(heirs);
  if (answer === 'cancel') return null;
  return answer === 'give' ? heirs.map(({ id }) => id) : [];
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
