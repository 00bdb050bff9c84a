import { z } from 'zod';
import { profileDraftSchema } from '../model/profile.ts';
import { cases, text } from './facts.ts';

/** What a value of the command line has to be. Times are milliseconds. */
export const valueRule = cases({
  duration: { min: z.number(), max: z.number() },
  integer: { min: z.number(), max: z.number() },
  bytes: { min: z.number(), max: z.number() },
  seconds: {},
  /** A date, a time, or so long ago. */
  moment: {},
  directory: {},
  path: {},
  /** What a plan is called. */
  name: {},
  /** A text of `most` characters, as why an alert is acknowledged. */
  reason: { most: z.int() },
  /** Not empty; one argument of SPCP. */
  transformation: { empty: z.boolean() },
  choice: { choices: z.array(z.string()).readonly() },
});
export type ValueRule = z.output<typeof valueRule>;

const profileFields = z.array(profileDraftSchema.keyof()).readonly();

/** The command that prints the help that is meant. */
const help = text;

/** Arguments of the command line that are wrong. */
export const usageCases = {
  'command-missing': { help },
  'command-unknown': { help, command: text, nearest: text },
  'option-unknown': { help, option: text, nearest: text },
  'option-value-missing': { help, option: text },
  'option-missing': { help, option: text },
  'argument-missing': { help, argument: text },
  'arguments-excess': { help },
  'options-conflict': { help, option: text, other: text },
  /** `option` as help shows it, or `<argument>`. */
  value: { help, option: text, given: text, rule: valueRule },
  /** Fields of a profile that are missing, those that are wrong, and those with a character that nobody sees, `U+202E`; by their names in it. */
  fields: {
    help,
    missing: profileFields,
    wrong: profileFields,
    hidden: z.array(z.object({ field: profileDraftSchema.keyof(), character: text })).readonly(),
  },
  /** --host names a port or a user, and the option of its own another one. */
  'given-twice': { help, field: z.enum(['port', 'user']), inHost: text },
  'proxy-missing': { help },
  'ssh-destination-missing': { help },
  'not-ssh': { help },
  'not-udp': { help, transport: text },
  /** An option that the command makes no use of. */
  'option-unused': { help, option: text, command: text },
  /** The command keeps no password. */
  'password-unused': { help, option: text },
  /** The targets of a plan are chosen in no way, or in several. */
  targets: { help },
  /** Nothing fits what the targets of a plan are chosen by. */
  'no-target': { help },
  /** What a plan is to change: nothing, or two things. */
  'plan-value': { help },
  /** Plans of one name; `ids`: how their ids begin, with commas between. */
  'plan-several': { help, name: text, ids: text },
  /** A word of a search that means nothing. */
  'search-word': { help, word: text },
  /** A search for what a proxy does now. */
  'search-live': { help },
  /** The days of a report are none, or the wrong way round, or too many, or none of them has begun. */
  'report-span': { help },
  /** A file is there already that is not to be replaced. */
  'output-exists': { help, path: text },
  /** A password as an argument. */
  'password-option': { help, field: z.literal('password') },
} as const;
