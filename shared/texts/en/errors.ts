import type { ErrorTexts } from '../texts.ts';
import { attachErrors } from './attach-errors.ts';
import { connectionErrors } from './connection-errors.ts';
import { inputErrors } from './input-errors.ts';
import { managedErrors } from './managed.ts';
import { remoteErrors } from './remote-errors.ts';
import { sessionErrors } from './session-errors.ts';
import { storageErrors } from './storage-errors.ts';
import { vaultErrors } from './vault-errors.ts';
import { words } from './words.ts';

const again = 'Start it again when you want it.';

/** What each error says: a few words, what happened, what to do. */
export const errors: ErrorTexts = {
  ...inputErrors,
  cancelled: {
    session: ({ where }) => cancelled(`The work with ${where} was cancelled.`),
    connection: ({ where }) => cancelled(`The connection to ${where} was cancelled.`),
    test: () => cancelled('The test was cancelled.'),
    prompt: () => cancelled('Interrupted while waiting for the password.'),
    'taken-back': () => cancelled('The window that asked needs the answer no more.'),
    window: () => cancelled('The window that asked was closed.'),
    declined: () => ({
      message: 'It was not agreed to in the dialog that asked. Nothing was done.',
      remedy: again,
    }),
    command: ({ name }) => cancelled(`Interrupted; the session with ${name} was ended in order.`),
    output: () => cancelled('Interrupted: what was written is not all.'),
  },
  internal: ({ log }) => ({
    message: 'An unexpected error occurred. Nothing that was saved is lost.',
    remedy:
      log === 'debug'
        ? 'Set NODE_DEBUG=spcp-console and try again to see its details.'
        : 'Try again; if it happens again, report it with the log of the application, which has the details.',
  }),
  'not-allowed': {
    role: ({ wanted, held }) => ({
      message: `This wants the role “${words.roles[wanted]}”; yours on this console is “${words.roles[held]}”. Nothing was done.`,
      remedy: 'Ask whoever administers this console to do it, or to give you that role.',
    }),
    nobody: ({ user }) => ({
      message: `${user} has no role on this console.`,
      remedy: 'Ask whoever administers it to name you, or a group of yours, in its file of roles.',
    }),
  },
  'no-kernel-sctp': ({ reason }) => ({
    message: `Kernel SCTP is not available here: ${words.kernelSctp[reason]}.`,
    remedy: 'On Linux run “sudo modprobe sctp”; or choose SCTP in UDP.',
  }),
  ...attachErrors,
  ...connectionErrors,
  ...sessionErrors,
  ...remoteErrors,
  ...managedErrors,
  ...storageErrors,
  ...vaultErrors,
  'secrets-unavailable': ({ backend, step }) =>
    step === 'encrypt'
      ? {
          title: 'The password cannot be kept',
          message: `The keychain (${backend}) could not encrypt the password, so it was not saved.`,
          remedy: 'Unlock or set up the keychain, then save again. Nothing else was lost.',
        }
      : {
          title: 'The saved password cannot be read',
          message: `The keychain (${backend}) could not decrypt the saved password.`,
          remedy: 'Unlock the keychain, or enter the password again in the profile.',
        },
  'ssh-missing': () => ({
    message: 'There is no ssh program on this machine, or it cannot be started.',
    remedy: 'Install the OpenSSH client, or choose another transport.',
  }),
};

function cancelled(message: string) {
  return { message, remedy: again };
}
