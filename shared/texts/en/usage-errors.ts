import type { usageCases, ValueRule } from '../../facts/usage-errors.ts';
import { shortDuration } from '../../model/duration.ts';
import type { ProfileDraft } from '../../model/profile.ts';
import type { Format } from '../format.ts';
import { type ErrorTexts, type SaidError, type Telling, tell } from '../texts.ts';
import { fieldOptions } from './field-options.ts';

type UsageTexts = Pick<ErrorTexts['invalid-input'], keyof typeof usageCases>;

/** What a value of the command line has to be, as a sentence. */
export const valueRules: Telling<ValueRule, string> = {
  duration: ({ min, max }) =>
    `It is a number with its unit, such as 500ms, 5s, 2m or 1h, between ${shortDuration(min)} and ${shortDuration(max)}.`,
  integer: ({ min, max }) => `It is a whole number from ${min} to ${max}.`,
  bytes: ({ min, max }) =>
    `It is a whole number of bytes, two digits at least, or one with k (KiB, 1024 bytes) or M (MiB, 1024 times that), such as 64k; from ${min} to ${max} bytes.`,
  seconds: () => 'It is a number of seconds, for example 1 or 0.5.',
  moment: () =>
    'It is a date or a time, for example 2026-05-01 or 2026-05-01T08:30, or so long ago, as 90m, 24h or 7d.',
  directory: () => 'It is the path of a directory.',
  path: () => 'It is empty; it is a path.',
  name: () => 'It is 1 to 80 characters that can be seen.',
  reason: ({ most }) => `It has ${most} characters at most.`,
  transformation: ({ empty }) =>
    empty
      ? 'It is empty; “transformation clear” switches it off.'
      : 'It is 1 to 255 printable ASCII characters.',
  choice: ({ choices }) => `It is one of ${choices.join(', ')}.`,
};

export const usageErrors: UsageTexts = {
  'command-missing': ({ help }) => usage('A command is missing.', help),
  'command-unknown': ({ help, command, nearest }) =>
    usage(`There is no command “${command}”.${orNearest(nearest)}`, help),
  'option-unknown': ({ help, option, nearest }) =>
    usage(`There is no option ${option}.${orNearest(nearest)}`, help),
  'option-value-missing': ({ help, option }) => usage(`${option} has no value.`, help),
  'option-missing': ({ help, option }) => usage(`Type ${option} for it to be done.`, help),
  'argument-missing': ({ help, argument }) => usage(`The argument <${argument}> is missing.`, help),
  'arguments-excess': ({ help }) =>
    usage('Too many arguments. Put a value that has spaces in quotes.', help),
  'options-conflict': ({ help, option, other }) =>
    usage(`${option} and ${other} do not go together.`, help),
  value: ({ help, option, given, rule }, format: Format) =>
    usage(`${option} cannot be “${given}”. ${tell(valueRules, rule, format)}`, help),
  fields: ({ help, missing, wrong, hidden }) => {
    const faults = [
      ...missing.map((field) => fault(field, 'is missing')),
      ...wrong.map((field) => fault(field, 'is wrong')),
      ...hidden.map(({ field, character }) =>
        fault(field, `holds ${character}, a character that nobody sees`),
      ),
    ];
    return usage(`${faults.join('; ')}.`, help);
  },
  'given-twice': ({ help, field, inHost }) =>
    usage(`--host names the ${field} ${inHost}, and --${field} another. Give one of them.`, help),
  'proxy-missing': ({ help }) =>
    usage('Say which proxy: --profile NAME, or --host HOST --user USER.', help),
  'ssh-destination-missing': ({ help }) =>
    usage('--ssh-destination is missing: --transport ssh goes by it.', help),
  'not-ssh': ({ help }) =>
    usage('--ssh-destination and --relay-command go with --transport ssh only.', help),
  'not-udp': ({ help, transport }) =>
    usage(`--udp-port goes with --transport udp or auto, not with ${transport}.`, help),
  'option-unused': ({ help, option, command }) =>
    usage(`${option} is out of place: “${command}” makes no use of it.`, help),
  'password-unused': ({ help, option }) =>
    usage(
      `${option} is out of place: the command line keeps no password. Give it to each command that logs in, or enter it in the app.`,
      help,
    ),
  targets: ({ help }) =>
    usage('Say which proxies, in one way: names of profiles, --folder, --tag or --search.', help),
  'no-target': ({ help }) => usage('No profile is like that, so there is nothing to plan.', help),
  'plan-value': ({ help }) =>
    usage('Say one of --transformation, --no-transformation and --buffer-size.', help),
  'plan-several': ({ help, name, ids }) =>
    usage(
      `Several plans are called “${name}”. Say which by the beginning of its id: ${ids}.`,
      help,
    ),
  'search-word': ({ help, word }) =>
    usage(`“${word}” means nothing here: nothing is chosen by half of a search.`, help),
  'search-live': ({ help }) =>
    usage(
      'The search asks what proxies do now, which only a window knows. Use it there, or search by what the profiles say.',
      help,
    ),
  'report-span': ({ help }) =>
    usage(
      'Say days as 2026-05-01, --from no later than --to, within one year, of which at least the first has begun.',
      help,
    ),
  'output-exists': ({ help, path }) =>
    usage(`There is a file already: ${path}. Name another, or replace it with --replace.`, help),
  'password-option': ({ help }) =>
    usage(
      'There is no --password: every user of this machine can read the arguments of a process. Use --password-stdin or SPCP_PASSWORD.',
      help,
    ),
};

function usage(message: string, help: string): SaidError {
  return { title: 'Not valid arguments', message, remedy: `See: ${help}` };
}

function orNearest(nearest: string): string {
  return nearest === '' ? '' : ` Perhaps: ${nearest}.`;
}

function fault(field: keyof ProfileDraft, what: string): string {
  const { option, rule } = fieldOptions[field];
  return `${option} ${what}: ${rule}`;
}
