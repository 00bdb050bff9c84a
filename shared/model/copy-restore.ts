import type { CopyChoice, CopyContent } from './copies.ts';
import { saidOtherwise } from './copy-said.ts';
import type { Profile } from './profile.ts';
import { openBook } from './profile-book.ts';
import { partOf } from './profile-export.ts';
import { importInto } from './profile-import.ts';
import { changedFields } from './profile-merge.ts';
import { foldersById, resolveProfile } from './resolve-profile.ts';
import type { ProfileBook } from './stored-profile.ts';

/** What holds for each profile of a book, by its id. */
export function profilesOf({
  profiles,
  folders,
}: Pick<ProfileBook, 'profiles' | 'folders'>): ReadonlyMap<string, Profile> {
  const byId = foldersById(folders);
  return new Map(
    profiles.flatMap((stored) => {
      const resolved = resolveProfile(stored, byId);
      return resolved === null ? [] : [[stored.id, resolved.profile] as const];
    }),
  );
}

/** What an earlier book has that is otherwise now. Profiles are the same by their ids. */
export function compareWithNow(then: ProfileBook, now: ProfileBook): Omit<CopyContent, 'savedAt'> {
  const before = profilesOf(then);
  const present = profilesOf(now);
  const missing: CopyContent['missing'] = [];
  const different: CopyContent['different'] = [];
  for (const [id, old] of before) {
    const profile = present.get(id);
    if (profile === undefined) {
      missing.push({ id, name: old.name, host: old.host, folder: old.folder });
      continue;
    }
    const fields = [...changedFields(profile, old)].map((field) => ({
      field,
      now: profile[field],
      copy: old[field],
    }));
    if (fields.length > 0) different.push({ id, name: profile.name, fields });
  }
  const newer = [...present.values()].filter(({ id }) => !before.has(id));
  return {
    missing,
    different,
    newer: newer.map(({ id, name }) => ({ id, name })),
    ...saidOtherwise(then, now),
  };
}

/**
 * The book of now with what is chosen of an earlier one: all of it, folders included, with what came later beside it; or some profiles, which
 * are then as they were, whatever their folders say by now. A name that somebody else has by now gets a number.
 */
export function withRestored(
  now: ProfileBook,
  then: ProfileBook,
  { ids, removeNewer }: CopyChoice,
  newId: () => string,
): ProfileBook {
  if (ids !== 'all') {
    const open = openBook(now, newId);
    const wanted = new Set(ids);
    const present = [...profilesOf(now).values()].filter(({ id }) => wanted.has(id));
    const known = then.profiles.filter(({ id }) => wanted.has(id)).map(({ id }) => id);
    const part = partOf(then, { kind: 'profiles', ids: known });
    importInto(open, part, {
      present: { own: present },
      choose: () => 'replace',
      newId,
      tags: 'always',
    });
    return open.closed();
  }
  if (removeNewer) return then;
  const open = openBook(then, newId);
  const before = new Set(then.profiles.map(({ id }) => id));
  const newer = now.profiles.filter(({ id }) => !before.has(id));
  const { folders, tags, classes } = now;
  const added = { profiles: newer, folders, tags, classes };
  importInto(open, added, {
    present: { own: [] },
    choose: () => 'add',
    newId,
    tags: 'always',
  });
  return open.closed();
}
