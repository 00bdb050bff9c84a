import { AppError } from '../../../shared/errors.ts';
import { nameKey } from '../../../shared/model/name.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import { mergeEdits } from '../../../shared/model/profile-merge.ts';
import type { ResolvedProfile } from '../../../shared/model/resolve-profile.ts';
import { type Setting, settingNames } from '../../../shared/model/stored-profile.ts';
import { noSuchProfile } from '../../base/no-such-profile.ts';
import type { ProfileDesk } from '../../store/documents/profile-shelf.ts';
import { type EditRules, editedBy, type ProfileEdit, requireAllowed } from './profile-edit.ts';
import type { ProfileHome } from './profile-home.ts';

/** What saving needs of the roster around it. */
export interface SavingRules extends Pick<EditRules, 'requireChangeable'> {
  /** Of the profiles that lie elsewhere. */
  readonly namesElsewhere: Iterable<string>;
  readonly logFault: (what: string, error: unknown) => void;
}

/** What was saved, in the order asked, and the ids of those that got another password. */
export interface Saved {
  readonly profiles: readonly Profile[];
  readonly passwordChanged: readonly string[];
}

interface Made {
  readonly id: string;
  /** Null for one that is new. */
  readonly before: ResolvedProfile | null;
  readonly after: Profile;
}

/** Saves profiles and their passwords, all or none. Throws what the store, the vault and an edit throw. */
export async function saveIn(
  { profiles, vault }: ProfileHome,
  edits: readonly ProfileEdit[],
  rules: SavingRules,
): Promise<Saved> {
  const elsewhere = new Set([...rules.namesElsewhere].map(nameKey));
  const made = await profiles.change((desk) =>
    edits.map((edit): Made => {
      if (elsewhere.has(nameKey(edit.draft.name))) throw taken(edit.draft.name);
      const before = edit.id === undefined ? null : presentOf(desk, edit.id);
      const id = edit.id ?? desk.add(edit);
      if (before !== null) desk.update(id, editedBy(edit, before.profile));
      const after = presentOf(desk, id).profile;
      if (before !== null) {
        const { requireChangeable } = rules;
        requireAllowed(edit, before.profile, after, { vault, requireChangeable });
      }
      return { id, before, after };
    }),
  );
  const secrets = made.flatMap(({ id, after }, index) => {
    const password = edits[index]?.password;
    return password === undefined ? [] : [{ id, password, place: after }];
  });
  try {
    if (secrets.length > 0) await vault.setAll(secrets);
  } catch (error) {
    await profiles
      .change((desk) => takeBack(desk, made))
      .catch((fault: unknown) => {
        rules.logFault('a profile could not be put back as it was', fault);
      });
    throw error;
  }
  return { profiles: made.map(({ after }) => after), passwordChanged: secrets.map(({ id }) => id) };
}

/** The settings that are set for a profile itself. */
export function ownSettings({ sources }: ResolvedProfile): readonly Setting[] {
  return settingNames.filter((name) => sources[name].kind === 'own');
}

/** Undoes edits, and nothing that was changed elsewhere since; profiles that were added go. */
function takeBack(desk: ProfileDesk, made: readonly Made[]): void {
  for (const { id, before, after } of made.toReversed()) {
    const present = desk.get(id)?.profile;
    if (present === undefined) continue;
    if (before === null) {
      desk.remove(id);
      continue;
    }
    const { merged } = mergeEdits(after, before.profile, present);
    desk.update(id, { draft: merged, own: ownSettings(before) });
  }
}

function presentOf(desk: ProfileDesk, id: string): ResolvedProfile {
  const found = desk.get(id);
  if (found === undefined) throw noSuchProfile(id);
  return found;
}

function taken(name: string): AppError {
  return new AppError('invalid-input', { case: 'taken', field: 'name', reason: 'taken', name });
}
