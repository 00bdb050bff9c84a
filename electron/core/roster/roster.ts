import type { ClassEntry } from '../../../shared/ipc/class-calls.ts';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import type { TagEntry } from '../../../shared/ipc/drift-calls.ts';
import type { FolderEntry, SavedFolderEntry } from '../../../shared/ipc/profile-calls.ts';
import { noSuchClass } from '../../../shared/model/class-shelf.ts';
import { type Classes, classesOf } from '../../../shared/model/environment-class.ts';
import type { Place } from '../../../shared/model/place.ts';
import type { Profile, ProfileDraft } from '../../../shared/model/profile.ts';
import type { ResolvedProfile } from '../../../shared/model/resolve-profile.ts';
import type { TagIntent } from '../../../shared/model/stored-profile.ts';
import { noSuchProfile } from '../../base/no-such-profile.ts';
import { createTurns } from '../../base/turns.ts';
import { createMemoryDocument } from '../../store/documents/memory-document.ts';
import { createProfileShelf } from '../../store/documents/profile-shelf.ts';
import type { ProfileStore } from '../../store/documents/profiles.ts';
import { profilesFormat } from '../../store/documents/profiles-format.ts';
import { folderPlace } from '../../store/secrets/folder-place.ts';
import { namingDamage } from '../../store/secrets/named-damage.ts';
import { createSessionVault } from '../../store/secrets/session-vault.ts';
import type { SecretVault } from '../../store/secrets/vault.ts';
import { type ManagedPart, nothingManaged } from '../managed/managed-part.ts';
import { type BulkEdit, editsOf } from './bulk-edit.ts';
import { type ClassEdit, type ClassRemoval, createClassEdits } from './class-edits.ts';
import { createClassList } from './class-list.ts';
import { entryOf } from './entry.ts';
import { createFolderEdits } from './folder-edits.ts';
import { type FolderEdit, noSuchFolder } from './folder-save.ts';
import { type FoldersChange, folderEntries } from './folders.ts';
import type { Guard } from './guard.ts';
import { createImporting, type Importing } from './importing.ts';
import type { ProfileEdit } from './profile-edit.ts';
import type { ProfileHome } from './profile-home.ts';
import { freeName } from './profile-names.ts';
import { createRemovals, type Removal } from './removals.ts';
import { createRestoring, type Restoring } from './restoring.ts';
import type { RosterChange } from './roster-change.ts';
import { createRosterTopics } from './roster-topics.ts';
import { saveIn } from './saving.ts';
import { tagEntries } from './tags.ts';

export type { RosterChange } from './roster-change.ts';

export interface RosterParts {
  readonly profiles: ProfileStore;
  readonly vault: SecretVault;
  /** Nothing is managed without it. */
  readonly managed?: Pick<
    ManagedPart,
    'shelf' | 'requireOwnFolder' | 'requireOwnTag' | 'requireOwnClass' | 'onChange'
  >;
  /** Whether a profile, saved or managed, is shown here, by its id; all are without it. Names and folders are those of all of them. */
  readonly share?: ((id: string) => boolean) | undefined;
  readonly requireDeed: Guard['requireDeed'];
  readonly logFault: (what: string, error: unknown) => void;
}

/**
 * Every profile that the app knows, saved, managed or of the demo fleet, each with its password at one place. Writing throws `managed` for
 * what administrators supply, what the stores throw (`storage-full`, `storage-failed`, `secrets-unavailable`), `not-found`, and `invalid-input` (detail `field`) for a name that
 * is taken; it then leaves profiles and passwords as they were. What is asked for many is done for all of them or for none, in one write.
 */
