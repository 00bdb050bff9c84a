import type {
  managedErrors as errors,
  ManagedFault,
  ManagedRefusal,
} from '../../facts/managed-errors.ts';
import type { Format } from '../format.ts';
import type { ErrorTexts, NoticeTexts } from '../texts.ts';
import { words } from './words.ts';

const askThem = (by: string): string => `Ask ${by} to change it there.`;

export const managedErrors: ErrorTexts<keyof typeof errors> = {
  managed: {
    profile: ({ name, field, by }) => ({
      message: `${name} is managed by ${by}: “${words.fields[field]}” cannot be changed here. Nothing was saved.`,
      remedy: `A password, notes, colour and favourite of your own may be added. ${askThem(by)}`,
    }),
    'profile-removed': ({ name, by }) => ({
      message: `${name} is managed by ${by} and cannot be removed here.`,
      remedy: askThem(by),
    }),
    folder: ({ name, by }) => ({
      message: `The folder ${name} is managed by ${by}. Nothing was saved.`,
      remedy: askThem(by),
    }),
    tag: ({ name, by }) => ({
      message: `What the tag ${name} intends is managed by ${by}. Nothing was saved.`,
      remedy: askThem(by),
    }),
    class: ({ name, by }) => ({
      message: `The environment class ${name} is managed by ${by}. Nothing was saved.`,
      remedy: askThem(by),
    }),
    preference: ({ by }) => ({
      message: `This setting is managed by ${by}. Nothing was saved.`,
      remedy: askThem(by),
    }),
  },
};

const faults: Readonly<Record<ManagedFault, string>> = {
  missing: 'something is missing',
  value: 'the value cannot be',
  unknown: 'nothing is called so',
  twice: 'another one has that already',
  circle: 'the folder lies in itself',
  'no-folder': 'there is no such folder',
  'no-user': 'nobody says who logs in',
};

const strict =
  'Until then exports have no passwords in them, and passwords are kept in memory only.';

/** Why nothing of a file is taken that says what holds on this machine. */
function refusals(
  path: string,
  cause: string,
  format: Format,
): Readonly<Record<ManagedRefusal, string>> {
  return {
    'open-to-others': `${path} may be written by others (mode ${cause}), so anybody could have put it there: make it root’s, and run “chmod go-w ${path}”`,
    foreign: `${path} belongs to another user (${cause}): make it root’s`,
    long: `it is longer than ${format.number(10)} MB`,
    'no-json': 'it is no JSON',
    other: 'it is not of the format “spcp-console-managed”',
    newer: `it is of version ${cause}, which only a newer release reads: update this app`,
    unreadable: `it cannot be read (${cause})`,
  };
}

export const managedNotices: Pick<
  NoticeTexts,
  'managed-refused' | 'managed-faults' | 'managed-names' | 'roles-refused'
> = {
  'managed-refused': ({ file, path, reason, cause, before }, format) => {
    const why = refusals(path, cause, format)[reason];
    return {
      title: 'What is managed here could not be read',
      text: `${file}: ${why}. ${before ? 'What it said before holds on, and exports have no passwords in them.' : strict} Tell whoever runs this machine.`,
    };
  },
  'managed-faults': ({ file, by, faults: found, others, policy }, format) => ({
    title: 'Some of what is managed here is wrong',
    text: `${file}: ${found.map(({ place, fault }) => `at ${place} ${faults[fault]}`).join('; ')}${others === 0 ? '' : `; other faults: ${format.number(others)}`}. What is right in it holds.${policy ? ' Where its policy cannot be read, the strictest holds: no passwords in exports, or in memory only.' : ''} Tell ${by}.`,
  }),
  'managed-names': ({ by, name, called, others }, format) => ({
    title: 'Two profiles have the same name',
    text: `${name} is a profile of yours, and also one that is managed by ${by}, which is called ${called} here${others === 0 ? '' : `; others like it: ${format.number(others)}`}. Rename or remove yours to have the name for the managed one.`,
  }),
  'roles-refused': ({ file, path, reason, cause }, format) => {
    const why =
      reason === 'wrong' ? `it is wrong at “${cause}”` : refusals(path, cause, format)[reason];
    return {
      title: 'Who may use this console could not be read',
      text: `${file}: ${why}. Until it is right nobody but the owner of the console gets in.`,
    };
  },
};
