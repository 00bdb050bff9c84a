import type { ProfileDesk, ProfileShelf } from '../../../electron/store/documents/profile-shelf.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import { folderPath, foldersById } from '../../../shared/model/resolve-profile.ts';
import type { ProfileBook, ProfileFolder } from '../../../shared/model/stored-profile.ts';
import { draftOf } from './profile-drafts.ts';

const marker = 'marker';
const mostProfiles = 120;

interface Before {
  readonly profiles: readonly Profile[];
  readonly folders: readonly ProfileFolder[];
}

/** A single save, many that are added, an edit of many with removals, and a folder that says something else. */
const changes: readonly ((desk: ProfileDesk, n: number, before: Before) => void)[] = [
  (desk, n) => {
    desk.add({ draft: draftOf(`single ${n}`) });
  },
  (desk, n) => {
    for (let i = 0; i < 10; i++) {
      desk.add({ draft: draftOf(`many ${n} ${i}`, { folder: `Folder ${n % 3}/Inner` }) });
    }
  },
  (desk, n, { profiles }) => {
    const going = Math.max(0, profiles.length - mostProfiles);
    for (const { id } of profiles.slice(0, going)) desk.remove(id);
    for (const profile of profiles.slice(going, going + 20)) {
      const draft = { ...profile, pollSeconds: (n % 50) + 1, folder: `Moved ${n % 3}` };
      desk.update(profile.id, { draft });
    }
  },
  (desk, n, { folders }) => {
    const name = `Folder ${n % 3}`;
    const known = folders.find((folder) => folder.name === name && folder.parentId === null);
    const settings = { pollSeconds: (n % 50) + 1 };
    desk.putFolder(known?.id, { name, parentId: null, colour: 'red', kept: true, settings });
  },
];

/** The number of the last change that a book has; 0 before the first. */
export function numberIn(shelf: Pick<ProfileShelf, 'list'>): number {
  return Number(shelf.list().find(({ name }) => name === marker)?.notes ?? 0);
}

/** Makes the n-th change, as one write. It is the same for the same n and the same book before. */
export async function makeChange(shelf: ProfileShelf, n: number): Promise<void> {
  const all = shelf.list();
  const before = {
    profiles: all.filter(({ name }) => name !== marker),
    folders: shelf.folders(),
  };
  await shelf.change((desk) => {
    const found = all.find(({ name }) => name === marker);
    const draft = draftOf(marker, { notes: String(n) });
    if (found === undefined) desk.add({ draft });
    else desk.update(found.id, { draft });
    changes[n % changes.length]?.(desk, n, before);
  });
}

/** A book without its ids, which are random: the same for two books that came to be by the same changes. */
export function contentOf({ profiles, folders }: ProfileBook): unknown {
  const byId = foldersById(folders);
  const inOrder = <T>(entries: readonly (readonly [string, T])[]) =>
    Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return {
    profiles: inOrder(
      profiles.map(({ id: _, folderId, ...said }) => {
        return [said.name, { ...said, folder: folderPath(folderId, byId) }] as const;
      }),
    ),
    folders: inOrder(
      folders.map(({ id, parentId: _, ...said }) => [folderPath(id, byId), said] as const),
    ),
  };
}
