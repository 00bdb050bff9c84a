import type { Profile, ProfileDraft } from '../../../shared/model/profile.ts';
import type { Homes } from './folders/homes.ts';
import { freeName } from './profiles/profile-names.ts';
import type { Removals } from './profiles/removals.ts';
import type { Write } from './writes.ts';

/** The profiles of the demo fleet. */
export interface RosterDemo {
  /** Adds one of the demo fleet, in memory only; the name is made different from all others. */
  addDemo(draft: ProfileDraft, password: string): Promise<Profile>;
  /** Removes all of the demo fleet for good. Answers their ids, also of those that were removed before. */
  clearDemo(): Promise<readonly string[]>;
}

export interface RosterDemoParts {
  readonly homes: Homes;
  readonly removals: Pick<Removals, 'forgetOf'>;
  readonly write: Write;
}

export function createRosterDemo({ homes, removals, write }: RosterDemoParts): RosterDemo {
  const { demo } = homes;
  return {
    addDemo: (draft, password) =>
      write(async () => {
        const all = homes.all.flatMap(({ profiles }) => profiles.list());
        const name = freeName(all, draft.name);
        const profile = await demo.profiles.add({ ...draft, name });
        await demo.vault.set(profile.id, password, profile);
        return { result: profile };
      }),
    async clearDemo() {
      const ids = [...removals.forgetOf(demo), ...demo.profiles.list().map(({ id }) => id)];
      await write(async () => {
        for (const { id } of demo.profiles.list()) {
          await demo.profiles.remove(id);
          await demo.vault.delete(id);
        }
        return { result: null };
      });
      return ids;
    },
  };
}
