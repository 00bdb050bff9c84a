/** What filters can be put in quotes by. */
const quotes = ['""', '“”', '«»'] as const;

/** The filter of the board that shows what lies in a folder. */
export function folderFilter(path: string): string {
  const [open, close] = quotes.find((pair) => !path.includes(pair.charAt(1))) ?? '""';
  return `folder:${open}${path}${close}`;
}
