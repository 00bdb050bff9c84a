import type { Profile } from '../../../../shared/model/profile.ts';
import type { Homes } from '../folders/homes.ts';
import type { Write } from '../writes.ts';
import { type BulkEdit, editsOf } from './bulk-edit.ts';
import type { ProfileEdit } from './profile-edit.ts';
import type { Removal, Removals } from './removals.ts';
import { type SavingRules, saveIn } from './saving.ts';

/** What is done with profiles, wherever they lie. */
export interface RosterProfiles {
  /**
   * Adds without `id`, changes with it: what the draft changes of its `base` is merged with what changed elsewhere since. Without `password`
   * the saved one stays. Throws what an edit throws (`profile-edit.ts`).
   */
  save(edit: ProfileEdit): Promise<Profile>;
  saveAll(edits: readonly ProfileEdit[]): Promise<readonly Profile[]>;
  /** The same edit for many profiles. Throws as `save`. */
  editAll(edit: BulkEdit): Promise<readonly Profile[]>;
  /** Throws `read-only` and `confirmation-needed` for a profile whose class asks for something. */
  remove(removal: Removal): Promise<void>;
  removeAll(removals: readonly Removal[]): Promise<void>;
  /** Takes a removal back, password included; throws `not-found` for what was not removed since the app started. */
  restore(id: string): Promise<Profile>;
  restoreAll(ids: readonly string[]): Promise<readonly Profile[]>;
}

export interface RosterProfilesParts extends SavingRules {
  readonly homes: Homes;
  readonly removals: Pick<Removals, 'remove' | 'restore'>;
  readonly write: Write;
}

export function createRosterProfiles(parts: RosterProfilesParts): RosterProfiles {
  const { homes, removals, write, guard, logFault } = parts;
  const { saved, managed, namesBeside } = homes;
  const saveAll = (edits: readonly ProfileEdit[]): Promise<readonly Profile[]> =>
    write(async () => {
      const byHome = Map.groupBy(edits, ({ id }) => (id === undefined ? saved : homes.require(id)));
      // What administrators supply comes first: it is what may be refused as a whole.
      const inOrder = [...byHome].sort(([a], [b]) => Number(b === managed) - Number(a === managed));
      const ofHomes = inOrder.map(([home, ofHome]) => ({
        home,
        edits: ofHome,
        namesElsewhere: () => namesBeside(home),
      }));
      const { profiles, passwordChanged } = await saveIn(ofHomes, { guard, logFault });
      return { result: edits.flatMap((edit) => profiles.get(edit) ?? []), passwordChanged };
    });
  const removeAll = (all: readonly Removal[]): Promise<void> =>
    write(async () => ({ result: await removals.remove(all) }));
  const restoreAll = (ids: readonly string[]): Promise<readonly Profile[]> =>
    write(async () => ({ result: await removals.restore(ids, namesBeside) }));
  return {
    save: (edit) => theOne(saveAll([edit])),
    saveAll,
    editAll: async (edit) =>
      saveAll(editsOf(edit, (id) => homes.require(id).profiles.resolved(id))),
    remove: (removal) => removeAll([removal]),
    removeAll,
    restore: (id) => theOne(restoreAll([id])),
    restoreAll,
  };
}

async function theOne(many: Promise<readonly Profile[]>): Promise<Profile> {
  const [profile] = await many;
  if (profile === undefined) throw new Error('nothing came of one edit');
  return profile;
}
