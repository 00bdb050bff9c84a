import { z } from 'zod';
import { consoleIdentitySchema, consoleStateSchema } from '../../model/console-state.ts';
import {
  consoleIdSchema,
  mostConsoles,
  remoteConsoleDraftSchema,
  remoteConsoleSchema,
} from '../../model/remote-console.ts';
import { boundedText } from '../../model/text.ts';

const nothing = z.object({});
const one = z.object({ id: consoleIdSchema });
const done = z.null();

/**
 * A saved remote console as windows list it. `said`: what it said of itself when it was last open; null where it never was since this app began.
 * `unread`: the topics of it that some window reads no more, since what came of them was not as agreed.
 */
export const consoleEntrySchema = remoteConsoleSchema.extend({
  state: consoleStateSchema,
  said: consoleIdentitySchema.nullable(),
  unread: z.array(boundedText(64)),
});
export type ConsoleEntry = z.infer<typeof consoleEntrySchema>;

/** `forbiddenBy`: who lets no remote console be opened here; null where nobody forbids it. */
const consoleListSchema = z.object({
  consoles: z.array(consoleEntrySchema).max(mostConsoles),
  forbiddenBy: boundedText(1000).nullable(),
});

/** The calls about consoles on other machines. They are answered where the window is, whichever console it shows. */
export const consoleCalls = {
  /** By name. */
  'consoles.list': { role: 'view', byWindow: true, input: nothing, output: consoleListSchema },
  /** A new one, or with `id` one that is there. Throws `invalid-input` where another one has that name or there are too many, `managed` where that is forbidden. */
  'consoles.save': {
    role: 'administer',
    input: z.object({ id: consoleIdSchema.optional(), draft: remoteConsoleDraftSchema }),
    output: remoteConsoleSchema,
  },
  /** Windows that show it say that it is gone. */
  'consoles.remove': { role: 'administer', input: one, output: done },
  /** Takes a removal back, as long as this app runs. */
  'consoles.restore': { role: 'administer', input: one, output: done },
  /** Tries at once to reach one that waits or was refused. */
  'consoles.retry': { role: 'administer', input: one, output: done },
} as const;

export const consoleTopics = {
  /** At once and after every change of the list or of a state. */
  'consoles.changed': { role: 'view', params: nothing, value: consoleListSchema },
} as const;
