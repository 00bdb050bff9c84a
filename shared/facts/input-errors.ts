import { z } from 'zod';
import { exportedEntry } from '../model/export-fault.ts';
import { folderFields } from '../model/folder-merge.ts';
import { profileDraftSchema } from '../model/profile.ts';
import { codecErrorCodes } from '../spcp/codec-error.ts';
import { cases, nothing, text } from './facts.ts';
import { usageCases } from './usage-errors.ts';
import { messageName } from './words.ts';

const value = z.union([z.string(), z.number(), z.boolean()]);
/** A field with the value of whoever saves, and the one that is saved. */
const conflict = z.object({ field: profileDraftSchema.keyof(), mine: value, theirs: value });

const folderValue = value.nullable();
/** The same for a folder; null is what it does not say, and the parent of one at the top. */
const folderConflict = z.object({
  field: z.enum(folderFields),
  mine: folderValue,
  theirs: folderValue,
});

/** Errors of what was asked for: values, names, arguments. */
export const inputErrors = {
  'invalid-input': cases({
    /** A value that does not fit the protocol; nothing was sent. */
    argument: { command: messageName, reason: z.enum(codecErrorCodes) },
    /** A value of a call or of a profile, by its path; `rule` is what the check of its schema calls the fault. */
    field: { field: text, rule: text },
    taken: { field: z.literal('name'), reason: z.literal('taken'), name: text },
    /** A call or a topic that is not there; a call or a subscription of a number that is under way already. */
    request: { kind: z.enum(['call', 'topic', 'call-id', 'subscription-id']), name: text },
    limit: { kind: z.enum(['calls', 'subscriptions']), limit: z.int() },
    password: {
      field: z.literal('password'),
      source: z.enum(['standard-input', 'environment', 'prompt']),
      problem: z.enum(['empty', 'byte-order-mark', 'not-sendable']),
    },
    /** A passphrase was to be piped in, and standard input is a terminal, which shows what is typed. */
    'passphrase-at-terminal': { field: z.literal('vault-passphrase-stdin') },
    'data-directory': { field: z.literal('data-dir') },
    /** A port of this machine that cannot be listened on; `cause` is the system's code. */
    port: {
      field: z.enum(['port', 'listen', 'metrics', 'metrics-port']),
      host: text,
      port: z.int(),
      cause: text,
    },
    /** Ports from `first` on, one for each of `count`, would pass the last one. */
    'ports-end': { field: text, first: z.int(), count: z.int() },
    /** No more transformations can be kept under a name. */
    commands: { limit: z.int() },
    /** No more remote consoles can be kept. */
    consoles: { limit: z.int() },
    'alert-rules': { limit: z.int() },
    /** What was given for an alert or a rule names so many. */
    'alerts-named': { given: text, count: z.int() },
    maintenance: { limit: z.int() },
    /** No more windows of the desktop app can be open. */
    windows: { limit: z.int() },
    /** Metrics on an address that other machines reach, without certificate or token. */
    'metrics-open': { field: z.literal('metrics'), host: text },
    /** A token is to be asked for, and there is none. */
    'metrics-token': {},
    /** One of certificate and key without the other, which is missing. */
    'metrics-half': { field: z.enum(['metrics-cert', 'metrics-key']) },
    /** A file of the metrics' server: others may read it (`mode`, octal, else empty), it is no token, or far too long. */
    'metrics-file': {
      path: text,
      problem: z.enum(['open-to-others', 'no-token', 'long']),
      mode: text,
    },
    /** They are no certificate and no key, or do not fit each other; `cause` is what OpenSSL calls it. */
    'metrics-certificate': { cert: text, key: text, cause: text },
    'not-loopback': { field: z.literal('host'), host: text },
    ...usageCases,
  }),
  /** The same fields of a profile were changed by somebody else meanwhile. */
  'edited-elsewhere': z.object({ name: text, conflicts: z.array(conflict).readonly() }),
  /** The same fields of a folder were. */
  'folder-edited-elsewhere': z.object({
    name: text,
    conflicts: z.array(folderConflict).readonly(),
  }),
  /** A file that was to be imported: `place` is where in it something cannot be. */
  'not-an-export': cases({
    long: {},
    other: {},
    newer: { version: z.int() },
    damaged: { place: text },
    /** One of its entries has not what it must have, or something else there. */
    missing: exportedEntry,
    wrong: exportedEntry,
    /** A profile or a folder with the id of another one. */
    twice: { name: text, other: text },
    /** A folder that lies in itself. */
    circle: { name: text },
    /** A profile or a folder that lies in a folder that is not in the file. */
    'no-folder': { name: text },
    /** Neither the profile nor its folders say who logs in. */
    nobody: { name: text },
    /** The passwords in it: something of them is not as it was written. */
    secrets: {},
    /** It asks for more memory or time for its passphrase than is given to a file; bytes. */
    costly: { bytes: z.int() },
  }),
  /** The passwords of a file are under a passphrase: none was given, or another one. */
  'export-passphrase': cases({
    'command-line': {},
    wrong: {},
    short: { least: z.int() },
    differs: {},
  }),
  'export-forbidden': cases({
    /** The administrators of this machine (`by`) let no password be exported. */
    policy: { by: text },
    /** Another program keeps the passwords. */
    'kept-elsewhere': {},
  }),
  /** What was read of a file is kept for a while only, and that is over. */
  'import-expired': nothing,
  'not-found': cases({
    profile: { id: text },
    folder: { id: text },
    /** An environment class. */
    class: { id: text },
    /** `known`: the names of those that there are, with commas between. */
    'class-named': { name: text, known: text },
    /** `nearest`: names that are like it, with commas between; `saved`: how many profiles there are. */
    'profile-named': { name: text, nearest: text, saved: z.int() },
    'folder-named': { name: text, nearest: text },
    /** No profile has this tag. */
    'tag-named': { name: text, nearest: text },
    /** A remote console, in the list of them. */
    console: { id: text },
    'audit-entry': { auditId: z.int() },
    plan: { id: text },
    'plan-named': { name: text },
    webhook: {},
    /** A Prometheus that history comes from. */
    'history-source': {},
    alert: { id: text },
    'alert-rule': { name: text },
    /** A browser's session with the web shell, which has ended already. */
    'browser-session': {},
    /** A file that was named to be read. */
    file: { path: text },
    /** A good copy of the profiles. */
    copy: {},
    /** What would take an edit back: it was used, or there were too many since. */
    undo: {},
    /** The console has no desktop to open windows on, or is not installed on it. */
    desktop: {},
    /** The user interface was not built. */
    pages: {},
  }),
} as const;
