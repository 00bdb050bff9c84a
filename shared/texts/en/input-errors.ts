import type { inputErrors as details } from '../../facts/input-errors.ts';
import type { ExportedEntry } from '../../model/export-fault.ts';
import type { ErrorTexts } from '../texts.ts';
import { usageErrors } from './usage-errors.ts';
import { words } from './words.ts';

const nothingChanged = 'Correct it and try again; nothing was changed.';

const passwordProblems = {
  empty: 'is empty; it has to be the password.',
  'byte-order-mark':
    'begins with a byte-order mark (U+FEFF), which some editors and PowerShell write and nobody sees.',
  'not-sendable': 'cannot be an SPCP password, which is 1 to 255 printable ASCII characters.',
} as const;

const passwordSources = {
  'standard-input': 'The first line of standard input',
  environment: 'SPCP_PASSWORD',
  prompt: 'What was typed',
} as const;

const requests = {
  call: (name: string) => `There is no call “${name}”.`,
  topic: (name: string) => `There is no topic “${name}”.`,
  'call-id': (name: string) => `There is a call ${name} already.`,
  'subscription-id': (name: string) => `There is a subscription ${name} already.`,
} as const;

/** `draft.host` is about the host. */
function fieldName(path: string): string {
  const last = path.slice(path.lastIndexOf('.') + 1);
  return (words.fields as Readonly<Record<string, string>>)[last] ?? path;
}

