import { z } from 'zod';
import { cases, text } from './facts.ts';

/** The SSH server that leads to a remote console, and the last words of ssh or of the program there, escaped. */
const ssh = { sshDestination: text, said: text };

/** Errors of a console on another machine, and of the way to it. */
export const remoteErrors = {
  'remote-console': cases({
    /** The command that attaches to it is not there, or may not be run. */
    missing: { ...ssh, program: text },
    /** The way ended; `exitCode` is null where a signal ended it. */
    ended: { ...ssh, exitCode: z.int().nullable() },
    /** Text without end came in place of the frames. */
    noise: { sshDestination: text },
    /** Nothing is heard of it, or it takes nothing, though the way is open. */
    silent: { sshDestination: text },
    /** Told by the program there: no console runs on this data directory. */
    'not-running': { directory: text },
    /** Told there: neither this user's console nor that of the socket for all lets in. What each said, in English; null where nobody is there. */
    neither: { directory: text, own: text.nullable(), socket: text, team: text.nullable() },
    /** An answer that is not as the contract says, of the call or topic of this name. */
    answer: { name: text },
    /** An error that is known there and not here: its code, and its English sentence. */
    unknown: { code: text, said: text },
  }),
} as const;
