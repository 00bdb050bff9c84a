import { nameKey } from './name.ts';
import type { Profile } from './profile.ts';
import type { OpenBook } from './profile-book.ts';
import { changedFields, type DraftField } from './profile-merge.ts';
import { settingNames } from './profile-words.ts';
import {
  folderChain,
  foldersById,
  type ResolvedProfile,
  resolveProfile,
} from './resolve-profile.ts';
import type { OwnSettings, ProfileBook, ProfileFolder, TagIntent } from './stored-profile.ts';

/** What is done with a profile that is there already: it is left, becomes what the file says, or the other is added beside it. */
export const onExisting = ['skip', 'replace', 'add'] as const;
export type OnExisting = (typeof onExisting)[number];

/** One profile of a file, held against those that are there. */
export interface ImportStep {
  readonly resolved: ResolvedProfile;
  /** The profile that is there already: of the same id, else of the same name. No two steps have the same one. */
  readonly there: Profile | null;
  /** Whether `there` lies in the book that is imported into, so that it can be replaced. */
  readonly replaceable: boolean;
  /** What is different there; empty where nothing is. */
  readonly differs: ReadonlySet<DraftField>;
  /** Somebody else has its name: another one in the file, or one there that is not `there`. It is imported under a name with a number. */
  readonly nameTaken: boolean;
}

/** The profiles that a file is held against. */
export interface Present {
  /** Of the book that is imported into. */
  readonly own: readonly Profile[];
  /** That lie elsewhere: they have ids and names that no other can have, and none of them is replaced. */
  readonly elsewhere?: readonly Profile[];
}

/** What would be imported, in the file's order. */
export function importSteps(
  exported: ProfileBook,
  { own, elsewhere = [] }: Present,
): readonly ImportStep[] {
  const byId = foldersById(exported.folders);
  // Of two with one name the own one counts, which can be replaced.
  const present = [...elsewhere, ...own];
  const ids = new Map(present.map((profile) => [profile.id, profile]));
  const names = new Map(present.map((profile) => [nameKey(profile.name), profile]));
  const ownIds = new Set(own.map(({ id }) => id));
  const claimed = new Set(exported.profiles.map(({ id }) => id).filter((id) => ids.has(id)));
  const inFile = new Set<string>();
  return exported.profiles.flatMap((stored): ImportStep[] => {
    const resolved = resolveProfile(stored, byId);
    if (resolved === null) return [];
    const key = nameKey(stored.name);
    const namesake = names.get(key);
    const free = namesake !== undefined && !claimed.has(namesake.id) ? namesake : null;
    const there = ids.get(stored.id) ?? free;
    if (there !== null) claimed.add(there.id);
    const nameTaken =
      inFile.has(key) || (namesake !== undefined && there !== null && namesake.id !== there.id);
    inFile.add(key);
    const differs = there === null ? new Set<DraftField>() : changedFields(there, resolved.profile);
    const replaceable = there !== null && ownIds.has(there.id);
    return [{ resolved, there, replaceable, differs, nameTaken }];
  });
}

/** What became of one profile of a file; `id` is the one that it has here. */
export interface ImportedProfile {
  readonly done: 'added' | 'replaced' | 'skipped';
  readonly id: string;
  readonly name: string;
  /** Its id in the file. */
  readonly exportedId: string;
}

export interface Imported {
  /** In the file's order. */
  readonly profiles: readonly ImportedProfile[];
  /** Where each folder of the file is here. */
  readonly folderIds: ReadonlyMap<string, string>;
  /** What tags say that said nothing before. */
  readonly tags: readonly TagIntent[];
}

export interface ImportRules {
  readonly present: Present;
  /** `index`: of the step. One that is new is added where it was to replace; one that cannot be replaced is skipped. */
  readonly choose: (step: ImportStep, index: number) => OnExisting;
  readonly newId: () => string;
  /** What tags say is taken: always, where a profile of the file is taken too, or not, which is usual. It holds for those that are here as well. */
  readonly tags?: 'always' | 'with-profiles' | 'none' | undefined;
}

/**
 * Puts an exported book into one that is open. Folders that are not there come with what they say; one that is there keeps what it says, as does a tag, and
 * profiles that were otherwise by their own have it set for themselves. Throws what the book throws.
 */
export function importInto(
  open: OpenBook,
  exported: ProfileBook,
  { present, choose, newId, tags = 'none' }: ImportRules,
): Imported {
  const namesElsewhere = new Set((present.elsewhere ?? []).map(({ name }) => nameKey(name)));
  const classIds = open.addClasses(exported.classes);
  const here = inClasses(exported, classIds);
  const folderIds = open.addFolders(parentsFirst(here.folders));
  const chosen = importSteps(here, present).map((step, index) => {
    const choice = choose(step, index);
    if (choice !== 'replace') return { step, choice };
    return {
      step,
      choice: step.there === null ? 'add' : step.replaceable ? choice : 'skip',
    } as const;
  });
  // Two that change names with each other would otherwise stand in each other's way.
  open.vacate(
    chosen.flatMap(({ step, choice }) => (choice === 'replace' ? (step.there?.id ?? []) : [])),
  );
  const profiles = chosen.map(({ step, choice }): ImportedProfile => {
    const { resolved, there } = step;
    const { profile, sources } = resolved;
    const exportedId = profile.id;
    if (choice === 'skip') {
      return { done: 'skipped', id: there?.id ?? exportedId, name: profile.name, exportedId };
    }
    const also = settingNames.filter((name) => sources[name].kind === 'own');
    const name = open.freeName(profile.name, namesElsewhere);
    const replaced = choice === 'replace' ? there : null;
    const id = replaced?.id ?? (there === null ? exportedId : newId());
    open.put(id, { draft: { ...profile, name }, also });
    return { done: replaced === null ? 'added' : 'replaced', id, name, exportedId };
  });
  const takesTags =
    tags === 'always' ||
    (tags === 'with-profiles' && profiles.some(({ done }) => done !== 'skipped'));
  return { profiles, folderIds, tags: takesTags ? open.addTags(exported.tags) : [] };
}

/** The book with the ids that its classes have here. */
export function inClasses(book: ProfileBook, classIds: ReadonlyMap<string, string>): ProfileBook {
  if ([...classIds].every(([id, here]) => id === here)) return book;
  const said = <T extends { readonly settings: OwnSettings }>(each: T): T => {
    const here = classIds.get(each.settings.environment ?? '');
    return here === undefined
      ? each
      : { ...each, settings: { ...each.settings, environment: here } };
  };
  return { ...book, profiles: book.profiles.map(said), folders: book.folders.map(said) };
}

/** Parents before what lies in them. */
function parentsFirst(folders: readonly ProfileFolder[]): readonly ProfileFolder[] {
  const byId = foldersById(folders);
  const depths = new Map(folders.map((each) => [each, folderChain(each.parentId, byId).length]));
  return folders.toSorted((a, b) => (depths.get(a) ?? 0) - (depths.get(b) ?? 0));
}
