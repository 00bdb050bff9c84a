import { z } from 'zod';
import { AppError } from '../errors.ts';
import { isUsualClass, mostClasses } from './environment-class.ts';
import { environmentClassSchema } from './environment-class-schema.ts';
import { exportFault } from './export-fault.ts';
import { nameKey, tagsIn } from './name.ts';
import { folderChain, foldersById, isWholeChain, resolveProfile } from './resolve-profile.ts';
import { type SealedSecrets, sealedSecretsSchema } from './sealed-secrets.ts';
import {
  type ProfileBook,
  profileFolderSchema,
  storedProfileSchema,
  tagIntentSchema,
} from './stored-profile.ts';
import { mostTagIntents, openTags } from './tag-intents.ts';

const format = 'spcp-console-profiles';
/** Since then it may have classes. */
const versionWithClasses = 2;
/** So many profiles in one file. */
export const mostExported = 20_000;
/** Characters: far more than those take. */
export const longestExport = 20_000_000;
/** Lists and objects within each other: far more than any export has. */
const deepest = 32;

const frameSchema = z.looseObject({ format: z.literal(format), version: z.int().min(1) });
/** Counted before any is looked at: what is wrong with millions would take minutes to say. */
const listOf = <T extends z.ZodType>(entry: T, most = mostExported) =>
  z.array(z.unknown()).max(most).pipe(z.array(entry));
const contentSchema = z.object({
  profiles: listOf(storedProfileSchema),
  folders: listOf(profileFolderSchema),
  tags: listOf(tagIntentSchema, mostTagIntents).default([]),
  classes: z.array(environmentClassSchema).max(mostClasses).default([]),
  secrets: sealedSecretsSchema.optional(),
});

/** What of a book is exported. */
export type ExportScope =
  | { readonly kind: 'all' }
  /** With what is in it and around it, and what its tags say. */
  | { readonly kind: 'folder'; readonly id: string }
  /** With the folders that they lie in. */
  | { readonly kind: 'profiles'; readonly ids: readonly string[] };

/** A part of a book, whole in itself: with the folders around what is in it and the classes that it says. Throws `not-found` for a folder that is not there. */
export function partOf(book: ProfileBook, scope: ExportScope): ProfileBook {
  if (scope.kind === 'all') return book;
  const byId = foldersById(book.folders);
  const inFolder = (id: string | null): boolean =>
    scope.kind === 'folder' && folderChain(id, byId).some((folder) => folder.id === scope.id);
  if (scope.kind === 'folder' && !byId.has(scope.id)) {
    throw new AppError('not-found', { case: 'folder', id: scope.id });
  }
  const ids = new Set(scope.kind === 'profiles' ? scope.ids : []);
  const profiles = book.profiles.filter(({ id, folderId }) => ids.has(id) || inFolder(folderId));
  const around = new Set(
    [
      ...profiles.map(({ folderId }) => folderId),
      scope.kind === 'folder' ? scope.id : null,
    ].flatMap((id) => folderChain(id, byId).map((folder) => folder.id)),
  );
  const folders = book.folders.filter(({ id }) => around.has(id) || inFolder(id));
  const carried = new Set(profiles.flatMap(({ tags }) => tagsIn(tags).map(nameKey)));
  const said = new Set([...profiles, ...folders].map(({ settings }) => settings.environment));
  return {
    profiles,
    folders,
    tags: book.tags.filter(({ tag }) => carried.has(nameKey(tag))),
    classes: book.classes.filter(({ id }) => said.has(id)),
  };
}

/** The text of a book: without any password, or with those that were sealed for it. */
export function exportText(book: ProfileBook, secrets?: SealedSecrets): string {
  const { profiles, folders } = book;
  // What has no classes is written as before, for the releases that know of none.
  const version = book.classes.length === 0 ? 1 : versionWithClasses;
  const [tags, classes] = [book.tags, book.classes].map((list) =>
    list.length === 0 ? undefined : list,
  );
  const content = { format, version, profiles, folders, tags, classes, secrets };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** What an exported text says. Its passwords are sealed. */
export interface Exported {
  readonly book: ProfileBook;
  readonly secrets: SealedSecrets | null;
}

/**
 * Throws `not-an-export`: of another kind, of a later release, or with profiles that cannot be; with folders that lie in themselves or with two
 * things of one id.
 */
export function readExport(text: string): Exported {
  if (text.length > longestExport) throw new AppError('not-an-export', { case: 'long' });
  const content = parsed(text);
  const frame = frameSchema.safeParse(content);
  if (!frame.success) throw new AppError('not-an-export', { case: 'other' });
  if (frame.data.version > versionWithClasses) {
    throw new AppError('not-an-export', { case: 'newer', version: frame.data.version });
  }
  const read = contentSchema.safeParse(content);
  if (!read.success) {
    throw new AppError('not-an-export', exportFault(content, read.error.issues[0]?.path ?? []));
  }
  const { profiles, folders, tags, classes, secrets = null } = read.data;
  requireConsistent({ profiles, folders, classes });
  return { book: { profiles, folders, tags: openTags([]).add(tags), classes }, secrets };
}

function requireConsistent({ profiles, folders, classes }: Omit<ProfileBook, 'tags'>): void {
  const names = new Map<string, string>();
  for (const { id, name } of classes) {
    const other = names.get(id);
    if (other !== undefined) throw new AppError('not-an-export', { case: 'twice', name, other });
    if ((name === '') !== isUsualClass(id)) {
      throw new AppError('not-an-export', { case: 'damaged', place: 'classes' });
    }
    names.set(id, name);
  }
  for (const { id, name } of [...folders, ...profiles]) {
    const other = names.get(id);
    if (other !== undefined) throw new AppError('not-an-export', { case: 'twice', name, other });
    names.set(id, name);
  }
  const byId = foldersById(folders);
  for (const { id, name, parentId } of folders) {
    if (folderChain(parentId, byId).some((folder) => folder.id === id)) {
      throw new AppError('not-an-export', { case: 'circle', name });
    }
    if (!isWholeChain(id, byId)) throw new AppError('not-an-export', { case: 'no-folder', name });
  }
  for (const profile of profiles) {
    const { name, folderId } = profile;
    if (!isWholeChain(folderId, byId)) {
      throw new AppError('not-an-export', { case: 'no-folder', name });
    }
    if (resolveProfile(profile, byId) === null) {
      throw new AppError('not-an-export', { case: 'nobody', name });
    }
  }
}

/** Nesting without end would take the parser gigabytes. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (inString && character === '\\') at++;
    else if (character === '"') inString = !inString;
    else if (inString) continue;
    else if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') depth--;
    if (depth > deepest) return true;
  }
  return false;
}

function parsed(text: string): unknown {
  if (isTooDeep(text)) throw new AppError('not-an-export', { case: 'other' });
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new AppError('not-an-export', { case: 'other' });
  }
}
