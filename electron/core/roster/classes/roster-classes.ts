import type { ClassEntry } from '../../../../shared/ipc/calls/class.ts';
import { noSuchClass } from '../../../../shared/model/class-shelf.ts';
import type { Classes } from '../../../../shared/model/environment-class.ts';
import type { ManagedPart } from '../../managed/managed-part.ts';
import type { Write } from '../writes.ts';
import type { ClassEdit, ClassEdits, ClassRemoval } from './class-edits.ts';
import type { ClassList } from './class-list.ts';

/** What is done with environment classes; those of administrators stay as they are. */
export interface RosterClasses {
  /** All environment classes, the usual ones first. The same list until one is other. */
  classEntries(): readonly ClassEntry[];
  classes(): Classes;
  /** Adds without an id. Throws what an edit of a class throws (`class-edits.ts`). */
  saveClass(edit: ClassEdit): Promise<ClassEntry & { readonly undo: string }>;
  /** Answers what takes it back. */
  removeClass(removal: ClassRemoval): Promise<string>;
  undoClass(token: string, confirmName?: string): Promise<void>;
}

export interface RosterClassesParts {
  readonly list: () => ClassList;
  readonly edits: ClassEdits;
  readonly requireOwnClass: ManagedPart['requireOwnClass'];
  readonly write: Write;
}

export function createRosterClasses(parts: RosterClassesParts): RosterClasses {
  const { list, edits, requireOwnClass, write } = parts;
  return {
    classEntries: () => list().entries,
    classes: () => list().byId,
    async saveClass(edit) {
      const { id, undo } = await write(async () => {
        requireOwnClass(edit.id);
        return { result: await edits.save(edit) };
      });
      const saidNow = list().entries.find((each) => each.id === id);
      if (saidNow === undefined) throw noSuchClass(id);
      return { ...saidNow, undo };
    },
    removeClass: (removal) =>
      write(async () => {
        requireOwnClass(removal.id);
        return { result: await edits.remove(removal) };
      }),
    undoClass: (token, confirmName) =>
      write(async () => ({ result: await edits.undo(token, confirmName) })),
  };
}
