import { z } from 'zod';
import { nameSchema } from './name-schemas.ts';
import { sshDestinationPattern } from './profile.ts';
import { boundedText } from './text.ts';

/** So many can be kept. */
export const mostConsoles = 100;

/** What is run on the other side where nothing else is said. */
export const usualProgram = 'spcp-console';

/** Words for the shell of the other side, printable, of which the first is no option. */
const programSchema = boundedText(500)
  .trim()
  .regex(/^[!-,.-~][\x20-\x7e]*$/);

/** An absolute path there, or one below the home; empty for where that machine usually has it. */
const directorySchema = boundedText(1000)
  .trim()
  .regex(/^[\x20-\x7e]*$/)
  .refine((path) => !path.startsWith('-'));

/** How a console on another machine is reached. Keys, passwords and jump hosts are the concern of the user's own SSH configuration. */
export const remoteConsoleDraftSchema = z.object({
  name: nameSchema,
  /** `[user@]host[:port]`, or a name of the SSH configuration. */
  sshDestination: boundedText(320).trim().regex(sshDestinationPattern),
  program: programSchema.default(usualProgram),
  dataDirectory: directorySchema.default(''),
});
export type RemoteConsoleDraft = z.infer<typeof remoteConsoleDraftSchema>;

export const consoleIdSchema = z.uuid();

export const remoteConsoleSchema = remoteConsoleDraftSchema.extend({ id: consoleIdSchema });
export type RemoteConsole = z.infer<typeof remoteConsoleSchema>;
