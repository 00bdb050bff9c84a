import { samePlace } from '../../../../shared/model/place.ts';
import type { Profile } from '../../../../shared/model/profile.ts';
import { changedFields, mergeEdits } from '../../../../shared/model/profile-merge.ts';
import type { ResolvedProfile } from '../../../../shared/model/resolve-profile.ts';
import type { TagIntent } from '../../../../shared/model/stored-profile.ts';
import type { ProfileDesk } from '../../../store/documents/profile-shelf.ts';
import type { KeptSecret, NewSecret } from '../../../store/secrets/vault.ts';
import { type Guard, guardedOn, requireConfirmedDeed } from '../guard.ts';
import type { ProfileHome } from '../profiles/profile-home.ts';
import { ownSettings } from '../profiles/saving.ts';

/** What takes an import back. */
export interface ImportUndo {
  readonly added: readonly Profile[];
  readonly replaced: readonly { readonly before: ResolvedProfile; readonly after: Profile }[];
  readonly folders: readonly string[];
  readonly tags: readonly TagIntent[];
  /** Passwords from before, and the ids of those that had none. */
  readonly secrets: readonly KeptSecret[];
  readonly gone: readonly string[];
  /** Passwords that the import set: another one by now was set since. */
  readonly taken: readonly NewSecret[];
}

/** Takes an import back, and leaves what was changed since. Answers the ids of those whose password is another. Throws what the stores throw. */
export async function undoImport(
  saved: ProfileHome,
  undo: ImportUndo,
  { guard, confirmName }: { readonly guard: Guard; readonly confirmName: string | undefined },
): Promise<readonly string[]> {
  const { profiles, vault } = saved;
  const since = await setSince(saved, undo);
  const kept = await profiles.change((desk) => {
    // What was added is the file's: taking back within the session that did it needs no question.
    const ids = undo.replaced.map(({ after }) => after.id);
    const unedited = guardedOn(desk, guard, ids);
    const stayed = takeBack(desk, undo, since);
    requireConfirmedDeed(guard, unedited, guardedOn(desk, guard, ids), [confirmName]);
    return stayed;
  });
  const secrets = undo.secrets.filter(({ id }) => !kept.has(id) && !since.has(id));
  const all = new Set([...undo.gone, ...undo.added.map(({ id }) => id)]);
  const stay = new Set(profiles.folders().map(({ id }) => id));
  const gone = [...all].filter((id) => !kept.has(id) && !since.has(id) && !stay.has(id));
  if (secrets.length + gone.length > 0) await vault.putBack(secrets, gone);
  return [...secrets.map(({ id }) => id), ...gone];
}

/** The ids of profiles whose own password was set, or removed, after the import. Throws what the vault throws. */
async function setSince({ vault }: ProfileHome, undo: ImportUndo): Promise<ReadonlySet<string>> {
  const since = new Set<string>();
  if (!vault.keeps) return since;
  const taken = new Map(undo.taken.map((secret) => [secret.id, secret]));
  for (const profile of undo.added) {
    const { id } = profile;
    if (taken.has(id) || vault.from(id) !== null) continue;
    if (vault.state(id, profile) !== 'none') since.add(id);
  }
  const added = new Set(undo.added.map(({ id }) => id));
  const imported = [...added, ...undo.replaced.map(({ after }) => after.id)];
  for (const id of imported) {
    const secret = taken.get(id);
    if (secret === undefined) continue;
    const state = vault.state(id, secret.place);
    // One that is new here and has none any more has nothing to be kept for.
    if (state === 'none' && added.has(id)) continue;
    if (state !== 'here' || (await vault.get(id, secret.place)) !== secret.password) since.add(id);
  }
  return since;
}

/** Answers the ids of those that were changed since, and stay. `since`: those that got another password. */
export function takeBack(
  desk: ProfileDesk,
  undo: ImportUndo,
  since: ReadonlySet<string>,
): ReadonlySet<string> {
  const kept = new Set<string>();
  desk.vacate(undo.replaced.map(({ after }) => after.id));
  for (const { before, after } of undo.replaced) {
    const present = desk.get(after.id)?.profile;
    if (present === undefined) continue;
    const { merged } = mergeEdits(after, before.profile, present);
    desk.update(after.id, { draft: merged, own: ownSettings(before) });
    if (!samePlace(merged, before.profile)) kept.add(after.id);
  }
  for (const profile of undo.added) {
    const present = desk.get(profile.id)?.profile;
    if (present === undefined) continue;
    if (since.has(profile.id) || changedFields(profile, present).size > 0) kept.add(profile.id);
    else desk.remove(profile.id);
  }
  desk.removeEmptyFolders(undo.folders);
  desk.takeTags(undo.tags);
  return kept;
}
