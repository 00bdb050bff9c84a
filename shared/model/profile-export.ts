import { z } from 'zod';
import { AppError } from '../errors.ts';
import { nameKey } from './name.ts';
import type { Profile } from './profile.ts';
import type { OpenBook } from './profile-book.ts';
import {
  folderChain,
  foldersById,
  type ResolvedProfile,
  resolveProfile,
} from './resolve-profile.ts';
import {
  type ProfileBook,
  type ProfileFolder,
  profileFolderSchema,
  settingNames,
  storedProfileSchema,
} from './stored-profile.ts';

const format = 'spcp-console-profiles';
const version = 1;
/** So many profiles in one file. */
const mostProfiles = 20_000;
/** Characters: far more than those take. */
export const longestExport = 20_000_000;

const frameSchema = z.looseObject({ format: z.literal(format), version: z.int().min(1) });
const contentSchema = z.object({
  profiles: z.array(storedProfileSchema).max(mostProfiles),
  folders: z.array(profileFolderSchema).max(mostProfiles),
});

/** The text of a book, without any password: of all of it, or of a folder with what is in it and around it. */
export function exportText(book: ProfileBook, folderId: string | null = null): string {
  const byId = foldersById(book.folders);
  const isIn = (id: string | null): boolean =>
    folderId === null || folderChain(id, byId).some((folder) => folder.id === folderId);
  const around = new Set(folderChain(folderId, byId));
  const profiles = book.profiles.filter((profile) => isIn(profile.folderId));
  const folders = book.folders.filter((folder) => isIn(folder.id) || around.has(folder));
  return `${JSON.stringify({ format, version, profiles, folders }, null, 2)}\n`;
}

/**
 * The book of an exported text. Throws `not-an-export`: of another kind, of a later release, or with profiles that cannot be; with folders that
 * lie in themselves or with two things of one id.
 */
export function readExport(text: string): ProfileBook {
  if (text.length > longestExport) throw new AppError('not-an-export', { case: 'long' });
  const content = parsed(text);
  const frame = frameSchema.safeParse(content);
  if (!frame.success) throw new AppError('not-an-export', { case: 'other' });
  if (frame.data.version > version) {
    throw new AppError('not-an-export', { case: 'newer', version: frame.data.version });
  }
  const read = contentSchema.safeParse(content);
  if (!read.success) {
    const place = read.error.issues[0]?.path.join('.') ?? '';
    throw new AppError('not-an-export', { case: 'damaged', place });
  }
  const { profiles, folders } = read.data;
  const byId = foldersById(folders);
  const ids = [...profiles, ...folders].map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  const endless = folders.find(({ id, parentId }) =>
    folderChain(parentId, byId).some((folder) => folder.id === id),
  );
  const nobody = profiles.find((profile) => resolveProfile(profile, byId) === null);
  const wrong = twice ?? endless?.id ?? nobody?.id;
  if (wrong !== undefined) throw new AppError('not-an-export', { case: 'damaged', place: wrong });
  return { profiles, folders };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new AppError('not-an-export', { case: 'other' });
  }
}

/** What is done with a profile that is there already: it is left, becomes what the file says, or the other is added beside it. */
export const onExisting = ['skip', 'replace', 'add'] as const;
export type OnExisting = (typeof onExisting)[number];

/** What an import does with one profile. `there` is the profile that is there already: of the same id, else of the same name. */
export interface ImportStep {
  readonly resolved: ResolvedProfile;
  readonly there: Profile | null;
}

/** What would be imported, in the file's order. */
export function importSteps(
  exported: ProfileBook,
  present: readonly Profile[],
): readonly ImportStep[] {
  const byId = foldersById(exported.folders);
  const ids = new Map(present.map((profile) => [profile.id, profile]));
  const names = new Map(present.map((profile) => [nameKey(profile.name), profile]));
  return exported.profiles.flatMap((stored) => {
    const resolved = resolveProfile(stored, byId);
    if (resolved === null) return [];
    return [{ resolved, there: ids.get(stored.id) ?? names.get(nameKey(stored.name)) ?? null }];
  });
}

export interface Imported {
  readonly added: readonly string[];
  readonly replaced: readonly string[];
  readonly skipped: readonly string[];
}

/**
 * Puts an exported book into one that is open. Folders that are not there come with what they say; one that is there keeps what it says, and
 * profiles that were otherwise by their own have it set for themselves. Answers names. Throws what the book throws.
 */
export function importInto(
  open: OpenBook,
  exported: ProfileBook,
  present: readonly Profile[],
  choose: (step: ImportStep) => OnExisting,
  newId: () => string,
): Imported {
  open.addFolders(parentsFirst(exported.folders));
  const imported = { added: [] as string[], replaced: [] as string[], skipped: [] as string[] };
  for (const step of importSteps(exported, present)) {
    const { profile, sources } = step.resolved;
    const also = settingNames.filter((name) => sources[name].kind === 'own');
    const choice = step.there === null ? 'add' : choose(step);
    if (choice === 'skip') {
      imported.skipped.push(profile.name);
      continue;
    }
    const isNew = step.there === null || choice === 'add';
    const id = step.there === null ? profile.id : isNew ? newId() : step.there.id;
    const name = isNew ? open.freeName(profile.name) : profile.name;
    open.put(id, { draft: { ...profile, name }, also });
    imported[isNew ? 'added' : 'replaced'].push(name);
  }
  return imported;
}

/** Parents before what lies in them. */
function parentsFirst(folders: readonly ProfileFolder[]): readonly ProfileFolder[] {
  const byId = foldersById(folders);
  const depth = (folder: ProfileFolder): number => folderChain(folder.parentId, byId).length;
  return folders.toSorted((a, b) => depth(a) - depth(b));
}
