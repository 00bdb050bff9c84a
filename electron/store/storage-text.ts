import { assertNever } from '../../shared/assert.ts';
import type { StorageTrouble } from '../../shared/model/storage-trouble.ts';

const elsewhere = 'or choose another directory with --data-dir.';
const moveAway = `where a file of SPCP Console belongs. Move it away and start again, ${elsewhere}`;

/** One sentence of what is wrong with a path, and what to do next. `cause`: the system's code. */
export function storageText(path: string, trouble: StorageTrouble, cause: string): string {
  switch (trouble) {
    case 'full':
      return `The disk is full: ${path} could not be written, and is as it was before. Free some space, then try again.`;
    case 'no-inodes':
      return `The disk has room, but cannot hold a further file (no inodes are left): ${path} could not be written, and is as it was before. Remove files that nobody needs, then try again.`;
    case 'quota':
      return `Your disk quota is used up: ${path} could not be written, and is as it was before. Free some of your space, or have the quota raised, then try again.`;
    case 'read-only':
      return `${path} cannot be written: its file system is mounted read-only. Mount it for writing, ${elsewhere}`;
    case 'forbidden':
      return `${path} cannot be used: this user may not write there. Make the directory writable, ${elsewhere}`;
    case 'foreign':
      return `${path} belongs to another user. Start SPCP Console as that user, give the directory to yourself (sudo chown -R "$USER" ${quoted(path)}), ${elsewhere}`;
    case 'open-to-others':
      return `Other users of this machine may write to ${path}, and could lead a password astray. Close it (chmod 700 ${quoted(path)}) and look whether the profiles in it are yours, ${elsewhere}`;
    case 'no-home':
      return `There is no home directory to keep profiles in (${path}). Set HOME, ${elsewhere}`;
    case 'not-a-directory':
      return `${path} cannot be used: it is, or lies below, a file that is no directory. Choose another directory with --data-dir.`;
    case 'is-directory':
      return `${path} is a directory, ${moveAway}`;
    case 'is-pipe':
      return `${path} is a named pipe, ${moveAway}`;
    case 'is-socket':
      return `${path} is a socket, ${moveAway}`;
    case 'is-device':
      return `${path} is a device, ${moveAway}`;
    case 'is-link':
      return `${path} is a symbolic link, which it may not be. Remove the link, then try again.`;
    case 'dangling-link':
      return `${path} is a symbolic link to a file that is not there. Put the file back or remove the link and start again, ${elsewhere}`;
    case 'gone':
      return `${path} cannot be used: the directory that it lies in is gone. Put it back, ${elsewhere}`;
    case 'busy':
      return `${path} cannot be used: another process has been holding it for too long. End the other SPCP Console, then try again.`;
    case 'damaged':
      return `${path} is damaged. Restart SPCP Console: it sets the file aside and begins a new one.`;
    case 'no-descriptors':
      return `${path} cannot be opened: this process or this machine has too many files open (${cause}). Close some programs, or raise the limit (ulimit -n), then start again.`;
    case 'other':
      return `${path} cannot be used: the system says ${cause}. Check the disk, ${elsewhere}`;
    default:
      return assertNever(trouble);
  }
}

/** As a POSIX shell takes it for one word. */
function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
