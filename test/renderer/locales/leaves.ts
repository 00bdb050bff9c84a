/** Every text by its path, `errors.refused.message.0`. */
export function leaves(tree: unknown, path = ''): Map<string, string> {
  if (typeof tree === 'string') return new Map([[path, tree]]);
  const found = new Map<string, string>();
  if (typeof tree !== 'object' || tree === null) throw new Error(`${path} is no text`);
  for (const [key, branch] of Object.entries(tree)) {
    for (const [leaf, text] of leaves(branch, path === '' ? key : `${path}.${key}`)) {
      found.set(leaf, text);
    }
  }
  return found;
}

/** The names between double braces, each once, sorted. */
export function placeholdersOf(text: string): readonly string[] {
  const names = [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((match) => match[1] ?? '');
  return [...new Set(names)].sort();
}
