import type { storageErrors as details } from '../../facts/storage-errors.ts';
import type { ErrorTexts } from '../texts.ts';
import { unusable } from './storage-troubles.ts';
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
  'file-damaged': ({ path }) => ({
    message: `${path} cannot be read. It was set aside and not overwritten.`,
    remedy: 'Put back a copy of yours, or go on with what the console restored.',
  }),
};
