import { AppError } from '../../../shared/errors.ts';
import type { Notice } from '../../../shared/facts/notices.ts';
import { isSameName, nameKey, tagsIn, tidyFolder } from '../../../shared/model/name.ts';
import { hasTag, isInFolder } from '../../../shared/model/plan-targets.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import { folderPath, foldersById } from '../../../shared/model/resolve-profile.ts';
import { openProfiles, type ProfileStore } from '../../store/documents/profiles.ts';
import { openDataDirectory } from '../../store/files/data-directory.ts';
import { storageFailure } from '../../store/storage-error.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import { nearestNames } from '../arguments/nearest-names.ts';
import type { CommandContext } from '../context.ts';
import { type FollowedEdits, followEdits } from './follow-edits.ts';
import { type OpenShelf, openManagedShelf } from './managed-profiles.ts';
import { type KnownProfiles, withManaged } from './with-managed.ts';

/** The profiles of the data directory, whose edits are told. */
export type EditedProfiles = KnownProfiles & Pick<FollowedEdits, 'passwordsChanged'>;

/**
 * Runs a task with the saved and the managed profiles, tells what had to be restored and what is wrong with the managed ones, and keeps events of what
 * the task made of profiles. Throws `storage-failed`, also where none of them can be read.
 */
export async function withProfiles<T>(
  context: CommandContext,
  options: GlobalOptions,
  task: (profiles: EditedProfiles) => T | Promise<T>,
): Promise<T> {
  const directory = await openDataDirectory(options.dataDir, context.env);
  const { store, notices } = await openProfiles(directory);
  let managed: OpenShelf | null = null;
  try {
    for (const notice of notices) {
      const error = unreadError(notice, directory);
      if (error !== null && store.list().length === 0) throw error;
    }
    managed = await openManagedShelf(context, directory, store);
    for (const notice of [...notices, ...managed.notices]) {
      context.output.warn(context.speaker.notice(notice).text);
    }
    const saved = withManaged(store, managed.shelf, managed.by);
    const edits = followEdits(context, { directory, own: store, managed: managed.shelf });
    try {
      return await task({ ...saved, passwordsChanged: edits.passwordsChanged });
    } finally {
      edits.tell(saved.allClasses());
    }
  } finally {
    managed?.close();
    store.close();
  }
}

/** The error of a file that nobody could read: to answer that no profile is saved would be wrong. A directory may be read-only and empty. */
function unreadError(notice: Notice, directory: string): AppError | null {
  if (notice.code === 'file-newer') {
    const { file: path, version } = notice.detail;
    return new AppError('storage-failed', { case: 'newer', path, version });
  }
  if (notice.code !== 'storage-failed' || notice.detail.case !== 'file') return null;
  const { path, reason, cause } = notice.detail;
  return path === directory ? null : storageFailure(path, reason, cause);
}

/** The profile of this name, as people read it. Throws `not-found` with the names that are nearest. */
export function profileNamed(profiles: Pick<ProfileStore, 'list'>, name: string): Profile {
  const list = profiles.list();
  const found =
    list.find((profile) => profile.name === name) ??
    list.find((profile) => isSameName(profile.name, name));
  if (found) return found;
  const near = nearestNames(
    name,
    list.map((profile) => profile.name),
  );
  const saved = list.length;
  throw new AppError('not-found', {
    case: 'profile-named',
    name,
    nearest: near.join(', '),
    saved,
  });
}

/** Throws `not-found` for a folder that is not there, which a script would otherwise take for one that is empty. */
export function requireFolder(
  profiles: Pick<ProfileStore, 'list' | 'book'>,
  folder: string | undefined,
): void {
  if (folder === undefined || nameKey(tidyFolder(folder)) === '') return;
  const { folders } = profiles.book();
  const byId = foldersById(folders);
  const paths = folders.map(({ id }) => folderPath(id, byId));
  const isThere =
    paths.some((path) => nameKey(path) === nameKey(tidyFolder(folder))) ||
    profiles.list().some((profile) => isInFolder(profile, folder));
  if (isThere) return;
  const nearest = nearestNames(folder, paths).join(', ');
  throw new AppError('not-found', { case: 'folder-named', name: folder, nearest });
}

/** Throws `not-found` for a tag that no profile has. */
export function requireTag(profiles: Pick<ProfileStore, 'list'>, tag: string | undefined): void {
  const list = profiles.list();
  if (tag === undefined || list.some((profile) => hasTag(profile, tag))) return;
  const tags = new Set(list.flatMap((profile) => tagsIn(profile.tags)));
  const nearest = nearestNames(tag, [...tags]).join(', ');
  throw new AppError('not-found', { case: 'tag-named', name: tag, nearest });
}
