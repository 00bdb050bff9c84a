import { z } from 'zod';
import type { ErrorValue } from '../errors.ts';
import { callerKindSchema, roleSchema } from '../model/caller.ts';
import { shells } from '../model/change-words.ts';
import { boundedText } from '../model/text.ts';

/** The version of the contract. It rises whenever a call or a topic that was there is taken away or means something else. */
export const contractVersion = 1;

/** Versions of the contract that lie so far apart understand each other, since what was there is kept for one version. */
export const versionsApart = 1;

const channel = z.int().min(1);

/** The first message of whoever attaches to a running console over a stream. */
export const helloSchema = z.object({
  type: z.literal('hello'),
  contract: z.int().min(1).max(1_000_000),
  /** Of the app, for people. */
  version: boundedText(64),
  kind: callerKindSchema,
  /** What lies in the file beside the socket; null over a stream that only somebody who was let in can hold, as of SSH. */
  token: boundedText(256).nullable(),
});
export type Hello = z.infer<typeof helloSchema>;

/** The answer of a console that lets it in. */
export const welcomeSchema = z.object({
  type: z.literal('welcome'),
  contract: z.int().min(1),
  version: boundedText(64),
  /** The machine of the console, as it calls itself, for people. */
  machine: boundedText(256),
  user: boundedText(256),
  role: roleSchema,
});
export type Welcome = z.infer<typeof welcomeSchema>;

/** The answer of one that does not; it closes the stream after it. */
export interface Refused {
  readonly type: 'refused';
  readonly error: ErrorValue;
}

/**
 * What follows the welcome: each side tells that it lives, and the windows of one shell share the stream, each with a number of its own that
 * rises and is never used again.
 */
export const fromCallerSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('beat') }),
  /** A window is opened. `session`, `remote`, `shell` and `group` are as in `Asker`, as far as the shell knows them, and tells them. */
  z.object({
    type: z.literal('open'),
    channel,
    kind: callerKindSchema,
    session: boundedText(64).nullable(),
    remote: boundedText(256).nullable(),
    /** At most this, whatever the peer may. */
    role: roleSchema,
    shell: z.enum(shells).nullable().catch(null),
    group: boundedText(64).nullable().catch(null),
  }),
  /** `message` is a `ClientMessage`. */
  z.object({ type: z.literal('message'), channel, message: z.unknown() }),
  z.object({ type: z.literal('close'), channel }),
]);
export type FromCaller = z.infer<typeof fromCallerSchema>;
export type Opening = Extract<FromCaller, { readonly type: 'open' }>;

/** `message` is a `ServerMessage`. */
export const fromConsoleSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('beat') }),
  z.object({ type: z.literal('message'), channel, message: z.unknown() }),
]);
export type FromConsole = z.infer<typeof fromConsoleSchema>;
