/** As it is kept: composed (NFC), with one plain space wherever there is space of any kind, and none around it. */
export function tidyName(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Zs}\t\r\n]+/gu, ' ')
    .replace(/^ | $/g, '');
}

/** A folder path as it is kept: each part is a name, and none is empty. */
export function tidyFolder(text: string): string {
  return text.split('/').map(tidyName).filter(Boolean).join('/');
}

/** Characters of a folder path. */
export const longestFolder = 200;

/** Tags as they are kept: each is a name, each once, with a comma and a space between two. */
export function tidyTags(text: string): string {
  const tags = new Map(tagsIn(text).map((tag) => [nameKey(tag), tag]));
  return [...tags.values()].join(', ');
}

/** The tags of such a text. */
export function tagsIn(text: string): readonly string[] {
  return text.split(',').map(tidyName).filter(Boolean);
}

/** Tags after some were taken away and others added; each as it was written first. */
export function editedTags(tags: string, added: string, removed: string): string {
  const going = new Set(tagsIn(removed).map(nameKey));
  const staying = tagsIn(tags).filter((tag) => !going.has(nameKey(tag)));
  return [...staying, ...tagsIn(added)].join(', ');
}

/** Neither case, nor accents that are composed in another way, nor the width of letters, nor what cannot be seen tells two names apart. */
export function nameKey(name: string): string {
  return tidyName(
    name
      .normalize('NFKC')
      .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
      // By way of the capitals, in which ß is SS and both forms of the small sigma are one.
      .toUpperCase()
      .toLowerCase()
      .replaceAll('ς', 'σ'),
  );
}

/** Whether people read the same name. */
export function isSameName(a: string, b: string): boolean {
  return nameKey(a) === nameKey(b);
}
