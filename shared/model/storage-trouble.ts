/**
 * What keeps the console from reading or writing one of its files, as far as the user can do something about it. It travels as `reason` in the
 * details of `storage-full`, `storage-failed` and of the notice of that name, with `path`, and with `cause`, the code of the system.
 */
export const storageTroubles = [
  /** `no-inodes`: there is room, but not for a further file. */
  'full',
  'no-inodes',
  'quota',
  'read-only',
  'forbidden',
  /** The data directory: of another user, or one that others may write to. */
  'foreign',
  'open-to-others',
  'no-home',
  /** Something else is where a file or the directory is to be. */
  'not-a-directory',
  'is-directory',
  'is-pipe',
  'is-socket',
  'is-device',
  /** A symbolic link where there may be none, or one that leads nowhere. */
  'is-link',
  'dangling-link',
  'gone',
  /** A file that is in use: removed, moved or replaced by another meanwhile. */
  'removed',
  'busy',
  'damaged',
  'no-descriptors',
  'other',
] as const;

export type StorageTrouble = (typeof storageTroubles)[number];

/** Those of `storage-full`; the others are of `storage-failed`. */
export function isFull(trouble: StorageTrouble): boolean {
  return trouble === 'full' || trouble === 'no-inodes' || trouble === 'quota';
}