export const inputErrors: ErrorTexts<keyof typeof details> = {
  'invalid-input': {
    argument: ({ command, reason }) => ({
      message: `“${words.commands[command]}” was not sent, since its value does not fit the protocol: ${words.rules[reason]}.`,
      remedy: nothingChanged,
    }),
    field: ({ field }) => ({
      message:
        field === ''
          ? 'The request is not valid.'
          : `“${fieldName(field)}” does not have a valid value.`,
      remedy: nothingChanged,
    }),
    taken: ({ name }) => ({
      title: 'The name is taken',
      message: `Another profile has the name ${name}.`,
      remedy: 'Choose another name; nothing was saved.',
    }),
    request: ({ kind, name }) => ({
      title: 'Not a valid request',
      message: requests[kind](name),
      remedy: 'Load the window again: it may be older than the console.',
    }),
    limit: ({ kind, limit }, format) => ({
      title: 'Too much at once',
      message: `A window may have ${format.number(limit)} ${kind === 'calls' ? 'calls' : 'subscriptions'} under way at once.`,
      remedy: 'Wait until some of them are done.',
    }),
    'alerts-named': ({ given, count }, format) => ({
      title: 'More than one is meant',
      message: `“${given}” names ${format.number(count)} of them.`,
      remedy: 'Give more of the id, or all of it.',
    }),
    'alert-rules': ({ limit }, format) => ({
      title: 'Too many rules',
      message: `${format.number(limit)} rules are saved, and no more can be.`,
      remedy: 'Remove one that nobody needs.',
    }),
    maintenance: ({ limit }, format) => ({
      title: 'Too much maintenance',
      message: `${format.number(limit)} times of maintenance are saved, and no more can be.`,
      remedy: 'Remove what is over.',
    }),
    consoles: ({ limit }, format) => ({
      title: 'Too many remote consoles',
      message: `${format.number(limit)} remote consoles are saved, and no more can be.`,
      remedy: 'Remove one that is not needed any more.',
    }),
    commands: ({ limit }, format) => ({
      title: 'Too many saved commands',
      message: `${format.number(limit)} commands are saved, and no more can be.`,
      remedy: 'Remove one that is not needed any more.',
    }),
    password: ({ source, problem }) => ({
      title: 'Not a valid password',
      message: `${passwordSources[source]} ${passwordProblems[problem]}`,
      remedy:
        problem === 'byte-order-mark'
          ? 'Save the file as plain ASCII or as UTF-8 without that mark.'
          : 'Correct it and try again.',
    }),
    'passphrase-at-terminal': () => ({
      message:
        'With --vault-passphrase-stdin standard input is a terminal, which would show what is typed.',
      remedy:
        'Pipe the passphrase in; or leave the option out and unlock the vault in the browser.',
    }),
    'data-directory': () => ({
      title: 'No directory',
      message: '--data-dir names no directory.',
      remedy: 'Name the directory after --data-dir.',
    }),
    port: ({ field, host, port, cause }) => ({
      title: 'The port cannot be taken',
      message:
        cause === 'EADDRINUSE'
          ? `Port ${port} of ${host} is taken by another program.`
          : `Port ${port} of ${host} cannot be taken (${cause}).`,
      remedy:
        cause === 'EADDRNOTAVAIL'
          ? 'Name an address of this machine.'
          : field === 'metrics-port'
            ? 'Choose another in Settings, under Metrics for Prometheus.'
            : `Choose another with --${field}, or --${field} 0 for any that is free.`,
    }),
    'ports-end': ({ first, count }) => ({
      title: 'Too few ports',
      message: `${count} ports from ${first} on would pass 65535.`,
      remedy: `Start at ${65_536 - count} or lower.`,
    }),
    windows: ({ limit }, format) => ({
      title: 'Too many windows',
      message: `${format.number(limit)} windows are open, and no more can be.`,
      remedy: 'Close one first.',
    }),
    'metrics-open': ({ host }) => ({
      title: 'Metrics for everybody',
      message: `Other machines reach ${host}: metrics are served there only with a certificate and a token.`,
      remedy:
        'Give --metrics-cert, --metrics-key and --metrics-token-file, or serve them on 127.0.0.1.',
    }),
    'metrics-token': () => ({
      title: 'The token is missing',
      message: 'Metrics are to be read with a token, and none is kept.',
      remedy: 'Enter one in Settings, under Metrics for Prometheus.',
    }),
    'metrics-half': ({ field }) => ({
      title: 'Certificate or key is missing',
      message: 'A certificate is of use with its key alone.',
      remedy: `Give --${field} too.`,
    }),
    'metrics-file': ({ path, problem, mode }) =>
      problem === 'open-to-others'
        ? {
            title: 'Others can read it',
            message: `Other users of this machine may read ${path} (mode ${mode}).`,
            remedy: 'Take that away (chmod 600), and write a new secret into it.',
          }
        : {
            title: 'Not such a file',
            message:
              problem === 'long'
                ? `${path} is far too long for a token, a key or a certificate.`
                : `${path} holds no token: 16 letters, digits or -._~+/ at least, in one line.`,
            remedy: 'Name another file, or write a new token into it (openssl rand -hex 32).',
          },
    'metrics-certificate': ({ cert, key, cause }) => ({
      title: 'Certificate and key cannot be used',
      message: `${cert} and ${key} are not certificate and key of one another, in PEM (${cause}).`,
      remedy: 'Look at both with: openssl x509 -in …, openssl pkey -in …',
    }),
    'not-loopback': ({ host }) => ({
      title: 'No loopback address',
      message: `${host} is not a loopback address; a reference proxy listens on one only.`,
      remedy: 'Use for example 127.0.0.1.',
    }),
    ...usageErrors,
  },
  'edited-elsewhere': ({ name, conflicts }) => ({
    message: `${name} was changed in another window or by another program (${conflicts.map(({ field }) => words.fields[field]).join(', ')}). Nothing was saved.`,
    remedy: 'Decide between both values, then save again.',
  }),
  'folder-edited-elsewhere': ({ name }) => ({
    message: `The folder ${name} was changed in another window or by another program. Nothing was saved.`,
    remedy: 'Decide between both values, then save again.',
  }),
  'not-an-export': {
    long: () => ({
      message: 'The file is larger than any export of this app. Nothing was changed.',
      remedy: 'Choose the file that “Export” or “profiles export” wrote.',
    }),
    other: () => ({
      message: 'The file is no export of profiles. Nothing was changed.',
      remedy:
        'Choose the file that “Export” or “profiles export” wrote. A list of proxies can be pasted instead.',
    }),
    newer: ({ version }) => ({
      title: 'Of a newer release',
      message: `The file is of version ${version}, which a newer release wrote. Nothing was changed.`,
      remedy: 'Update this app, or export again with the release that is in use here.',
    }),
    damaged: ({ place }) => ({
      title: 'A damaged export',
      message: `The file is damaged at ${place}. Nothing was changed.`,
      remedy: 'Export again, or correct the file there.',
    }),
    missing: ({ key, ...entry }) => ({
      title: 'A damaged export',
      message: `In the file, ${exportedEntry(entry)} has no ${key}. Nothing was changed.`,
      remedy: `Export again, or add ${key} there in the file.`,
    }),
    wrong: ({ key, ...entry }) => ({
      title: 'A damaged export',
      message: `In the file, ${key} of ${exportedEntry(entry)} cannot be what it is. Nothing was changed.`,
      remedy: `Export again, or correct ${key} there in the file.`,
    }),
    twice: ({ name, other }) => ({
      title: 'A damaged export',
      message: `In the file, ${name} and ${other} have one id. Nothing was changed.`,
      remedy: 'Export again, or give one of them another id in the file.',
    }),
    circle: ({ name }) => ({
      title: 'A damaged export',
      message: `In the file, the folder ${name} lies in itself. Nothing was changed.`,
      remedy: 'Export again, or correct the parentId of the folder in the file.',
    }),
    'no-folder': ({ name }) => ({
      title: 'A damaged export',
      message: `In the file, ${name} lies in a folder that is not there. Nothing was changed.`,
      remedy: 'Export again, or correct its folder in the file.',
    }),
    nobody: ({ name }) => ({
      title: 'A damaged export',
      message: `In the file, neither ${name} nor its folder says which user logs in. Nothing was changed.`,
      remedy: 'Export again, or add the user in the file.',
    }),
    secrets: () => ({
      title: 'The passwords are damaged',
      message:
        'The passwords in the file are damaged, or were changed by somebody. Nothing was changed.',
      remedy: 'Export again, or import it without its passwords.',
    }),
    costly: ({ bytes }, format) => ({
      title: 'The file asks for too much',
      message: `To check a passphrase, the file asks for ${format.number(Math.ceil(bytes / 2 ** 20))} MB of memory or for as much time. Nothing was changed.`,
      remedy: 'Export again with this app: what it writes asks for less.',
    }),
  },
  'export-passphrase': {
    'command-line': () => ({
      title: 'A passphrase is needed',
      message: 'The passwords in the file are under a passphrase.',
      remedy:
        'Give it in SPCP_EXPORT_PASSPHRASE or with --passphrase-stdin; or leave the passwords out (--without-secrets).',
    }),
    short: ({ least }) => ({
      title: 'A passphrase that is too short',
      message: `A passphrase of an export has at least ${least} characters.`,
      remedy: 'Choose a longer one.',
    }),
    differs: () => ({
      title: 'Not the same',
      message: 'Both passphrases are not the same. Nothing was exported.',
      remedy: 'Type it again.',
    }),
    wrong: () => ({
      title: 'Another passphrase',
      message: 'This is not the passphrase with which the file was exported. The file is whole.',
      remedy: 'Try again; capital letters and the layout of the keyboard count.',
    }),
  },
  'export-forbidden': {
    policy: ({ by }) => ({
      message: `${by} does not let passwords be exported from this machine.`,
      remedy: 'Export without passwords, or ask who administers this machine.',
    }),
    'kept-elsewhere': () => ({
      message: 'Another program keeps the passwords, so there are none here to be exported.',
      remedy: 'Export without passwords, and take them from that program.',
    }),
  },
  'import-expired': () => ({
    message: 'What was read of the file is not kept any more. Nothing was changed.',
    remedy: 'Choose the file again.',
  }),
  'not-found': {
    profile: () => ({
      message: 'There is no such profile. It may have been removed.',
      remedy: 'Go back to the list and choose again.',
    }),
    folder: () => ({
      message: 'There is no such folder. It may have been removed.',
      remedy: 'Go back to the list and choose again.',
    }),
    file: ({ path }) => ({
      message: `There is no file ${path}.`,
      remedy: 'Check its name and the directory that you are in.',
    }),
    class: () => ({
      message: 'There is no such environment class. It may have been removed.',
      remedy: 'Choose another one.',
    }),
    'class-named': ({ name, known }) => ({
      message: `There is no environment class called “${name}”.`,
      remedy: `There are: ${known}.`,
    }),
    'folder-named': ({ name, nearest }) => ({
      message: `There is no folder “${name}”.`,
      remedy:
        nearest === ''
          ? 'Look at the names of folders and tags with “profiles list”.'
          : `Perhaps: ${nearest}.`,
    }),
    'tag-named': ({ name, nearest }) => ({
      message: `No profile has the tag “${name}”.`,
      remedy:
        nearest === ''
          ? 'Look at the names of folders and tags with “profiles list”.'
          : `Perhaps: ${nearest}.`,
    }),
    'profile-named': ({ name, nearest, saved }) => ({
      message: `There is no profile called “${name}”.`,
      remedy:
        saved === 0
          ? 'None is saved yet; “profiles add” saves one.'
          : `${nearest === '' ? '' : `Nearest: ${nearest}. `}“profiles list” prints all of them.`,
    }),
    console: () => ({
      title: 'No such console',
      message: 'This remote console is not in the list any more.',
      remedy: 'Go to the console of this machine, and choose another or add it again.',
    }),
    'audit-entry': () => ({
      message: 'The audit log has no such entry.',
      remedy: 'Go back to the list and choose again.',
    }),
    plan: () => ({
      message: 'There is no such plan any more.',
      remedy: 'Go back to the list of plans.',
    }),
    alert: ({ id }) => ({
      message: `No alert that fires has an id that begins with “${id}”.`,
      remedy: 'alerts list prints those that fire.',
    }),
    'alert-rule': ({ name }) => ({
      message: `No rule is called “${name}”.`,
      remedy: 'alerts rules prints the rules.',
    }),
    webhook: () => ({
      message: 'No address is set that alerts are sent to.',
      remedy: 'Set one on the page Alerts.',
    }),
    'history-source': () => ({
      message: 'That Prometheus is not set any more.',
      remedy: 'Look at the list on the page Settings again.',
    }),
    'plan-named': ({ name }) => ({
      message: `There is no plan “${name}”.`,
      remedy: '“plan list” prints all of them.',
    }),
    copy: () => ({
      message: 'There is no such copy any more: later changes have taken its place.',
      remedy: 'Look at the list of copies again.',
    }),
    undo: () => ({
      message: 'That can be taken back no more: it was already, or too much was edited since.',
      remedy: 'Edit it by hand.',
    }),
    'browser-session': () => ({
      message: 'That session has ended already.',
      remedy: 'Go back to the list.',
    }),
    desktop: () => ({
      title: 'Not here',
      message: 'The console has no desktop for that.',
      remedy: 'Use the installed desktop app.',
    }),
    pages: () => ({
      title: 'Not built',
      message: 'The user interface is not built yet.',
      remedy: '“npm run serve” builds and serves it.',
    }),
  },
};

function exportedEntry({ list, number, name }: Omit<ExportedEntry, 'key'>): string {
  const kind = { profiles: 'profile', folders: 'folder', tags: 'tag', classes: 'class' }[list];
  return `${kind} ${number}${name === '' ? '' : ` (${name})`}`;
}
