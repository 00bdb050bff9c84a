import type { RemovedFolder } from '../../../shared/model/profile-book.ts';
import type { ProfileFolder } from '../../../shared/model/stored-profile.ts';
import { type KnownPassword, knownFolderPassword } from './folder-passwords.ts';
import { putBackStep, removeStep } from './folder-removal.ts';
import { draftOf, type FolderEdit, noSuchFolder, saveStep } from './folder-save.ts';
import { type FolderEdited, type FolderRules, takeStep } from './folder-step.ts';
import type { ProfileHome } from './profile-home.ts';

/** Edits of folders with all that follows from them for the passwords of what is in them: done as a whole, or not at all. */
export interface FolderEdits {
  /**
   * Throws `not-found`, `folder-edited-elsewhere` with both values where somebody else changed the same meanwhile, `password-needed-again`
   * where its password would be another user's, `invalid-input`, what the stores throw, and `read-only` or `confirmation-needed` where a
   * production profile in it would be another.
   */
  save(edit: FolderEdit): Promise<FolderEdited<ProfileFolder>>;
  remove(id: string): Promise<FolderEdited<null>>;
  /** Takes the last save or removal of this folder back. Throws `not-found` where there was none since the app started, else as `save`. */
  undo(id: string): Promise<FolderEdited<null>>;
  /** Folders that are there again, by whatever way they came, are no removed ones any more. */
  settle(): void;
  /** Nothing can be taken back any more; passwords that were kept for it go. Throws what the vault throws. */
  forget(): Promise<void>;
}

type Undo = { readonly password: KnownPassword } & (
  | { readonly kind: 'saved'; readonly before: ProfileFolder; readonly after: ProfileFolder }
  | { readonly kind: 'removed'; readonly removed: RemovedFolder }
);

export function createFolderEdits(home: ProfileHome, rules: FolderRules): FolderEdits {
  const { profiles, vault } = home;
  const undos = new Map<string, Undo>();
  const folderNow = (id: string): ProfileFolder => {
    const folder = profiles.folders().find((each) => each.id === id);
    if (folder === undefined) throw noSuchFolder(id);
    return folder;
  };
  const settle = (): void => {
    if (undos.size === 0) return;
    const there = new Set(profiles.folders().map(({ id }) => id));
    for (const [id, { kind }] of undos) if (kind === 'removed' && there.has(id)) undos.delete(id);
  };
  return {
    settle,
    async save(edit) {
      const was = edit.id === undefined ? undefined : folderNow(edit.id);
      const touches =
        edit.password !== undefined || edit.draft.settings.user !== was?.settings.user;
      // Undefined leaves the password to itself when this is taken back.
      const password = was && touches ? await knownFolderPassword(vault, was) : undefined;
      const { result, passwordChanged } = await takeStep(home, rules, saveStep(vault, edit));
      const { before, folder: after } = result;
      if (before !== null) undos.set(after.id, { kind: 'saved', before, after, password });
      return { result: after, passwordChanged };
    },
    async remove(id) {
      const password = await knownFolderPassword(vault, folderNow(id));
      const step = removeStep(vault, id, password);
      const { result: removed, passwordChanged } = await takeStep(home, rules, step);
      undos.set(id, { kind: 'removed', removed, password });
      return { result: null, passwordChanged };
    },
    async undo(id) {
      const undo = undos.get(id);
      if (undo === undefined) throw noSuchFolder(id);
      const { password } = undo;
      const { passwordChanged } =
        undo.kind === 'removed'
          ? await takeStep(home, rules, putBackStep(vault, undo.removed, password))
          : await takeStep(
              home,
              rules,
              saveStep(vault, {
                id,
                base: draftOf(undo.after),
                draft: draftOf(undo.before),
                password,
              }),
            );
      undos.delete(id);
      return { result: null, passwordChanged };
    },
    async forget() {
      settle();
      const stayed = [...undos].flatMap(([id, undo]) =>
        undo.kind === 'removed' && undo.password === undefined ? [id] : [],
      );
      undos.clear();
      if (stayed.length > 0) await vault.deleteAll(stayed);
    },
  };
}
