import { AppError } from '../../../shared/errors.ts';
import { classIdsHere } from '../../../shared/model/class-shelf.ts';
import type { Classes } from '../../../shared/model/environment-class.ts';
import { touchedBy } from '../../../shared/model/guarded-deed.ts';
import { type Place, samePlace } from '../../../shared/model/place.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import {
  type Imported,
  type ImportStep,
  importSteps,
  inClasses,
  type OnExisting,
} from '../../../shared/model/profile-import.ts';
import { changedFields, mergeEdits } from '../../../shared/model/profile-merge.ts';
import type { ResolvedProfile } from '../../../shared/model/resolve-profile.ts';
import type { ExportedSecrets } from '../../../shared/model/sealed-secrets.ts';
import type { ProfileBook, TagIntent } from '../../../shared/model/stored-profile.ts';
import type { ProfileDesk } from '../../store/documents/profile-shelf.ts';
import { folderPlace } from '../../store/secrets/folder-place.ts';
import type { KeptSecret, NewSecret, SecretState } from '../../store/secrets/vault.ts';
import { type Guard, guardedEverywhere, guardedOn, requireConfirmedDeed } from './guard.ts';
import type { ProfileHome } from './profile-home.ts';
import { ownSettings } from './saving.ts';

/** What is done with one profile of a file. */
export interface ImportChoice {
  readonly choice: OnExisting;
  /** The profile that is replaced, as whoever chose saw it. */
  readonly seen: Profile | null;
}

export interface ImportOrder {
  readonly exported: ProfileBook;
  readonly secrets: ExportedSecrets;
  readonly choose: (step: ImportStep, index: number) => ImportChoice;
  /** What tags of the file say is taken, where any of its profiles is. */
  readonly withTags?: boolean | undefined;
  /** What was typed for all of them. */
  readonly confirmName?: string | undefined;
}

export interface ImportDone extends Imported {
  /** The ids of those that got another password. */
  readonly passwordChanged: readonly string[];
  readonly undo: ImportUndo;
}

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

export interface ImportingParts {
  readonly saved: ProfileHome;
  /** The profiles that are not saved ones: managed, or of the demo fleet. */
  readonly elsewhere: () => readonly Profile[];
  readonly guard: Guard;
  /** One write after the other; those that listen are told at its end. */
  readonly write: <T>(
    task: () => Promise<{ result: T; passwordChanged?: readonly string[] }>,
  ) => Promise<T>;
  readonly logFault: (what: string, error: unknown) => void;
}

/** Files of profiles, taken into those that are saved: all of a file or nothing of it, in one write. */
export interface Importing {
  /** All classes that there are. */
  classes(): Classes;
  /** All profiles here, saved or not. */
  all(): readonly Profile[];
  /** The saved profiles and folders, as they would be exported. */
  book(): ProfileBook;
  steps(exported: ProfileBook): readonly ImportStep[];
  /** What the vault knows of a saved profile, without being asked for the password. */
  passwordState(id: string, place: Place): SecretState;
  /**
   * Throws `read-only` and `confirmation-needed` where guarded profiles are replaced, or asked for less by a class that the file brings, `edited-elsewhere` for one that is to be replaced and is another by now than was seen,
   * and what the stores throw.
   */
  run(order: ImportOrder): Promise<ImportDone>;
  /** Takes an import back, and leaves what was changed since. Throws what the stores throw. */
  undo(undo: ImportUndo, confirmName?: string): Promise<void>;
}

