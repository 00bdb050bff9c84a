import type { ClassChange, ClassEntry } from '../../../../shared/ipc/calls/class.ts';
import { noSuchClass, type RemovedClass } from '../../../../shared/model/class-shelf.ts';
import {
  type ClassDraft,
  classesOf,
  isUsualClass,
  usualClasses,
} from '../../../../shared/model/environment-class.ts';
import type { EnvironmentClass } from '../../../../shared/model/environment-class-schema.ts';
import type { Profile } from '../../../../shared/model/profile.ts';
import type { ProfileDesk, ProfileShelf } from '../../../store/documents/profile-shelf.ts';
import { type Guard, guardedEverywhere, requireConfirmedDeed } from '../guard.ts';
import { createUndos } from '../undos.ts';

/** What is asked for of a class: of a new one without `id`. What is not set stays as it is. */
export interface ClassEdit {
  readonly id?: string | undefined;
  readonly set: ClassChange;
  /** What was typed where guarded profiles would be asked for less. */
  readonly confirmName?: string | undefined;
}

export interface ClassRemoval {
  readonly id: string;
  /** The class that its profiles and folders have from now on. */
  readonly to: string;
  readonly confirmName?: string | undefined;
}

/**
 * Edits of classes. Each throws `invalid-input`, `not-found`, what the store throws, and `read-only` or `confirmation-needed` where profiles would
 * be asked for less than before and not enough was typed.
 */
export interface ClassEdits {
  /** Answers the id, and what takes the edit back. */
  save(edit: ClassEdit): Promise<{ readonly id: string; readonly undo: string }>;
  remove(removal: ClassRemoval): Promise<string>;
  undo(token: string, confirmName?: string): Promise<void>;
}

type Undo =
  | { readonly kind: 'saved'; readonly id: string; readonly before: ClassDraft | null }
  | { readonly kind: 'removed'; readonly gone: RemovedClass };

/** So many edits can be taken back; of more the oldest cannot. */
const mostUndos = 50;

export interface ClassEditParts {
  readonly profiles: ProfileShelf;
  readonly guard: Guard;
  /** Profiles that lie on other shelves, and are of these classes, too. */
  readonly elsewhere: () => readonly Profile[];
}

export function createClassEdits({ profiles, guard, elsewhere }: ClassEditParts): ClassEdits {
  const undos = createUndos<Undo>(mostUndos);
  const guarded = (desk: ProfileDesk) => guardedEverywhere(desk, guard, elsewhere());
  const change = <T>(confirmName: string | undefined, edit: (desk: ProfileDesk) => T): Promise<T> =>
    profiles.change((desk) => {
      const before = guarded(desk);
      const result = edit(desk);
      requireConfirmedDeed(guard, before, guarded(desk), [confirmName]);
      return result;
    });
  return {
    async save({ id, set, confirmName }) {
      const done = await change(confirmName, (desk) => {
        const before = id === undefined ? null : draftOn(desk, id);
        const draft = { ...(before ?? newDraft), ...given(set) };
        const teeth = { ...(before ?? newDraft).teeth, ...given(set.teeth ?? {}) };
        return { id: desk.putClass(id, { ...draft, teeth }), before };
      });
      return { id: done.id, undo: undos.keep({ kind: 'saved', ...done }) };
    },
    async remove({ id, to, confirmName }) {
      const gone = await change(confirmName, (desk) => desk.removeClass(id, to));
      return undos.keep({ kind: 'removed', gone });
    },
    async undo(token, confirmName) {
      const undo = undos.get(token);
      await change(confirmName, (desk) => {
        if (undo.kind === 'removed') desk.putClassBack(undo.gone);
        // What was added to nobody's use goes; what has been given to profiles since counts as production until they are given another.
        else if (undo.before === null) desk.removeClass(undo.id, 'production');
        else desk.putClass(undo.id, undo.before);
      });
      undos.delete(token);
    },
  };
}

/** All classes that there are, the usual ones first; those of administrators say so. */
export function classEntries(
  own: readonly EnvironmentClass[],
  managed: readonly EnvironmentClass[],
): readonly ClassEntry[] {
  const ordained = new Set(managed.map(({ id }) => id));
  return [...classesOf(own, managed).values()].map(
    (each): ClassEntry => (ordained.has(each.id) ? { ...each, managed: true } : each),
  );
}

const newDraft: ClassDraft = {
  name: '',
  colour: 'none',
  teeth: { readOnly: false, typed: false, marked: false },
};

/** Throws `not-found`. */
function draftOn(desk: ProfileDesk, id: string): ClassDraft {
  const own = desk.classes().find((each) => each.id === id);
  const found = own ?? (isUsualClass(id) ? usualClasses[id] : undefined);
  if (found === undefined) throw noSuchClass(id);
  const { id: _, ...draft } = found;
  return draft;
}

/** Without what is not given. */
function given<T extends object>(set: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
