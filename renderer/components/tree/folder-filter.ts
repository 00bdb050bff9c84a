/** What filters can be put in quotes by. */
const quotes = ['""', '“”', '«»'] as const;

/** The filter of the board that shows what lies in a folder. */
export function folderFilter(path: string): string {
  return `folder:${inQuotes(path)}`;
}

/** The filter that shows the profiles of a class, by its name. */
export function classFilter(name: string): string {
  return `class:${inQuotes(name)}`;
}

function inQuotes(value: string): string {
  const [open, close] = quotes.find((pair) => !value.includes(pair.charAt(1))) ?? '""';
  return `${open}${value}${close}`;
}

/** What the operator is called in the languages of the app, with what follows it. */
const byFolder = /(^|\s)(?:folder|carpeta):(?:"[^"]*"?|“[^”]*”?|«[^»]*»?|\S*)/giu;

/** The filter that asks for this folder instead of another; for none where the path is empty. What is excluded stays so. */
export function withFolder(text: string, path: string): string {
  const others = text.replace(byFolder, '$1').replace(/\s+/g, ' ').trim();
  return [others, path === '' ? '' : folderFilter(path)].filter(Boolean).join(' ');
}
