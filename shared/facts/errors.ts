import { z } from 'zod';
import { roleSchema } from '../model/caller.ts';
import { kernelSctpReasons } from '../model/kernel-sctp.ts';
import { attachErrors } from './attach-errors.ts';
import { connectionErrors } from './connection-errors.ts';
import { cases, type Fact, factSchema, nothing, text } from './facts.ts';
import { inputErrors } from './input-errors.ts';
import { managedErrors } from './managed-errors.ts';
import { remoteErrors } from './remote-errors.ts';
import { sessionErrors } from './session-errors.ts';
import { storageErrors } from './storage-errors.ts';
import { vaultErrors } from './vault-errors.ts';

/**
 * Every failure that an operator can act on, by its code, with the facts that its sentences name and that control flow may hang on. Never a
 * secret.
 *
 * To add one: an entry here (or in a part of this table), its sentences in `shared/texts/en` and `es`, and its line in the two switches that
 * decide what follows from it, `electron/fleet/policy.ts` and `electron/cli/exit-code.ts`. The compiler names what is missing. Where one code
 * has cases with fields of their own, they are `cases({ … })`, and so are its sentences.
 */
export const errorDetails = {
  ...inputErrors,
  cancelled: cases({
    /** A session that was in use, or a connection that was being made. */
    session: { where: text },
    connection: { where: text },
    test: {},
    /** Nobody typed the password. */
    prompt: {},
    /** The window that asked was closed. */
    window: {},
    /** The window that asked needs the answer no more. */
    'taken-back': {},
    /** The user was asked outside of the window, and did not agree. */
    declined: {},
    /** The command line was interrupted, and its session ended in order. */
    command: { name: text },
    /** It was interrupted while it wrote. */
    output: {},
  }),
  /** A bug. `log` is where its details are: the log of the application, or nowhere unless debugging is switched on. */
  internal: z.object({ log: z.enum(['application', 'debug']) }),
  'not-allowed': cases({
    /** Who asks has the role `held` on this console, and has to have `wanted` at least. */
    role: { wanted: roleSchema, held: roleSchema },
    /** This user of the console's machine has no role on it. */
    nobody: { user: text },
  }),
  'no-kernel-sctp': z.object({ reason: z.enum(kernelSctpReasons) }),
  ...attachErrors,
  ...connectionErrors,
  ...sessionErrors,
  ...remoteErrors,
  ...managedErrors,
  ...storageErrors,
  ...vaultErrors,
  'secrets-unavailable': z.object({ backend: text, step: z.enum(['encrypt', 'decrypt']) }),
  'ssh-missing': nothing,
} as const;

export type ErrorCode = keyof typeof errorDetails;

export const errorCodes = Object.keys(errorDetails) as readonly ErrorCode[];

/** The facts of an error of this code. */
export type ErrorDetail<C extends ErrorCode = ErrorCode> = z.output<(typeof errorDetails)[C]>;

/** An error as it crosses the contract: a value with a stable code. `message` is English, for logs. */
export type ErrorValue<C extends ErrorCode = ErrorCode> = Fact<
  'code',
  typeof errorDetails,
  C,
  { message: z.ZodString }
>;

export const errorValue = factSchema('code', errorDetails, { message: z.string() });
