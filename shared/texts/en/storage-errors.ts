import type { storageErrors as details } from '../../facts/storage-errors.ts';
import type { ErrorTexts } from '../texts.ts';
import { chosenUnusable, unusable } from './storage-troubles.ts';
import { words } from './words.ts';

export const storageErrors: ErrorTexts<keyof typeof details> = {
  'storage-full': {
    file: unusable,
    output: () => ({
      message: 'The result cannot be written: the disk is full.',
      remedy: 'Free some space, then try again.',
    }),
  },
  'storage-failed': {
    file: unusable,
    chosen: chosenUnusable,
    newer: ({ path, version }, format) => ({
      title: 'A file is of a newer release',
      message: `${path} was written by a newer release of SPCP Console (format ${format.number(version)}) and is left as it is. Nothing was changed.`,
      remedy: 'Use that release, or another directory with --data-dir.',
    }),
    output: ({ cause }) => ({
      title: 'Could not be printed',
      message: `The result cannot be written to standard output (${cause}).`,
      remedy: 'Check where standard output leads.',
    }),
    audit: ({ name, outcome }) => ({
      title: 'The change was not recorded',
      message: `The request reached ${name} (${words.outcomes[outcome]}), but could not be recorded in the audit log.`,
      remedy: 'Check that the disk has room, read the value in force, and note the change by hand.',
    }),
    'not-kept': () => ({
      title: 'The audit log cannot be kept',
      message:
        'The audit log cannot be kept, since the database in the data directory cannot be used.',
      remedy: 'Make room on the disk or make the directory writable, then restart SPCP Console.',
    }),
  },
  'audit-altered': {
    record: ({ seq, entry }, format) => ({
      message: `Entry ${format.number(seq)} of the audit log, of change ${format.number(entry)}, is not as it was written, or stands in another's place.`,
      remedy:
        'Compare with a copy of the data directory; what comes before it is as it was written.',
    }),
    entry: ({ entry }, format) => ({
      message: `Change ${format.number(entry)} in the audit log is not what its entries say.`,
      remedy: 'Its entries are as they were written: they say what was so.',
    }),
    missing: ({ after }, format) => ({
      message: `Entries of the audit log are gone after number ${format.number(after)}.`,
      remedy: 'Compare with a copy of the data directory; what comes before is as it was written.',
    }),
  },
  'backup-refused': {
    exists: ({ path }) => ({
      message: `There is something at ${path} already, and nothing is written over.`,
      remedy: 'Name a directory that is not there yet.',
    }),
    inside: ({ path }) => ({
      message: `${path} lies in the data directory itself.`,
      remedy: 'Name a directory outside of it, best on another disk.',
    }),
    nothing: ({ path }) => ({
      message: `There is nothing in ${path} yet.`,
      remedy: 'Name the data directory with --data-dir.',
    }),
    'source-damaged': ({ path, file }) => ({
      message: `${file} in ${path} is damaged, so that no whole backup can be made of it.`,
      remedy:
        'Start SPCP Console: it sets the file aside and keeps what can be read of it. Then back up.',
    }),
    none: ({ path }) => ({
      message: `There is no whole backup in ${path}.`,
      remedy: 'Name the directory that “backup create” wrote.',
    }),
    newer: ({ path, version }, format) => ({
      message: `The backup in ${path} was written by a newer release of SPCP Console (format ${format.number(version)}).`,
      remedy: 'Put it back with that release.',
    }),
    damaged: ({ path, file }) => ({
      message: `${file} in ${path} is not as it was backed up. Nothing was changed.`,
      remedy: 'Take another backup.',
    }),
    'in-use': ({ path }) => ({
      message: `A console has ${path} open. Nothing was changed.`,
      remedy: 'Close SPCP Console, its web shell and its commands, then put the backup back.',
    }),
  },
  'file-damaged': ({ path }) => ({
    message: `${path} cannot be read. It was set aside and not overwritten.`,
    remedy: 'Put back a copy of yours, or go on with what the console restored.',
  }),
};
