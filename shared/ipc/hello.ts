import { z } from 'zod';
import type { ErrorValue } from '../errors.ts';
import { callerKindSchema, roleSchema } from '../model/caller.ts';
import { boundedText } from '../model/text.ts';

/** The version of the contract. It rises whenever a call or a topic that was there is taken away or means something else. */
export const contractVersion = 1;

/** Versions of the contract that lie so far apart understand each other, since what was there is kept for one version. */
export const versionsApart = 1;

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
