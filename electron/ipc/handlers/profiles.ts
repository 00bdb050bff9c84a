import type { Roster } from '../../core/roster/roster.ts';
import type { Handlers } from '../parts.ts';

export interface ProfilesParts {
  readonly roster: Pick<
    Roster,
    | 'entries'
    | 'entry'
    | 'save'
    | 'saveAll'
    | 'editAll'
    | 'remove'
    | 'removeAll'
    | 'restore'
    | 'restoreAll'
    | 'folders'
    | 'saveFolder'
    | 'removeFolder'
    | 'undoFolder'
  >;
}

export function profilesHandlers({
  roster,
}: ProfilesParts): Pick<
  Handlers,
  | 'profiles.list'
  | 'profiles.save'
  | 'profiles.saveMany'
  | 'profiles.edit'
  | 'profiles.remove'
  | 'profiles.removeMany'
  | 'profiles.restore'
  | 'profiles.restoreMany'
  | 'folders.list'
  | 'folders.save'
  | 'folders.remove'
  | 'folders.undo'
> {
  return {
    'profiles.list': () => roster.entries(),
    'profiles.save': async (edit) => roster.entry(await roster.save(edit)),
    'profiles.saveMany': async ({ edits }) => (await roster.saveAll(edits)).map(roster.entry),
    'profiles.edit': async (edit) => (await roster.editAll(edit)).map(roster.entry),
    'profiles.remove': async (removal) => {
      await roster.remove(removal);
      return null;
    },
    'profiles.removeMany': async ({ ids, confirmName }) => {
      await roster.removeAll(ids.map((id) => ({ id, confirmName })));
      return null;
    },
    'profiles.restore': async ({ id }) => roster.entry(await roster.restore(id)),
    'profiles.restoreMany': async ({ ids }) => (await roster.restoreAll(ids)).map(roster.entry),
    'folders.list': () => [...roster.folders()],
    'folders.save': (edit) => roster.saveFolder(edit),
    'folders.remove': async ({ id, confirmName }) => ({
      undo: await roster.removeFolder(id, confirmName),
    }),
    'folders.undo': async ({ undo, confirmName }) => {
      await roster.undoFolder(undo, confirmName);
      return null;
    },
  };
}
