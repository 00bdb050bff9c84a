import { z } from 'zod';

/** What a transformation that is tried on this machine may take. */
export const trialLimits = {
  /** Milliseconds from its start. */
  timeMs: 5000,
  /** Bytes of output. */
  output: 1024 * 1024,
  /** Bytes of standard error that are shown. */
  errors: 16 * 1024,
  /** Bytes of one file that it writes, about. */
  file: 2 * 1024 * 1024,
  /** So many names of files are told. */
  files: 20,
} as const;

/** Characters of a sample mail. */
export const longestSample = 20_000;

/** Why nothing can be tried here: the system has no shell like the proxy's, whoever runs this machine forbids it, or the user did not allow it. */
export const trialRefusals = ['windows', 'policy', 'off'] as const;

/** Where a transformation is tried: what the proxy's host has in its own way. */
export const trialPlaceSchema = z.object({
  refused: z.enum(trialRefusals).nullable(),
  /** Who forbids it, where it is a policy. */
  by: z.string().nullable(),
  path: z.string(),
  user: z.string(),
});
export type TrialPlace = z.infer<typeof trialPlaceSchema>;

/** How a transformation that was tried ended: by itself (with an exit status or by a signal), or killed at a limit. */
export const trialEnds = ['exited', 'signal', 'timeout', 'flood'] as const;

export const trialSchema = z.object({
  end: z.enum(trialEnds),
  /** Of one that exited. */
  exitCode: z.int().nullable(),
  /** Of one that a signal ended, as `SIGSEGV`. */
  signal: z.string().nullable(),
  /** As text, what is no UTF-8 replaced. */
  output: z.string(),
  errors: z.string(),
  /** Whether `errors` is not all that there was. */
  errorsCut: z.boolean(),
  /** Whether it ended before it had read all of the mail. */
  unread: z.boolean(),
  /** Whether something that it started was still running when it ended; it was killed where it stayed in the process group. */
  leftRunning: z.boolean(),
  /** Names of files that it left in its directory, which is gone. */
  files: z.array(z.string()),
  durationMs: z.number(),
});
export type Trial = z.infer<typeof trialSchema>;
