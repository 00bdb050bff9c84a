import { z } from 'zod';
import { consoleShells } from '../model/change-words.ts';
import { cases, text } from './facts.ts';

/** Of each side: the version of the app, and that of the contract. */
const versions = { caller: text, callerContract: z.int(), console: text, consoleContract: z.int() };

/** Errors of attaching to a console that runs. */
export const attachErrors = {
  'attach-refused': cases({
    /** The token is not the one of this start of the console. */
    token: {},
    'caller-too-old': versions,
    'console-too-old': versions,
    /** What came is no greeting, or none came in time. */
    'no-hello': {},
    /** The console answered no greeting in time, or left. */
    'no-answer': {},
    /** What answers there is no console. */
    'no-console': {},
    /** Another process watches the data directory; `shell` and `pid` are null where it only begins or ends. */
    watched: {
      directory: text,
      shell: z.enum(consoleShells).nullable(),
      pid: z.int().positive().nullable(),
    },
    /** `said`: the English sentence of a console of another version, for a reason that is not known here. */
    other: { said: text },
  }),
} as const;
