import { z } from 'zod';
import { isUsualClass, mayHave } from '../../../shared/model/environment-class.ts';
import { environmentClassSchema } from '../../../shared/model/environment-class-schema.ts';
import { nameKey } from '../../../shared/model/name.ts';
import {
  folderChain,
  foldersById,
  isWholeChain,
  resolveProfile,
} from '../../../shared/model/resolve-profile.ts';
import {
  emptyBook,
  type ProfileBook,
  type ProfileFolder,
  profileFolderSchema,
  type StoredProfile,
  storedProfileSchema,
  type TagIntent,
  tagIntentSchema,
} from '../../../shared/model/stored-profile.ts';
import { openTags, tagIntentOf } from '../../../shared/model/tag-intents.ts';
import type { Decoded, DocumentFormat } from './format.ts';
import { withClasses, withOwnSettings, withReadableNames } from './profile-migrations.ts';

const contentSchema = z.object({
  profiles: z.array(z.unknown()),
  folders: z.array(z.unknown()),
  tags: z.array(z.unknown()).default([]),
  classes: z.array(z.unknown()),
});

/** One of the usual has no name, and production asks for something; a class that is otherwise is lost, and what says it counts as production. */
const classSchema = environmentClassSchema.refine(
  ({ id, name, teeth }) => (name === '') === isUsualClass(id) && mayHave(id, teeth),
);

/** How profiles, folders and classes lie in their file. */
export const profilesFormat: DocumentFormat<ProfileBook> = {
  file: 'profiles.json',
  migrations: [withReadableNames, withOwnSettings, withClasses],
  copies: 3,
  days: 7,
  empty: emptyBook,
  encode: ({ profiles, folders, tags, classes }) => ({
    profiles,
    folders,
    ...(tags.length === 0 ? {} : { tags }),
    classes,
  }),
  decode: (content) => {
    const entries = contentSchema.parse(content);
    const read = goodOnes(entries.folders, profileFolderSchema);
    const folders = withoutCircles(read);
    const profiles = goodOnes(entries.profiles, storedProfileSchema);
    const tags = goodTags(entries.tags);
    const classes = goodOnes(entries.classes, classSchema);
    const byId = foldersById(folders.value);
    const whole = (profile: StoredProfile) => resolveProfile(profile, byId) !== null;
    return {
      value: {
        profiles: profiles.value.filter(whole),
        folders: folders.value,
        tags: tags.value,
        classes: classes.value,
      },
      lost: [
        ...classes.lost,
        ...new Set([...folders.lost, ...missingFolders(folders.value, profiles.value)]),
        ...profiles.lost,
        ...tags.lost,
        ...profiles.value.filter((profile) => !whole(profile)).map(({ id }) => id),
      ],
    };
  },
  mend(book, id, copy) {
    const said = copy.tags.find(({ tag }) => tagId(tag) === id);
    if (said && tagIntentOf(book.tags, said.tag) === undefined) {
      return { ...book, tags: [...book.tags, said] };
    }
    const lostClass = copy.classes.find((candidate) => candidate.id === id);
    if (lostClass !== undefined && !book.classes.some((other) => other.id === id)) {
      return { ...book, classes: [...book.classes, lostClass] };
    }
    const folder = copy.folders.find((candidate) => candidate.id === id);
    if (folder && !book.folders.some((other) => other.id === id)) {
      return { ...book, folders: [...book.folders, folder] };
    }
    const profile = copy.profiles.find((candidate) => candidate.id === id);
    if (!profile || book.profiles.some((other) => other.id === id)) return null;
    return withFoldersOf(profile, book, copy);
  },
  settle: ({ profiles, folders, tags, classes }) => {
    const there = new Set(folders.map(({ id }) => id));
    const isGone = (id: string | null): boolean => id !== null && !there.has(id);
    const byId = foldersById(folders);
    return {
      // What a folder said that is gone nobody knows: it was production, for all that can be told.
      profiles: profiles.map((profile) => {
        if (isWholeChain(profile.folderId, byId)) return profile;
        const settings = { environment: 'production' as const, ...profile.settings };
        const folderId = isGone(profile.folderId) ? null : profile.folderId;
        return { ...profile, folderId, settings };
      }),
      folders: folders.map((folder) =>
        isGone(folder.parentId) ? { ...folder, parentId: null } : folder,
      ),
      tags,
      classes,
    };
  },
};

/** Folders that lie in themselves, by whatever way, are lost. */
function withoutCircles(
  read: Decoded<readonly ProfileFolder[]>,
): Decoded<readonly ProfileFolder[]> {
  const byId = foldersById(read.value);
  const isInItself = ({ id, parentId }: ProfileFolder): boolean =>
    folderChain(parentId, byId).some((folder) => folder.id === id);
  return {
    value: read.value.filter((folder) => !isInItself(folder)),
    lost: [...read.lost, ...read.value.filter(isInItself).map(({ id }) => id)],
  };
}

/** Folders that something lies in, and that are not there. */
function missingFolders(
  folders: readonly ProfileFolder[],
  profiles: readonly StoredProfile[],
): readonly string[] {
  const there = new Set(folders.map(({ id }) => id));
  const named = [
    ...folders.map(({ parentId }) => parentId),
    ...profiles.map(({ folderId }) => folderId),
  ];
  return [...new Set(named)].filter((id) => id !== null && !there.has(id)) as string[];
}

/** Each id once. */
function goodOnes<T extends { readonly id: string }>(
  entries: readonly unknown[],
  schema: z.ZodType<T>,
): Decoded<readonly T[]> {
  const good = new Map<string, T>();
  const lost: (string | null)[] = [];
  for (const entry of entries) {
    const { success, data } = schema.safeParse(entry);
    if (success && !good.has(data.id)) good.set(data.id, data);
    else lost.push(idOf(entry));
  }
  return { value: [...good.values()], lost };
}

/** The profile, with the folders that it lies in where they are not there. */
function withFoldersOf(profile: StoredProfile, book: ProfileBook, copy: ProfileBook): ProfileBook {
  const there = new Set(book.folders.map(({ id }) => id));
  const chain = folderChain(profile.folderId, foldersById(copy.folders));
  return {
    ...book,
    profiles: [...book.profiles, profile],
    folders: [...book.folders, ...chain.filter(({ id }) => !there.has(id))],
  };
}

/** Each tag once. */
function goodTags(entries: readonly unknown[]): Decoded<readonly TagIntent[]> {
  const open = openTags([]);
  const lost: (string | null)[] = [];
  for (const entry of entries) {
    const { success, data } = tagIntentSchema.safeParse(entry);
    if (success && open.get(data.tag) === undefined) open.put(data);
    else lost.push(tagIdOf(entry));
  }
  return { value: open.list(), lost };
}

function tagId(tag: string): string {
  return `tag ${nameKey(tag)}`;
}

function tagIdOf(entry: unknown): string | null {
  const { success, data } = z.looseObject({ tag: z.string() }).safeParse(entry);
  return success ? tagId(data.tag) : null;
}

function idOf(entry: unknown): string | null {
  const { success, data } = z.looseObject({ id: z.string() }).safeParse(entry);
  return success ? data.id : null;
}
