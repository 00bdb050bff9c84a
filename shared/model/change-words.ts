/**
 * `begun`: in the log, and under way. `verified`: read back as asked. `unverified`: accepted, and SPCP cannot read it back. `mismatch`: read back as something else.
 * `conflict`: the value in force was not the one expected, so nothing was written. `refused`: the proxy answered with an error; entries of
 * version 0.1 are so too where it was a conflict. `failed`: the outcome is not known. `not-applied`: it was not sent, or what was in force
 * later, when the proxy could be asked again, is not what was asked for.
 */
export const changeOutcomes = [
  'begun',
  'verified',
  'unverified',
  'mismatch',
  'conflict',
  'refused',
  'failed',
  'not-applied',
] as const;

/** The shells of the app, as they are logged. */
export const shells = ['desktop', 'web', 'cli', 'collect'] as const;
export type Shell = (typeof shells)[number];
/** Those that keep sessions with a fleet. */
export const consoleShells = ['desktop', 'web', 'collect'] as const satisfies readonly Shell[];
export type ConsoleShell = (typeof consoleShells)[number];
