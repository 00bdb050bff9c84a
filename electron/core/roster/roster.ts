import type { ClassEntry } from '../../../shared/ipc/calls/class.ts';
import type { TagEntry } from '../../../shared/ipc/calls/drift.ts';
import type { TagIntent } from '../../../shared/model/stored-profile.ts';
import type { ProfileStore } from '../../store/documents/profiles.ts';
import type { SecretVault } from '../../store/secrets/vault.ts';
import { type ManagedPart, nothingManaged } from '../managed/managed-part.ts';
import { createClassEdits } from './classes/class-edits.ts';
import { createClassList } from './classes/class-list.ts';
import { createRosterClasses, type RosterClasses } from './classes/roster-classes.ts';
import { createFolderEdits } from './folders/folder-edits.ts';
import { type FoldersChange, folderEntries } from './folders/folders.ts';
import { createHomes } from './folders/homes.ts';
import { createRosterFolders, type RosterFolders } from './folders/roster-folders.ts';
import { type Guard, withManagedClasses } from './guard.ts';
import { createImporting, type Importing } from './importing/importing.ts';
import { createRemovals } from './profiles/removals.ts';
import { createRestoring, type Restoring } from './profiles/restoring.ts';
import { createRosterProfiles, type RosterProfiles } from './profiles/roster-profiles.ts';
import type { RosterChange } from './roster-change.ts';
import { createRosterDemo, type RosterDemo } from './roster-demo.ts';
import { createRosterPasswords, type RosterPasswords } from './roster-passwords.ts';
import { createRosterReads, type RosterReads } from './roster-reads.ts';
import { createRosterTopics } from './roster-topics.ts';
import { tagEntries } from './tags.ts';
import { createWrites } from './writes.ts';

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
export interface Roster
  extends RosterReads,
    RosterProfiles,
    RosterFolders,
    RosterClasses,
    RosterPasswords,
    RosterDemo {
  /** Files of profiles, taken into the saved ones. */
  readonly importing: Importing;
  /** Good copies of the saved profiles. */
  readonly copies: Restoring;
  /** Removals since the app started can no longer be taken back. Answers their ids. Throws what the vault throws. */
  forgetRemoved(): Promise<readonly string[]>;
  /** Another vault is in force, or can be read now: what is known of passwords may be other than it was. */
  vaultChanged(): void;
  /** What tags intend: what administrators say of one holds before what the user does. */
  tags(): readonly TagEntry[];
  /** Says what a tag intends of the settings that are named. Throws `managed`. */
  saveTag(intent: TagIntent): Promise<void>;
  /** After every change, also of a password alone, and also by another process. Returns unsubscribing. */
  listen(listener: (change: RosterChange) => void): () => void;
  /** Folders are others now. Told before the change of what is in them. */
  onFolders(listener: (change: FoldersChange) => void): () => void;
  /** Tags intend other things now. */
  onTags(listener: (tags: readonly TagEntry[]) => void): () => void;
  /** Classes are others now. Told before the change of what has them. */
  onClasses(listener: (classes: readonly ClassEntry[]) => void): () => void;
}

export function createRoster(parts: RosterParts): Roster {
  const { profiles, vault, share, requireDeed, logFault } = parts;
  const supplied = parts.managed ?? nothingManaged();
  const { requireOwnFolder, requireOwnClass } = supplied;
  const saved = { profiles, vault };
  const homes = createHomes({ saved, supplied: supplied.shelf, share });
  const guard: Guard = { requireDeed, classesWith: withManagedClasses(supplied.shelf) };
  const rules = { guard, logFault };
  const reads = createRosterReads(homes, supplied.shelf);
  const folders = folderEntries(saved, supplied.shelf);
  const tags = tagEntries(profiles, supplied.shelf);
  const classList = createClassList();
  const classes = () => classList(profiles.classes(), supplied.shelf.classes());
  const removals = createRemovals({
    requireHome(id) {
      supplied.shelf.requireOwn(id);
      return homes.require(id);
    },
    isThere: (id) => homes.of(id) !== undefined,
    requireDeed,
    logFault,
  });
  const folderEdits = createFolderEdits(saved, rules);
  const { elsewhere } = homes;
  const classEdits = createClassEdits({ profiles, guard, elsewhere });

  const { resolved } = reads;
  const topics = createRosterTopics({ resolved, folders, tags, classes: () => classes().entries });
  const tell = (passwordChanged: readonly string[], here = true): void => {
    removals.settle();
    folderEdits.settle();
    topics.tell(passwordChanged, here);
  };
  const { write, untold, isWriting } = createWrites(tell);
  for (const source of [profiles, supplied]) {
    source.onChange(() => {
      if (!isWriting()) tell([], false);
    });
  }

  const copies = createRestoring({
    profiles,
    guard,
    async followed(gone, back) {
      await removals.came(saved, back);
      await removals.went(saved, gone);
    },
    logFault,
  });
  return {
    ...reads,
    ...createRosterProfiles({ homes, removals, write, ...rules }),
    ...createRosterFolders({ folders, edits: folderEdits, requireOwnFolder, write }),
    ...createRosterClasses({ list: classes, edits: classEdits, requireOwnClass, write }),
    ...createRosterPasswords(homes, (profile) => topics.restate([profile])),
    ...createRosterDemo({ homes, removals, write }),
    importing: createImporting({ saved, elsewhere, write, ...rules }),
    copies: {
      ...copies,
      restore: (restoration) => write(async () => ({ result: await copies.restore(restoration) })),
      undo: (token, typed) => write(async () => ({ result: await copies.undo(token, typed) })),
    },
    forgetRemoved: () =>
      untold(async () => {
        await folderEdits.forget();
        return removals.forget();
      }),
    vaultChanged() {
      tell([]);
      topics.restate([homes.saved, homes.managed].flatMap(homes.shownIn));
    },
    tags,
    saveTag: (intent) =>
      write(async () => {
        supplied.requireOwnTag(intent.tag);
        await profiles.change((desk) => desk.putTag(intent));
        return { result: undefined };
      }),
    listen: topics.profiles.listen,
    onFolders: topics.folders.listen,
    onTags: topics.tags.listen,
    onClasses: topics.classes.listen,
  };
}
