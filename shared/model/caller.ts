import { z } from 'zod';
import { shells } from './change-words.ts';
import { roles } from './roles.ts';
import { boundedText } from './text.ts';

export const roleSchema = z.enum(roles);

/** What is at the other end of a connection: only a window is somebody who looks. */
export const callerKinds = ['window', 'command-line', 'collector'] as const;
export const callerKindSchema = z.enum(callerKinds);
export type CallerKind = z.infer<typeof callerKindSchema>;

/** Whose a connection is, as the carrier that let it in knows. */
export const askerSchema = z.object({
  kind: callerKindSchema,
  /** The operating system's user name, on the machine of the console. */
  user: boundedText(256),
  /** Who sits elsewhere, as far as is known: the browser, `sudo`'s user, where an SSH login came from. */
  remote: boundedText(256).nullable(),
  role: roleSchema,
  /** The session of the browser; null for what is let in by itself. */
  session: boundedText(64).nullable(),
  /** The shell of the app that it is a window of; null or not said where that is the console's own. */
  shell: z.enum(shells).nullable().optional(),
  /** Names the connections that are one caller beside their session: those of one program that attached. Null or not said for the console's own. */
  group: boundedText(64).nullable().optional(),
});
export type Asker = z.infer<typeof askerSchema>;

/** Who asks, as the console knows them, and whose console it is. */
export const whoAmISchema = askerSchema.pick({ user: true, remote: true, role: true }).extend({
  console: z.object({
    /** Who owns it, by the operating system's user name. */
    user: z.string(),
    /** What its machine calls itself. */
    machine: z.string(),
  }),
});
