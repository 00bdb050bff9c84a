/** The folders in use and those above them, each once, in the language's order. */
export function foldersOf(
  profiles: readonly { readonly folder: string }[],
  locale: string,
): readonly string[] {
  const all = new Set<string>();
  for (const { folder } of profiles) {
    const parts = folder.split('/').filter(Boolean);
    for (let count = 1; count <= parts.length; count++) all.add(parts.slice(0, count).join('/'));
  }
  return [...all].sort(new Intl.Collator(locale, { numeric: true }).compare);
}
