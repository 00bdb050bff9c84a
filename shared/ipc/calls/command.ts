import { z } from 'zod';
import { argumentSchema } from '../../model/profile.ts';
import { commandDraftSchema, savedCommandSchema } from '../../model/saved-command.ts';
import { boundedText } from '../../model/text.ts';
import { longestSample, trialPlaceSchema, trialSchema } from '../../model/trial.ts';

const nothing = z.object({});
const one = z.object({ id: z.uuid() });
const done = z.null();

/** The calls of the contract about transformations that are kept under a name, and tried on this machine. */
export const commandCalls = {
  /** By name. */
  'commands.list': {
    role: 'view',
    byWindow: true,
    input: nothing,
    output: z.array(savedCommandSchema),
  },
  /** A version that says what the newest one says changes the name only. Throws `invalid-input` where another command has that name. */
  'commands.save': { role: 'operate', input: commandDraftSchema, output: savedCommandSchema },
  'commands.remove': { role: 'operate', input: one, output: done },
  /** Takes a removal back, as long as this console runs and for a day after. */
  'commands.restore': { role: 'operate', input: one, output: done },
  /** Whether transformations can be tried on this machine, and what differs from the proxy's host. */
  'trial.place': { role: 'view', byWindow: true, input: nothing, output: trialPlaceSchema },
  /** Runs a transformation on a mail. Throws `unsupported` where that may not be, and `cancelled` where the user says no. */
  'trial.run': {
    role: 'administer',
    input: z.object({ command: argumentSchema, mail: boundedText(longestSample) }),
    output: trialSchema,
  },
} as const;

export const commandTopics = {
  /** All that are kept, after every change. */
  'commands.changed': { role: 'view', params: nothing, value: z.array(savedCommandSchema) },
} as const;
