/**
 * Lets each read its files anew, one after the other, whatever comes of the others. Resolves with whether all were read: with false where one threw,
 * which `logFault` hears, or resolved with false, of which it told by itself.
 */
export async function rereadAll(
  rereads: readonly (() => Promise<unknown>)[],
  logFault: (what: string, error: unknown) => void,
): Promise<boolean> {
  let isWhole = true;
  for (const reread of rereads) {
    try {
      if ((await reread()) === false) isWhole = false;
    } catch (error) {
      logFault('not all files could be read anew', error);
      isWhole = false;
    }
  }
  return isWhole;
}
