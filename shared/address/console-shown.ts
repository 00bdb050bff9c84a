/** The ids of saved consoles, as `z.uuid()` takes them; here without the library, since every page reads it before it is drawn. */
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const named = 'console=';

/** Which console a page shows, by what stands behind the `?` of its address; null is that of this machine, undefined where it says what is none. */
export function consoleShown(search: string): string | null | undefined {
  const said = search.replace(/^\?/, '').split('&');
  const pair = said.find((each) => each.startsWith(named));
  if (pair === undefined) return null;
  const id = pair.slice(named.length);
  return uuid.test(id) ? id : undefined;
}

/** What stands behind the `?` for a page to show that console. */
export function searchOfConsole(id: string | null): string {
  return id === null ? '' : `?${named}${id}`;
}
