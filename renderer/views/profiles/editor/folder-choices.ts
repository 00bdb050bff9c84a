import { nameKey } from '../../../../shared/model/name.ts';

/** The folders in use and those above them, each once, in the language's order. */
export function foldersOf(
  profiles: readonly { readonly folder: string }[],
  locale: string,
): readonly string[] {
  const all = new Map<string, string>();
  for (const { folder } of profiles) {
    const parts = folder.split('/').filter(Boolean);
    for (let count = 1; count <= parts.length; count++) {
      const path = parts.slice(0, count).join('/');
      const key = nameKey(path);
      if (!all.has(key)) all.set(key, path);
    }
  }
  return [...all.values()].sort(new Intl.Collator(locale, { numeric: true }).compare);
}