export interface Roster {
  list(): readonly Profile[];
  /** Of all there are, also where others of the fleet have them. */
  ids(): ReadonlySet<string>;
  get(id: string): Profile | undefined;
  /** As the renderer sees them: never a password. Asks no keychain. */
  entries(): ProfileEntry[];
  entry(profile: Profile): ProfileEntry;
  folders(): readonly FolderEntry[];
  /**
   * The password that is saved with a profile, for going to this place. Null where none is. Throws `password-needed-again` where it was
   * entered for another place, and `secrets-unavailable`.
   */
  passwordFor(id: string, place: Place): Promise<string | null>;
  /**
   * The password that a folder has for this user, and so for what is put into it. Null where it has none. Throws `password-needed-again` where
   * it was entered for another user, and what the vault throws.
   */
  folderPasswordFor(id: string, user: string): Promise<string | null>;
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
  /** Adds without an id. Throws what an edit of a folder throws (`folder-edits.ts`). */
  saveFolder(edit: FolderEdit): Promise<SavedFolderEntry>;
  /** What is in it lies where the folder lay, and has what it had. Answers what takes that back. */
  removeFolder(id: string, confirmName?: string): Promise<string>;
  /** Takes one save or removal of a folder back, by what it answered, while the app runs. */
  undoFolder(token: string, confirmName?: string): Promise<void>;
  /** All environment classes, the usual ones first. The same list until one is other. */
  classEntries(): readonly ClassEntry[];
  classes(): Classes;
  /** Adds without an id. Throws what an edit of a class throws (`class-edits.ts`). */
  saveClass(edit: ClassEdit): Promise<ClassEntry & { readonly undo: string }>;
  /** Answers what takes it back. */
  removeClass(removal: ClassRemoval): Promise<string>;
  undoClass(token: string, confirmName?: string): Promise<void>;
  /** Files of profiles, taken into the saved ones. */
  readonly importing: Importing;
  /** Good copies of the saved profiles. */
  readonly copies: Restoring;
  /** Removals since the app started can no longer be taken back. Answers their ids. Throws what the vault throws. */
  forgetRemoved(): Promise<readonly string[]>;
  /** Adds one of the demo fleet, in memory only; the name is made different from all others. */
  addDemo(draft: ProfileDraft, password: string): Promise<Profile>;
  /** Removes all of the demo fleet for good. Answers their ids, also of those that were removed before. */
  clearDemo(): Promise<readonly string[]>;
  /** Another vault is in force, or can be read now: what is known of passwords may be other than it was. */
  vaultChanged(): void;
  /** After every change, also of a password alone, and also by another process. Returns unsubscribing. */
  listen(listener: (change: RosterChange) => void): () => void;
  /** Folders are others now. Told before the change of what is in them. */
  onFolders(listener: (change: FoldersChange) => void): () => void;
  /** Every profile with why it is as it is. */
  resolved(): readonly ResolvedProfile[];
  /** What tags intend: what administrators say of one holds before what the user does. */
  tags(): readonly TagEntry[];
  /** Says what a tag intends of the settings that are named. Throws `managed`. */
  saveTag(intent: TagIntent): Promise<void>;
  /** Tags intend other things now. */
  onTags(listener: (tags: readonly TagEntry[]) => void): () => void;
  /** Classes are others now. Told before the change of what has them. */
  onClasses(listener: (classes: readonly ClassEntry[]) => void): () => void;
}

