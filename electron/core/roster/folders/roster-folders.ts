import type { FolderEntry, SavedFolderEntry } from '../../../../shared/ipc/calls/profile.ts';
import type { ManagedPart } from '../../managed/managed-part.ts';
import type { Write } from '../writes.ts';
import type { FolderEdits } from './folder-edits.ts';
import { type FolderEdit, noSuchFolder } from './folder-save.ts';

/** What is done with folders; those of administrators stay as they are. */
export interface RosterFolders {
  folders(): readonly FolderEntry[];
  /** Adds without an id. Throws what an edit of a folder throws (`folder-edits.ts`). */
  saveFolder(edit: FolderEdit): Promise<SavedFolderEntry>;
  /** What is in it lies where the folder lay, and has what it had. Answers what takes that back. */
  removeFolder(id: string, confirmName?: string): Promise<string>;
  /** Takes one save or removal of a folder back, by what it answered, while the app runs. */
  undoFolder(token: string, confirmName?: string): Promise<void>;
}

export interface RosterFoldersParts {
  readonly folders: RosterFolders['folders'];
  readonly edits: Pick<FolderEdits, 'save' | 'remove' | 'undo'>;
  readonly requireOwnFolder: ManagedPart['requireOwnFolder'];
  readonly write: Write;
}

export function createRosterFolders(parts: RosterFoldersParts): RosterFolders {
  const { folders, edits, requireOwnFolder, write } = parts;
  return {
    folders,
    async saveFolder(edit) {
      const { folder, undo } = await write(() => {
        for (const each of [edit.id, edit.draft.parentId]) requireOwnFolder(each);
        return edits.save(edit);
      });
      const saidNow = folders().find(({ id }) => id === folder.id);
      if (saidNow === undefined) throw noSuchFolder(folder.id);
      return undo === undefined ? saidNow : { ...saidNow, undo };
    },
    removeFolder: (id, confirmName) =>
      write(() => {
        requireOwnFolder(id);
        return edits.remove(id, confirmName);
      }),
    undoFolder: async (token, confirmName) =>
      void (await write(() => edits.undo(token, confirmName))),
  };
}
