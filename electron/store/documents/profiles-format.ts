import { z } from 'zod';
import { folderChain, foldersById, resolveProfile } from '../../../shared/model/resolve-profile.ts';
import {
  type ProfileBook,
  profileFolderSchema,
  type StoredProfile,
  storedProfileSchema,
} from '../../../shared/model/stored-profile.ts';
import type { Decoded, Format } from './format.ts';
import { withOwnSettings, withReadableNames } from './profile-migrations.ts';

const contentSchema = z.object({ profiles: z.array(z.unknown()), folders: z.array(z.unknown()) });

/** How profiles and folders lie in their file. What lies in a folder that is not there counts as at the top. */
export const profilesFormat: Format<ProfileBook> = {
  file: 'profiles.json',
  migrations: [withReadableNames, withOwnSettings],
  copies: 3,
  empty: { profiles: [], folders: [] },
  encode: ({ profiles, folders }) => ({ profiles, folders }),
  decode: (content) => {
    const entries = contentSchema.parse(content);
    const folders = goodOnes(entries.folders, profileFolderSchema);
    const profiles = goodOnes(entries.profiles, storedProfileSchema);
    const byId = foldersById(folders.value);
    const whole = (profile: StoredProfile) => resolveProfile(profile, byId) !== null;
    return {
      value: { profiles: profiles.value.filter(whole), folders: folders.value },
      lost: [
        ...folders.lost,
        ...profiles.lost,
        ...profiles.value.filter((profile) => !whole(profile)).map(({ id }) => id),
      ],
    };
  },
  mend(book, id, copy) {
    const folder = copy.folders.find((candidate) => candidate.id === id);
    if (folder && !book.folders.some((other) => other.id === id)) {
      return { ...book, folders: [...book.folders, folder] };
    }
    const profile = copy.profiles.find((candidate) => candidate.id === id);
    if (!profile || book.profiles.some((other) => other.id === id)) return null;
    return withFoldersOf(profile, book, copy);
  },
};

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
    profiles: [...book.profiles, profile],
    folders: [...book.folders, ...chain.filter(({ id }) => !there.has(id))],
  };
}

function idOf(entry: unknown): string | null {
  const { success, data } = z.looseObject({ id: z.string() }).safeParse(entry);
  return success ? data.id : null;
}
