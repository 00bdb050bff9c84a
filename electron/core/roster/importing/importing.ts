import { AppError } from '../../../../shared/errors.ts';
import { classIdsHere } from '../../../../shared/model/class-shelf.ts';
import type { Classes } from '../../../../shared/model/environment-class.ts';
import { touchedBy } from '../../../../shared/model/guarded-deed.ts';
import type { Place } from '../../../../shared/model/place.ts';
import type { Profile } from '../../../../shared/model/profile.ts';
import {
  type Imported,
  type ImportStep,
  importSteps,
  inClasses,
  type OnExisting,
} from '../../../../shared/model/profile-import.ts';
import { changedFields } from '../../../../shared/model/profile-merge.ts';
import type { ResolvedProfile } from '../../../../shared/model/resolve-profile.ts';
import type { ExportedSecrets } from '../../../../shared/model/sealed-secrets.ts';
import type { ProfileBook } from '../../../../shared/model/stored-profile.ts';
import type { SecretState } from '../../../store/secrets/vault.ts';
import { type Guard, guardedEverywhere } from '../guard.ts';
import type { ProfileHome } from '../profiles/profile-home.ts';
import type { Write } from '../writes.ts';
import { folderSecretsOf, passwordsBefore, secretsOf } from './import-secrets.ts';
import { type ImportUndo, takeBack, undoImport } from './import-undo.ts';

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

export interface ImportingParts {
  readonly saved: ProfileHome;
  /** The profiles that are not saved ones: managed, or of the demo fleet. */
  readonly elsewhere: () => readonly Profile[];
  readonly guard: Guard;
  readonly write: Write;
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
        const passwordChanged = await undoImport(saved, undo, { guard: parts.guard, confirmName });
        return { result: undefined, passwordChanged };
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
