/** What the start files of a shell may print before the line that was agreed on, bytes. */
export const maxGreeting = 65_536;

/** What follows the first line that has these words; null where it has not come yet. */
export function afterLine(output: Buffer, words: string): Buffer | null {
  const start = output.indexOf(words);
  const end = start < 0 ? -1 : output.indexOf('\n', start);
  return end < 0 ? null : output.subarray(end + 1);
}
