import { z } from 'zod';
import { cases, type Fact, factSchema, text } from './facts.ts';
import { managedNotices } from './managed-errors.ts';
import { unusable } from './storage-errors.ts';

/** Epoch milliseconds. */
const time = z.number();

/** `kept` is the name under which a damaged file was set aside, null where there was none to keep; `restoredFrom` the time of the copy in force. */
const restored = z.object({ file: text, kept: text.nullable(), restoredFrom: time });

const damaged = cases({
  /** Some entries could not be read; of `lost` ones a copy had `mended`. */
  entries: { file: text, kept: text.nullable(), lost: z.int(), mended: z.int() },
  /** Nothing of it could be read, and there is no copy. */
  whole: { file: text, kept: text.nullable() },
});

/** A database; `auditEntries` is how many entries of the audit log it still had. */
const setAside = z.object({ file: text, kept: text, auditEntries: z.int() });

/**
 * What the user is to be told, by its code: what happened, until it is dismissed (a file restored), or what holds, until it ends (a directory
 * that cannot be written).
 *
 * To add one: an entry here, and its sentences in `shared/texts/en/notices.ts` and `es`. The compiler names what is missing.
 */
export const noticeDetails = {
  'profiles-restored': restored,
  'profiles-damaged': damaged,
  'history-damaged': setAside,
  'history-emptied': setAside,
  'history-foreign': setAside,
  'history-in-memory': z.object(unusable),
  'file-restored': restored,
  'file-damaged': damaged,
  'file-newer': z.object({ file: text, version: z.int() }),
  'storage-failed': cases({
    file: unusable,
    /** A bug kept it from being stored. */
    internal: { what: z.enum(['history', 'events', 'upkeep']) },
  }),
  /** How many passwords that everybody could have read are under a key of the keychain now (`sealed`), and how many could not be kept. */
  'passwords-exposed': z.object({ file: text, sealed: z.int(), removed: z.int() }),
  /** Another program wrote what is to be run for passwords; it is not run before somebody agrees. Escaped. */
  'vault-command-changed': z.object({ program: text }),
  ...managedNotices,
  /** Why other users of the machine do not find the socket that the file of roles names. */
  'team-socket': cases({
    /** Another process listens there. */
    taken: { path: text },
    /** What is there is no socket. */
    'in-the-way': { path: text },
    /** The directory that it lies in: of another user, or one that others may write to. */
    foreign: { path: text },
    'open-to-others': { path: text },
    file: unusable,
  }),
  /** Why further shells and commands of this user do not find the console. */
  'own-socket': z.object(unusable),
  /** Polls between `since` and `until`. */
  'polls-missed': z.object({ missed: z.int(), due: z.int(), since: time, until: time }),
} as const;

export type NoticeCode = keyof typeof noticeDetails;

export type NoticeDetail<C extends NoticeCode = NoticeCode> = z.output<(typeof noticeDetails)[C]>;

const shape = { id: z.string(), at: time };

/** Something the user is to be told. One of what holds is updated under its id; `at` is then the beginning. */
export type Notice<C extends NoticeCode = NoticeCode> = Fact<
  'code',
  typeof noticeDetails,
  C,
  typeof shape
>;

export const noticeSchema = factSchema('code', noticeDetails, shape);
