/** What an address says behind its `?`: texts by name, as they are read; lists where they are written. */
type Search = Readonly<Record<string, unknown>>;

/**
 * Reads `?sort=name&ids=a,b`. Of a name that is given twice the first counts. Never throws: what cannot be decoded stays as it is. The
 * object has no prototype, so that no name means anything but itself.
 */
export function parseSearch(text: string): Record<string, string> {
  const search: Record<string, string> = Object.create(null);
  for (const [name, value] of new URLSearchParams(text)) {
    if (!(name in search)) search[name] = value;
  }
  return search;
}

/** Writes `?sort=name&ids=a,b`, or nothing. What is undefined, or an empty list, is not said. */
export function stringifySearch(search: Search): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    const text = Array.isArray(value) ? joinItems(value.map(String)) : value;
    if (text === undefined || (Array.isArray(value) && value.length === 0)) continue;
    params.append(name, String(text));
  }
  // A comma needs no encoding, and a list is read more easily with it.
  const written = params.toString().replaceAll('%2C', ',');
  return written === '' ? '' : `?${written}`;
}

/** A list as one text. Commas within an item are encoded. */
function joinItems(items: readonly string[]): string {
  return items.map((item) => item.replaceAll('%', '%25').replaceAll(',', '%2C')).join(',');
}

/** The reverse of what a list is written as. */
export function splitItems(text: string): readonly string[] {
  if (text === '') return [];
  return text.split(',').map((item) => item.replaceAll('%2C', ',').replaceAll('%25', '%'));
}