export function createRoster(parts: RosterParts): Roster {
  const { requireDeed, logFault, share = () => true } = parts;
  const saved: ProfileHome = { profiles: parts.profiles, vault: parts.vault };
  const demo: ProfileHome = {
    profiles: createProfileShelf(createMemoryDocument(profilesFormat.empty)),
    vault: createSessionVault(),
  };
  const supplied = parts.managed ?? nothingManaged();
  const managed: ProfileHome = { profiles: supplied.shelf, vault: parts.vault };
  const inTurn = createTurns();
  const homes = [saved, managed, demo];
  const folders = folderEntries(saved, supplied.shelf);
  const guard: Guard = {
    requireDeed,
    classesWith: (own) => classesOf(own, supplied.shelf.classes()),
  };
  const folderEdits = createFolderEdits(saved, { guard, logFault });
  const elsewhere = (): readonly Profile[] =>
    [managed, demo].flatMap(({ profiles }) => profiles.list());
  const classEdits = createClassEdits({ profiles: parts.profiles, guard, elsewhere });
  const allClasses = createClassList();
  const entriesNow = () => allClasses(parts.profiles.classes(), supplied.shelf.classes()).entries;
  let writing = false;

  const listOf = (home: ProfileHome): readonly Profile[] => {
    const all = home.profiles.list();
    return home === demo || parts.share === undefined ? all : all.filter(({ id }) => share(id));
  };
  const list = (): readonly Profile[] => homes.flatMap(listOf);
  const resolved = (): readonly ResolvedProfile[] =>
    homes.flatMap((home) => listOf(home).flatMap(({ id }) => home.profiles.resolved(id) ?? []));
  const homeOf = (id: string): ProfileHome | undefined =>
    [demo, managed, saved].find(({ profiles }) => profiles.get(id) !== undefined);
  const requireHome = (id: string): ProfileHome => {
    const home = homeOf(id);
    if (home !== undefined) return home;
    throw noSuchProfile(id);
  };
  const tags = tagEntries(saved.profiles, supplied.shelf);
  const topics = createRosterTopics({ resolved, folders, tags, classes: entriesNow });
  const tell = (passwordChanged: readonly string[], here = true): void => {
    removals.settle();
    folderEdits.settle();
    topics.tell(passwordChanged, here);
  };
  /** One after the other, and told of when profiles and passwords are all where they belong. */
  const write = <T>(
    task: () => Promise<{ result: T; passwordChanged?: readonly string[] }>,
  ): Promise<T> =>
    inTurn('roster', async () => {
      writing = true;
      let passwordChanged: readonly string[] = [];
      try {
        const done = await task();
        passwordChanged = done.passwordChanged ?? [];
        return done.result;
      } finally {
        writing = false;
        tell(passwordChanged);
      }
    });
  const removals = createRemovals({
    requireHome(id) {
      supplied.shelf.requireOwn(id);
      return requireHome(id);
    },
    isThere: (id) => homeOf(id) !== undefined,
    requireDeed,
    logFault,
  });
  const copies = createRestoring({
    profiles: parts.profiles,
    guard,
    async followed(gone, back) {
      await removals.came(saved, back);
      await removals.went(saved, gone);
    },
    logFault,
  });
  const namesBeside = (home: ProfileHome): string[] =>
    homes.flatMap((other) => (other === home ? [] : other.profiles.list().map(({ name }) => name)));
  const saveAll = (edits: readonly ProfileEdit[]): Promise<readonly Profile[]> =>
    write(async () => {
      const byHome = Map.groupBy(edits, ({ id }) => (id === undefined ? saved : requireHome(id)));
      // What administrators supply comes first: it is what may be refused as a whole.
      const inOrder = [...byHome].sort(([a], [b]) => Number(b === managed) - Number(a === managed));
      const parts = inOrder.map(([home, ofHome]) => ({
        home,
        edits: ofHome,
        namesElsewhere: () => namesBeside(home),
      }));
      const { profiles, passwordChanged } = await saveIn(parts, { guard, logFault });
      return { result: edits.flatMap((edit) => profiles.get(edit) ?? []), passwordChanged };
    });
  const first = async (many: Promise<readonly Profile[]>): Promise<Profile> => {
    const [profile] = await many;
    if (profile === undefined) throw new Error('nothing came of one edit');
    return profile;
  };
  const restoreAll = (ids: readonly string[]): Promise<readonly Profile[]> =>
    write(async () => ({ result: await removals.restore(ids, namesBeside) }));

  const entry = (home: ProfileHome, profile: Profile): ProfileEntry =>
    entryOf(home, profile, {
      demo: home === demo,
      ...(home === managed ? { managed: { notes: supplied.shelf.notesOf(profile.id) } } : {}),
    });

  for (const source of [parts.profiles, supplied]) {
    source.onChange(() => {
      if (!writing) tell([], false);
    });
  }
  return {
    list,
    ids: () => new Set(homes.flatMap(({ profiles }) => profiles.list().map(({ id }) => id))),
    get(id) {
      const home = homeOf(id);
      return home === demo || share(id) ? home?.profiles.get(id) : undefined;
    },
    entry: (profile) => entry(homeOf(profile.id) ?? saved, profile),
    entries: () => homes.flatMap((home) => listOf(home).map((profile) => entry(home, profile))),
    folders,
    async passwordFor(id, place) {
      const vault = homeOf(id)?.vault;
      const before = vault?.isStock(id);
      const { name } = homeOf(id)?.profiles.get(id) ?? {};
      const get = async () => (await vault?.get(id, { ...place, name })) ?? null;
      const password = await namingDamage(() => name, get);
      // Of passwords that an older release kept it shows only now whether they are the stock one.
      if (vault?.isStock(id) !== before) {
        const profile = homeOf(id)?.profiles.get(id);
        if (profile !== undefined) topics.restate([profile]);
      }
      return password;
    },
    async folderPasswordFor(id, user) {
      const { name } = saved.profiles.folders().find((each) => each.id === id) ?? {};
      if (name === undefined || !saved.vault.keeps) return null;
      return namingDamage(
        () => name,
        () => saved.vault.get(id, folderPlace(id, user)),
      );
    },
    saveAll,
    save: (edit) => first(saveAll([edit])),
    editAll: (edit) => saveAll(editsOf(edit, (id) => requireHome(id).profiles.resolved(id))),
    remove: async (removal) => write(async () => ({ result: await removals.remove([removal]) })),
    removeAll: async (all) => write(async () => ({ result: await removals.remove(all) })),
    restoreAll,
    restore: (id) => first(restoreAll([id])),
    async saveFolder(edit) {
      const { folder, undo } = await write(() => {
        for (const each of [edit.id, edit.draft.parentId]) supplied.requireOwnFolder(each);
        return folderEdits.save(edit);
      });
      const saidNow = folders().find(({ id }) => id === folder.id);
      if (saidNow === undefined) throw noSuchFolder(folder.id);
      return undo === undefined ? saidNow : { ...saidNow, undo };
    },
    removeFolder: (id, confirmName) =>
      write(() => {
        supplied.requireOwnFolder(id);
        return folderEdits.remove(id, confirmName);
      }),
    undoFolder: async (token, confirmName) =>
      void (await write(() => folderEdits.undo(token, confirmName))),
    classEntries: entriesNow,
    classes: () => allClasses(parts.profiles.classes(), supplied.shelf.classes()).byId,
    async saveClass(edit) {
      const { id, undo } = await write(async () => {
        supplied.requireOwnClass(edit.id);
        return { result: await classEdits.save(edit) };
      });
      const saidNow = entriesNow().find((each) => each.id === id);
      if (saidNow === undefined) throw noSuchClass(id);
      return { ...saidNow, undo };
    },
    removeClass: (removal) =>
      write(async () => {
        supplied.requireOwnClass(removal.id);
        return { result: await classEdits.remove(removal) };
      }),
    undoClass: (token, confirmName) =>
      write(async () => ({ result: await classEdits.undo(token, confirmName) })),
    forgetRemoved: () =>
      inTurn('roster', async () => {
        await folderEdits.forget();
        return removals.forget();
      }),
    importing: createImporting({
      saved,
      elsewhere,
      guard,
      write,
      logFault,
    }),
    copies: {
      ...copies,
      restore: (restoration) => write(async () => ({ result: await copies.restore(restoration) })),
      undo: (token, typed) => write(async () => ({ result: await copies.undo(token, typed) })),
    },
    addDemo: (draft, password) =>
      write(async () => {
        const all = homes.flatMap(({ profiles }) => profiles.list());
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
    vaultChanged() {
      tell([]);
      topics.restate([saved, managed].flatMap(listOf));
    },
    listen: topics.profiles.listen,
    onFolders: topics.folders.listen,
    resolved,
    tags,
    saveTag: (intent) =>
      write(async () => {
        supplied.requireOwnTag(intent.tag);
        await saved.profiles.change((desk) => desk.putTag(intent));
        return { result: undefined };
      }),
    onTags: topics.tags.listen,
    onClasses: topics.classes.listen,
  };
}
