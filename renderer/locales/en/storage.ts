const elsewhere = 'or start with another data directory.';
const moveAway = 'Move it away, then start again.';

/** Not every error knows the path. */
function withOrWithoutPath(sentence: string): readonly string[] {
  const nameless = sentence.replace(/^\{\{path\}\}/, 'A file of the console');
  return [sentence, nameless.replace('{{path}}', 'a file of the console')];
}

/** What errors say of a disk or a quota that is used up. */
export const storageFull = {
  title: 'The disk is full',
  message: [
    '{{path}} could not be saved, since the disk is full. What was saved before is untouched.',
    'This could not be saved, since the disk is full. What was saved before is untouched.',
  ],
  remedy: 'Free some space; then try again.',
  'no-inodes': {
    title: 'The disk takes no more files',
    message: withOrWithoutPath(
      '{{path}} could not be saved: the disk has room, but cannot hold a further file (no inodes are left). What was saved before is untouched.',
    ),
    remedy: 'Remove files that nobody needs; then try again.',
  },
  quota: {
    title: 'Your disk quota is used up',
    message: withOrWithoutPath(
      '{{path}} could not be saved, since your disk quota is used up. What was saved before is untouched.',
    ),
    remedy: 'Free some of your space, or have the quota raised; then try again.',
  },
} as const;

/** What errors say of a file or directory that cannot be used, by its trouble. */
export const storageTroubles = {
  'read-only': {
    title: 'The file system is read-only',
    message: withOrWithoutPath('{{path}} cannot be written: its file system is mounted read-only.'),
    remedy: `Mount it for writing, ${elsewhere}`,
  },
  forbidden: {
    title: 'Not allowed to write',
    message: withOrWithoutPath('{{path}} cannot be used: this user may not write there.'),
    remedy: `Make the directory writable, ${elsewhere}`,
  },
  foreign: {
    title: 'The data directory is another user’s',
    message: withOrWithoutPath('{{path}} belongs to another user.'),
    remedy: `Start SPCP Console as that user, ${elsewhere}`,
  },
  'open-to-others': {
    title: 'The data directory is open to others',
    message: withOrWithoutPath('Other users of this machine may write to {{path}}.'),
    remedy: `Close it with “chmod 700”, and look whether the profiles in it are yours; ${elsewhere}`,
  },
  'no-home': {
    title: 'No home directory',
    message: 'There is no home directory to keep profiles in.',
    remedy: `Set HOME, ${elsewhere}`,
  },
  'not-a-directory': {
    title: 'Not a directory',
    message: withOrWithoutPath('{{path}} is, or lies below, a file that is no directory.'),
    remedy: 'Start with another data directory.',
  },
  'is-directory': {
    title: 'A directory in place of a file',
    message: withOrWithoutPath('{{path}} is a directory, where a file of SPCP Console belongs.'),
    remedy: moveAway,
  },
  'is-pipe': {
    title: 'A named pipe in place of a file',
    message: withOrWithoutPath('{{path}} is a named pipe, where a file of SPCP Console belongs.'),
    remedy: moveAway,
  },
  'is-socket': {
    title: 'A socket in place of a file',
    message: withOrWithoutPath('{{path}} is a socket, where a file of SPCP Console belongs.'),
    remedy: moveAway,
  },
  'is-device': {
    title: 'A device in place of a file',
    message: withOrWithoutPath('{{path}} is a device, where a file of SPCP Console belongs.'),
    remedy: moveAway,
  },
  'is-link': {
    title: 'A link in place of a file',
    message: withOrWithoutPath('{{path}} is a symbolic link, which it may not be.'),
    remedy: 'Remove the link; then try again.',
  },
  'dangling-link': {
    title: 'A link that leads nowhere',
    message: withOrWithoutPath('{{path}} is a symbolic link to a file that is not there.'),
    remedy: 'Put the file back or remove the link; then start again.',
  },
  gone: {
    title: 'The directory is gone',
    message: withOrWithoutPath('{{path}} cannot be used: the directory that it lies in is gone.'),
    remedy: `Put it back, ${elsewhere}`,
  },
  busy: {
    title: 'A file is in use',
    message: withOrWithoutPath(
      '{{path}} cannot be used: another process has been holding it for too long.',
    ),
    remedy: 'End the other SPCP Console; then try again.',
  },
  damaged: {
    title: 'The file is damaged',
    message: withOrWithoutPath('{{path}} is damaged.'),
    remedy: 'Restart SPCP Console: it sets the file aside and begins a new one.',
  },
  'no-descriptors': {
    title: 'Too many files are open',
    message: withOrWithoutPath(
      '{{path}} cannot be opened: this process or this machine has too many files open.',
    ),
    remedy: 'Close some programs, or raise the limit (ulimit -n); then start again.',
  },
} as const;
