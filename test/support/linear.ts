import { check } from 'recheck';

/** Long enough for the slowest check, milliseconds. */
const timeout = 60_000;

/**
 * What is wrong with a regular expression, or null: on the longest text that is made to hurt, a search has to take time in proportion to
 * its length.
 */
export async function superLinear(source: string, flags: string): Promise<string | null> {
  const found = await check(source, flags, { timeout });
  if (found.status === 'safe') return null;
  const why = found.status === 'vulnerable' ? found.complexity.summary : found.error.kind;
  return `/${source}/${flags}: ${why}`;
}
