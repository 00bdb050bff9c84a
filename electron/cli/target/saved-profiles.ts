import { AppError } from '../../../shared/errors.ts';
import type { Notice } from '../../../shared/model/app-info.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import { openProfiles, type ProfileStore } from '../../store/documents/profiles.ts';
import { openDataDirectory } from '../../store/files/data-directory.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import { nearestNames } from '../arguments/nearest-names.ts';
import { programName } from '../arguments/usage.ts';
import type { CommandContext } from '../context.ts';
import { noticeText } from '../output/notice-text.ts';

/** Runs a task with the saved profiles, and tells what had to be restored. Throws `storage-failed`, also where none of them can be read. */
export async function withProfiles<T>(
  context: CommandContext,
  options: GlobalOptions,
  task: (profiles: ProfileStore) => T | Promise<T>,
): Promise<T> {
  const directory = await openDataDirectory(options.dataDir, context.env);
  const { store, notices } = await openProfiles(directory);
  try {
    const unread = notices.find((notice) => isUnread(notice, directory));
    if (unread && store.list().length === 0)
      throw new AppError('storage-failed', noticeText(unread), { detail: unread.detail });
    for (const notice of notices) context.output.warn(noticeText(notice));
    return await task(store);
  } finally {
    store.close();
  }
}

/** Whether it tells of a file that nobody could read: to answer that no profile is saved would be wrong. A directory may be read-only and empty. */
function isUnread({ code, detail }: Notice, directory: string): boolean {
  return code === 'file-newer' || (code === 'storage-failed' && detail.path !== directory);
}

/** The profile of this name, in whatever case. Throws `not-found` with the names that are nearest. */
export function profileNamed(profiles: ProfileStore, name: string): Profile {
  const list = profiles.list();
  const wanted = folded(name.trim());
  const found = list.find((profile) => folded(profile.name) === wanted);
  if (found) return found;
  const near = nearestNames(
    name,
    list.map((profile) => profile.name),
  );
  throw new AppError(
    'not-found',
    `There is no profile called "${name}". ${remedy(list.length, near)}`,
    { detail: { name, nearest: near.join(', ') } },
  );
}

/** As the store tells names apart. */
function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

function remedy(count: number, near: readonly string[]): string {
  if (count === 0) return `None is saved yet: ${programName} profiles add --help`;
  const list = `All of them: ${programName} profiles list`;
  return near.length === 0 ? list : `Nearest: ${near.join(', ')}. ${list}`;
}
