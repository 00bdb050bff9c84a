import type { Unusable } from '../../facts/storage-errors.ts';
import type { StorageTrouble } from '../../model/storage-trouble.ts';
import { shellWord } from '../shell-word.ts';
import type { ErrorText } from '../texts.ts';

const elsewhere = 'or choose another directory with --data-dir.';
const moveAway = `Move it away and start again, ${elsewhere}`;

/** What is wrong with a file or directory, and what to do, by its trouble. */
const troubles: Readonly<Record<StorageTrouble, (path: string, cause: string) => ErrorText>> = {
  full: (path) => ({
    title: 'The disk is full',
    message: `The disk is full: ${path} could not be written, and is as it was before.`,
    remedy: 'Free some space, then try again.',
  }),
  'no-inodes': (path) => ({
    title: 'The disk takes no more files',
    message: `The disk has room, but cannot hold a further file (no inodes are left): ${path} could not be written, and is as it was before.`,
    remedy: 'Remove files that nobody needs, then try again.',
  }),
  quota: (path) => ({
    title: 'Your disk quota is used up',
    message: `Your disk quota is used up: ${path} could not be written, and is as it was before.`,
    remedy: 'Free some of your space, or have the quota raised, then try again.',
  }),
  'read-only': (path) => ({
    title: 'The file system is read-only',
    message: `${path} cannot be written: its file system is mounted read-only.`,
    remedy: `Mount it for writing, ${elsewhere}`,
  }),
  forbidden: (path) => ({
    title: 'Not allowed to write',
    message: `${path} cannot be used: this user may not write there.`,
    remedy: `Make the directory writable, ${elsewhere}`,
  }),
  foreign: (path) => ({
    title: 'The data directory is another user’s',
    message: `${path} belongs to another user.`,
    remedy: `Start SPCP Console as that user, give the directory to yourself (sudo chown -R "$USER" ${shellWord(path)}), ${elsewhere}`,
  }),
  'open-to-others': (path) => ({
    title: 'The data directory is open to others',
    message: `Other users of this machine may write to ${path}, and could lead a password astray.`,
    remedy: `Close it (chmod 700 ${shellWord(path)}) and look whether the profiles in it are yours, ${elsewhere}`,
  }),
  'no-home': (path) => ({
    title: 'No home directory',
    message: `There is no home directory to keep profiles in (${path}).`,
    remedy: `Set HOME, ${elsewhere}`,
  }),
  'not-a-directory': (path) => ({
    title: 'Not a directory',
    message: `${path} cannot be used: it is, or lies below, a file that is no directory.`,
    remedy: 'Choose another directory with --data-dir.',
  }),
  'is-directory': (path) => ({
    title: 'A directory in place of a file',
    message: `${path} is a directory, where a file of SPCP Console belongs.`,
    remedy: moveAway,
  }),
  'is-pipe': (path) => ({
    title: 'A named pipe in place of a file',
    message: `${path} is a named pipe, where a file of SPCP Console belongs.`,
    remedy: moveAway,
  }),
  'is-socket': (path) => ({
    title: 'A socket in place of a file',
    message: `${path} is a socket, where a file of SPCP Console belongs.`,
    remedy: moveAway,
  }),
  'is-device': (path) => ({
    title: 'A device in place of a file',
    message: `${path} is a device, where a file of SPCP Console belongs.`,
    remedy: moveAway,
  }),
  'is-link': (path) => ({
    title: 'A link in place of a file',
    message: `${path} is a symbolic link, which it may not be.`,
    remedy: 'Remove the link, then try again.',
  }),
  'dangling-link': (path) => ({
    title: 'A link that leads nowhere',
    message: `${path} is a symbolic link to a file that is not there.`,
    remedy: `Put the file back or remove the link and start again, ${elsewhere}`,
  }),
  gone: (path) => ({
    title: 'The directory is gone',
    message: `${path} cannot be used: the directory that it lies in is gone.`,
    remedy: `Put it back, ${elsewhere}`,
  }),
  removed: (path) => ({
    title: 'A file was removed while it was in use',
    message: `${path} is gone: it was removed, moved or replaced while SPCP Console was using it. Nothing more is kept, and no proxy is changed.`,
    remedy: 'Put the same file back if it was moved, or restart SPCP Console.',
  }),
  busy: (path) => ({
    title: 'A file is in use',
    message: `${path} cannot be used: another process has been holding it for too long.`,
    remedy: 'End the other SPCP Console, then try again.',
  }),
  damaged: (path) => ({
    title: 'The file is damaged',
    message: `${path} is damaged.`,
    remedy: 'Restart SPCP Console: it sets the file aside and begins a new one.',
  }),
  'no-descriptors': (path, cause) => ({
    title: 'Too many files are open',
    message: `${path} cannot be opened: this process or this machine has too many files open (${cause}).`,
    remedy: 'Close some programs, or raise the limit (ulimit -n), then start again.',
  }),
  other: (path, cause) => ({
    title: 'A file cannot be used',
    message: `${path} cannot be used: the system says ${cause}.`,
    remedy: `Check the disk, ${elsewhere}`,
  }),
};

export function unusable({ path, reason, cause }: Unusable): ErrorText {
  return troubles[reason](path, cause);
}

/** What stands where the user wants a file, and is none. */
const inPlaceOfFile: Partial<Readonly<Record<StorageTrouble, string>>> = {
  'is-directory': 'is a directory',
  'is-pipe': 'is a named pipe',
  'is-socket': 'is a socket',
  'is-device': 'is a device',
};

/** The same of a path that the user named, which is no file of the console: what is wrong with it, and to name another. */
export function chosenUnusable({ path, reason, cause }: Unusable): ErrorText {
  const { title, message } = troubles[reason](path, cause);
  const remedy = 'Name another path.';
  const kind = inPlaceOfFile[reason];
  if (kind !== undefined) return { title, message: `${path} ${kind}, and no file.`, remedy };
  if (reason === 'gone')
    return {
      title: 'No such directory',
      message: `${path} cannot be used: the directory that it is to lie in is not there.`,
      remedy: 'Make the directory, or name another path.',
    };
  if (reason === 'damaged' || reason === 'removed')
    return { title, message: `${path} cannot be used.`, remedy };
  return { title, message, remedy };
}
