/** What filters can be put in quotes by. */
const quotes = ['""', '“”', '«»'] as const;

/** A filter is no longer than this. */
const longest = 180;

/** The filter of the board that shows what lies in a folder. */
export function folderFilter(path: string): string {
  // A filter finds what begins so: of a path that is too long its beginning is asked for.
  const asked = path.slice(0, longest);
  const [open, close] = quotes.find((pair) => !asked.includes(pair.charAt(1))) ?? '""';
  return `folder:${open}${asked}${close}`;
}
