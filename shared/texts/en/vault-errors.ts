import type { vaultErrors as details } from '../../facts/vault-errors.ts';
import type { ErrorTexts } from '../texts.ts';

export const refusals = {
  'web-shell': 'the console runs without the desktop app, which alone can use the keychain',
  'plain-text': 'it would keep passwords in the clear on this system',
  exposed: 'it would encrypt them with a key that everybody knows on this system',
  'no-keychain': 'the keychain of this system cannot be used',
  policy: 'the administrators of this machine do not allow it',
} as const;

const kinds = {
  keychain: 'The keychain',
  passphrase: 'The passphrase vault',
  session: 'Keeping passwords for this session only',
  command: 'An external command',
} as const;

const fields = { user: 'user', host: 'host', profile: 'name' } as const;

const problems = {
  control: 'has a character that no argument can carry',
  option: 'begins with a hyphen, and would be read as an option of the program',
  path: 'leads to a directory above, and so to another entry of the program',
} as const;

const tryIt = 'Run the command by hand as the user of the console, then try again.';

function why(said: string, silent: boolean): string {
  if (silent) return '. What it said is not shown, since it may repeat what it had printed';
  return said === '' ? ' and said nothing of why' : `: ${said}`;
}

export const vaultErrors: ErrorTexts<keyof typeof details> = {
  'vault-locked': {
    app: () => ({
      message: 'The passphrase vault is locked. Sessions that are up stay up; new logins wait.',
      remedy: 'Unlock it with its passphrase; what waits goes on by itself.',
    }),
    'command-line': () => ({
      message: 'The password lies in the passphrase vault, which is locked.',
      remedy:
        'Give its passphrase in SPCP_VAULT_PASSPHRASE, or run this at a terminal to be asked.',
    }),
    collector: () => ({
      message:
        'The passwords lie in the passphrase vault, which is locked, and nobody is there to unlock it.',
      remedy:
        'Give its passphrase in SPCP_VAULT_PASSPHRASE, or pipe it in with --vault-passphrase-stdin.',
    }),
  },
  'wrong-passphrase': () => ({
    message: 'This is not the passphrase of the vault. Nothing was changed.',
    remedy: 'Check the keyboard layout and capital letters, then try again.',
  }),
  'vault-damaged': {
    file: ({ file }) => ({
      message: `${file} is damaged: what is in it cannot be read, whatever the passphrase.`,
      remedy:
        'Put a backup of it back; or choose the vault anew in the settings and enter the passwords again.',
    }),
    entry: ({ file, entry }) => ({
      message: `The password of ${entry} in ${file} is damaged and cannot be read. Nothing was changed.`,
      remedy: 'Enter that password anew, or remove it, and try again.',
    }),
  },
  'vault-refused': {
    kind: ({ kind, refusal }) => ({
      message: `${kinds[kind]} cannot be used here: ${refusals[refusal]}.`,
      remedy: 'Choose another place for the passwords in the settings.',
    }),
    'no-passphrase': () => ({
      message:
        'No passphrase vault is in use here, so there is nothing to unlock, to lock or to forget.',
      remedy: 'Choose one in the settings first.',
    }),
    'nobody-there': () => ({
      message:
        'Passwords are kept in memory here, and nobody is there to enter them after a start.',
      remedy:
        'Choose the passphrase vault or an external command in the settings of a console on this data directory, then start the collector again.',
    }),
    'managed-wrong': ({ file, place }) => ({
      message: `What administrators ordain in ${file} cannot be taken as it is (${place}), so that passwords may be kept in memory alone, and nobody is there to enter them after a start.`,
      remedy:
        'Mend that file, then start the collector again. The log says before this line what is wrong with it.',
    }),
    'kept-in-desktop': () => ({
      message:
        'Passwords lie in the keychain, which the desktop app alone can read, so none could be taken along. Nothing was changed.',
      remedy:
        'Choose the vault in the desktop app on the same data directory; or, where those passwords are of no use any more, move secrets.json out of it first.',
    }),
    'command-holds': () => ({
      title: 'The password is not kept here',
      message: 'An external command supplies the passwords, so none can be saved in the app.',
      remedy: 'Change the password where the command has it from, or choose another vault.',
    }),
    'not-agreed': ({ program }) => ({
      title: 'The command is not agreed to',
      message: `Another program changed the command for passwords: it would run ${program}. It was not run.`,
      remedy: 'Look at it in the settings of the app, and agree to it or choose another.',
    }),
    'other-command': () => ({
      message: 'The command for passwords is another by now. Nothing was agreed to.',
      remedy: 'Look at it again in the settings.',
    }),
    'command-line': ({ kind }) => ({
      message: `The command line has no vault here that keeps passwords: in use is ${kinds[kind]}.`,
      remedy:
        'Choose the passphrase vault in the settings of the app; or leave the passwords out (--without-secrets).',
    }),
  },
  'vault-command-failed': {
    'not-found': ({ program }) => ({
      message: `The program for passwords, ${program}, was not found.`,
      remedy: 'Install it, or give its whole path in the settings.',
    }),
    'not-executable': ({ program, cause }) => ({
      message: `The program for passwords, ${program}, cannot be run (${cause}).`,
      remedy: 'Make the file executable for the user of the console, or name another.',
    }),
    timeout: ({ program, seconds }, format) => ({
      message: `${program} did not answer within ${format.number(seconds)} s and was ended.`,
      remedy:
        'See whether it waits for something to be typed or unlocked; or give it more time in the settings.',
    }),
    empty: ({ program }) => ({
      message: `${program} ended without an error and printed no password.`,
      remedy: tryIt,
    }),
    'two-lines': ({ program }) => ({
      message: `${program} printed more than one line, so that it is not certain which is the password.`,
      remedy: 'Have it print the password alone, in one line.',
    }),
    long: ({ program }) => ({
      message: `${program} printed far more than a password and was ended.`,
      remedy: 'Have it print the password alone, in one line.',
    }),
    'not-sendable': ({ program }) => ({
      message: `What ${program} printed cannot be a password of a proxy: SPCP carries printable ASCII only, and not endless.`,
      remedy: tryIt,
    }),
    exit: ({ program, exitCode, said, silent }, format) => ({
      message: `${program} ${exitCode === null ? 'was ended by a signal' : `ended with an error (${format.number(exitCode)})`}${why(said, silent)}.`,
      remedy: tryIt,
    }),
    field: ({ field, problem }) => ({
      message: `The command for passwords was not run: the ${fields[field]} of this profile ${problems[problem]}.`,
      remedy: 'Change it in the profile.',
    }),
    ended: ({ program }) => ({
      message: `${program} was ended before it had answered, since the vault is no longer in use.`,
      remedy: 'Try again.',
    }),
  },
};
