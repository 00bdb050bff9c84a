/** What the start files of a shell may print before the line that was agreed on, bytes. */
export const maxGreeting = 65_536;

const lineFeed = 10;
const carriageReturn = 13;

/** What follows the first line that is these words and nothing else; null where it has not come yet. */
export function afterLine(output: Buffer, words: string): Buffer | null {
  const wanted = Buffer.from(words);
  let start = 0;
  for (;;) {
    const end = output.indexOf(lineFeed, start);
    if (end < 0) return null;
    const isEnded = output[end - 1] === carriageReturn && end > start;
    if (output.subarray(start, isEnded ? end - 1 : end).equals(wanted))
      return output.subarray(end + 1);
    start = end + 1;
  }
}
