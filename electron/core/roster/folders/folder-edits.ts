import { type Place, samePlace } from '../../../../shared/model/place.ts';
import type { RemovedFolder } from '../../../../shared/model/profile-book.ts';
import type { ProfileFolder } from '../../../../shared/model/stored-profile.ts';
import type { ProfileHome } from '../profiles/profile-home.ts';
import { createUndos } from '../undos.ts';
import {
  inheritedFrom,
  type KnownPassword,
  knownFolderPassword,
  type MayGet,
} from './folder-passwords.ts';
import { putBackStep, removeStep } from './folder-removal.ts';
import { draftOf, type FolderEdit, noSuchFolder, saveStep } from './folder-save.ts';
import { type FolderEdited, type FolderRules, takeStep } from './folder-step.ts';

/** Edits of folders with all that follows from them for the passwords of what is in them: done as a whole, or not at all. */
export interface FolderEdits {
  /**
   * Throws `not-found`, `folder-edited-elsewhere` with both values where somebody else changed the same meanwhile, `password-needed-again`
   * where its password would be another user's, `invalid-input`, what the stores throw, and `read-only` or `confirmation-needed` where guarded
   * profiles in it are touched and not enough was typed.
   */
  save(edit: FolderEdit): Promise<FolderEdited<EditedFolder>>;
  /** Answers what takes it back. */
  remove(id: string, confirmName?: string): Promise<FolderEdited<string>>;
  /** Takes one save or removal back, by what it answered. Throws `not-found` where there was none since the app started, else as `save`. */
  undo(token: string, confirmName?: string): Promise<FolderEdited<null>>;
  /** Folders that are there again, by whatever way they came, are no removed ones any more. */
  settle(): void;
  /** Nothing can be taken back any more; passwords that were kept for it go. Throws what the vault throws. */
  forget(): Promise<void>;
}

export interface EditedFolder {
  readonly folder: ProfileFolder;
  /** What takes the edit back; undefined for a new folder. */
  readonly undo: string | undefined;
}

/** `id` is the folder's. */
type Undo = { readonly id: string; readonly password: KnownPassword } & (
  | {
      readonly kind: 'saved';
      readonly before: ProfileFolder;
      readonly after: ProfileFolder;
      readonly had: MayGet;
    }
  | { readonly kind: 'removed'; readonly removed: RemovedFolder }
);

export function createFolderEdits(home: ProfileHome, rules: FolderRules): FolderEdits {
  const { profiles, vault } = home;
  // None is dropped before `forget`: it says which passwords of folders that are gone stayed.
  const undos = createUndos<Undo>(Number.POSITIVE_INFINITY);
  const { keep } = undos;
  /** A password that was given to it since is left to itself. */
  const passwordOf = (token: string, { id, password }: Undo): KnownPassword => {
    const all = undos.entries();
    const later = all.slice(all.findIndex(([each]) => each === token) + 1);
    return later.some(([, each]) => each.id === id && each.password !== undefined)
      ? undefined
      : password;
  };
  const folderNow = (id: string): ProfileFolder => {
    const folder = profiles.folders().find((each) => each.id === id);
    if (folder === undefined) throw noSuchFolder(id);
    return folder;
  };
  const settle = (): void => {
    const kept = undos.entries();
    if (kept.length === 0) return;
    const there = new Set(profiles.folders().map(({ id }) => id));
    for (const [token, { kind, id }] of kept) {
      if (kind === 'removed' && there.has(id)) undos.delete(token);
    }
  };
  /** Who has the password of which folder now, and for where. */
  const holders = (): MayGet => {
    const held = new Map<string, { readonly place: Place; readonly folder: string }>();
    for (const place of profiles.list()) {
      const resolved = profiles.resolved(place.id);
      const folder = resolved === undefined ? null : inheritedFrom(vault, resolved);
      const isHere = vault.state(place.id, place) === 'here';
      if (folder !== null && isHere) held.set(place.id, { place, folder });
    }
    return (id, place, folder) => {
      const had = held.get(id);
      return had !== undefined && had.folder === folder && samePlace(had.place, place);
    };
  };
  return {
    settle,
    async save(edit) {
      const was = edit.id === undefined ? undefined : folderNow(edit.id);
      const touches =
        edit.password !== undefined || edit.draft.settings.user !== was?.settings.user;
      // Undefined leaves the password to itself when this is taken back.
      const password = was && touches ? await knownFolderPassword(vault, was) : undefined;
      const had = holders();
      const { result, passwordChanged } = await takeStep(
        home,
        rules,
        saveStep(vault, edit),
        edit.confirmName,
      );
      const { before, folder: after } = result;
      const { id } = after;
      const undo =
        before === null ? undefined : keep({ kind: 'saved', id, before, after, had, password });
      return { result: { folder: after, undo }, passwordChanged };
    },
    async remove(id, confirmName) {
      const password = await knownFolderPassword(vault, folderNow(id));
      const step = removeStep(vault, id, password);
      const { result: removed, passwordChanged } = await takeStep(home, rules, step, confirmName);
      return { result: keep({ kind: 'removed', id, removed, password }), passwordChanged };
    },
    async undo(token, confirmName) {
      const undo = undos.get(token);
      const { id, password } = undo;
      const { passwordChanged } =
        undo.kind === 'removed'
          ? await takeStep(home, rules, putBackStep(vault, undo.removed, password), confirmName)
          : await takeStep(
              home,
              rules,
              saveStep(
                vault,
                {
                  id,
                  base: draftOf(undo.after),
                  draft: draftOf(undo.before),
                  password: passwordOf(token, undo),
                },
                undo.had,
              ),
              confirmName,
            );
      undos.delete(token);
      return { result: null, passwordChanged };
    },
    async forget() {
      settle();
      const stayed = undos
        .entries()
        .flatMap(([, { kind, id, password }]) =>
          kind === 'removed' && password === undefined ? [id] : [],
        );
      undos.clear();
      if (stayed.length > 0) await vault.deleteAll(stayed);
    },
  };
}