export function createImporting(parts: ImportingParts): Importing {
  const { saved, elsewhere, write } = parts;
  const { profiles, vault } = saved;
  const run = async (order: ImportOrder): Promise<ImportDone> => {
    const foldersBefore = new Set(profiles.folders().map(({ id }) => id));
    const before = new Map<string, ResolvedProfile>();
    const { imported, after } = await profiles.change((desk) => {
      const chosen = new Set<string>();
      const first = guardedEverywhere(desk, parts.guard, elsewhere());
      const done = desk.import(order.exported, {
        elsewhere: elsewhere(),
        tags: order.withTags ? 'with-profiles' : 'none',
        choose(step, index) {
          const choice = order.choose(step, index);
          if (choice.choice !== 'replace' || step.there === null || !step.replaceable) {
            return choice.choice;
          }
          requireAsSeen(step.there, choice.seen);
          const resolved = desk.get(step.there.id);
          if (resolved !== undefined) before.set(step.there.id, resolved);
          chosen.add(step.there.id);
          return 'replace';
        },
      });
      const saidNow = new Map(done.profiles.map(({ id }) => [id, desk.get(id)?.profile]));
      // A guarded profile is replaced by a file only if that is confirmed: nobody typed its fields one by one. A password that was entered for another
      // place stays for that one, and is asked for when it is needed. What is not replaced may be asked for less by a class that the file brings.
      const replaced = [...chosen].flatMap((id) => before.get(id)?.profile ?? []);
      const touched = touchedBy(first, guardedEverywhere(desk, parts.guard, elsewhere()));
      parts.guard.requireDeed(
        [...replaced, ...touched.filter(({ id }) => !chosen.has(id))],
        order.confirmName === undefined ? [] : [order.confirmName],
      );
      return { imported: done, after: saidNow };
    });
    const newFolders = [...imported.folderIds.values()].filter((id) => !foldersBefore.has(id));
    const taken = [
      ...secretsOf(order.secrets, imported, new Set(newFolders)),
      ...folderSecretsOf(order.secrets, imported, new Set(newFolders)),
    ];
    const undo: ImportUndo = {
      added: imported.profiles.flatMap(({ done, id }) =>
        done === 'added' ? (after.get(id) ?? []) : [],
      ),
      replaced: imported.profiles.flatMap(({ done, id }) => {
        const [was, is] = [before.get(id), after.get(id)];
        return done === 'replaced' && was && is ? [{ before: was, after: is }] : [];
      }),
      folders: newFolders,
      tags: imported.tags,
      secrets: [],
      gone: taken.map(({ id }) => id),
      taken,
    };
    try {
      const secrets = await passwordsBefore(saved, undo, taken);
      const had = new Set(secrets.map(({ id }) => id));
      if (taken.length > 0) await vault.setAll(taken);
      const gone = undo.gone.filter((id) => !had.has(id));
      const passwordChanged = taken.map(({ id }) => id);
      return { ...imported, passwordChanged, undo: { ...undo, secrets, gone } };
    } catch (error) {
      await profiles
        .change((desk) => takeBack(desk, undo, new Set()))
        .catch((fault: unknown) =>
          parts.logFault('what was imported could not be taken back', fault),
        );
      throw error;
    }
  };
  return {
    classes: () => parts.guard.classesWith(profiles.classes()),
    all: () => [...profiles.list(), ...elsewhere()],
    book: profiles.book,
    steps: (exported) =>
      importSteps(inClasses(exported, classIdsHere(profiles.classes(), exported.classes)), {
        own: profiles.list(),
        elsewhere: elsewhere(),
      }),
    passwordState: vault.state,
    run: (order) =>
      write(async () => {
        const done = await run(order);
        return { result: done, passwordChanged: done.passwordChanged };
      }),
    undo: (undo, confirmName) =>
      write(async () => {
        const since = await setSince(saved, undo);
        const kept = await profiles.change((desk) => {
          // What was added is the file's: taking back within the session that did it needs no question.
          const ids = undo.replaced.map(({ after }) => after.id);
          const unedited = guardedOn(desk, parts.guard, ids);
          const stayed = takeBack(desk, undo, since);
          requireConfirmedDeed(parts.guard, unedited, guardedOn(desk, parts.guard, ids), [
            confirmName,
          ]);
          return stayed;
        });
        const secrets = undo.secrets.filter(({ id }) => !kept.has(id) && !since.has(id));
        const all = new Set([...undo.gone, ...undo.added.map(({ id }) => id)]);
        const stay = new Set(profiles.folders().map(({ id }) => id));
        const gone = [...all].filter((id) => !kept.has(id) && !since.has(id) && !stay.has(id));
        if (secrets.length + gone.length > 0) await vault.putBack(secrets, gone);
        return { result: undefined, passwordChanged: [...secrets.map(({ id }) => id), ...gone] };
      }),
  };
}

function requireAsSeen(there: Profile, seen: Profile | null): void {
  const changed = seen === null ? [] : [...changedFields(seen, there)];
  if (seen !== null && changed.length === 0) return;
  throw new AppError('edited-elsewhere', {
    name: there.name,
    conflicts: changed.map((field) => ({
      field,
      mine: seen?.[field] ?? '',
      theirs: there[field],
    })),
  });
}

/**
 * The passwords of what was imported, under the ids that it has here; each stays bound to the place that it was entered for. One is a folder's
 * only where that comes with its password in the same file: nothing that is imported follows the password of a folder that was here before.
 */
function secretsOf(
  { profiles: secrets, folders }: ExportedSecrets,
  { profiles, folderIds }: Imported,
  added: ReadonlySet<string>,
): readonly NewSecret[] {
  const complete = new Map(
    folders.flatMap(({ id: exportedId }) => {
      const id = folderIds.get(exportedId);
      return id === undefined || !added.has(id) ? [] : [[exportedId, id] as const];
    }),
  );
  const ids = new Map(
    profiles.filter(({ done }) => done !== 'skipped').map(({ exportedId, id }) => [exportedId, id]),
  );
  return secrets.flatMap(({ id: exportedId, password, place, from }) => {
    const id = ids.get(exportedId);
    if (id === undefined) return [];
    return [{ id, password, place, from: from === null ? null : (complete.get(from) ?? null) }];
  });
}

/** The passwords of folders that are new here; one that is there keeps its own. */
function folderSecretsOf(
  { folders }: ExportedSecrets,
  { folderIds }: Imported,
  added: ReadonlySet<string>,
): readonly NewSecret[] {
  return folders.flatMap(({ id: exportedId, user, password }) => {
    const id = folderIds.get(exportedId);
    if (id === undefined || !added.has(id)) return [];
    return [{ id, password, place: folderPlace(id, user) }];
  });
}

/**
 * Of those that were replaced and got another one, also where it was entered for another place. Throws what the vault throws: what cannot be
 * put back is not overwritten.
 */
async function passwordsBefore(
  { vault }: ProfileHome,
  { replaced }: ImportUndo,
  taken: readonly NewSecret[],
): Promise<readonly KeptSecret[]> {
  const overwritten = new Set(taken.map(({ id }) => id));
  const ids = replaced.map(({ before }) => before.profile.id).filter((id) => overwritten.has(id));
  return ids.length === 0 ? [] : vault.read(ids);
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
function takeBack(
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
