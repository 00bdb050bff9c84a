import { hiddenIn } from '../model/hidden.ts';
import { profileIdSchema } from '../model/profile.ts';
import { type WindowPage, windowPages } from './window-pages.ts';

/** An address of a window is at most so long, characters: a comparison of a hundred proxies with all that it can say fits. */
export const longestWindowAddress = 6000;

/** Where a window is within the app. */
export interface WindowAddress {
  readonly page: WindowPage;
  /** The identifier in the path; null where the page has none. */
  readonly id: string | null;
  /** What is said behind the `?`, by name. */
  readonly search: ReadonlyMap<string, string>;
}

/** Where a window begins that nobody says otherwise of. */
export const firstAddress = '/';

/** A page as it is without anything said of it; not of a page that has an identifier. */
export function pageAddress(page: WindowPage): WindowAddress {
  return { page, id: null, search: new Map() };
}

const printable = /^[!-~]*$/;

/**
 * Reads an address such as `/compare?ids=a,b`, as a window has it behind its `#`. Null for all that is not exactly one of the app's own: another
 * path, an identifier that is none, a name that the page does not know or that is said twice, anything but printable ASCII.
 */
export function parseWindowAddress(text: string): WindowAddress | null {
  if (text.length > longestWindowAddress || !printable.test(text) || text.includes('#'))
    return null;
  const [path = '', ...rest] = text.split('?');
  if (rest.length > 1) return null;
  const found = pageOfPath(path);
  if (found === null) return null;
  const search = parseSaid(rest[0] ?? '', windowPages[found.page].says);
  if (search === null) return null;
  const address = { ...found, search };
  // Some signs are written longer than they may be read: what is accepted is accepted again as it is written.
  return writeWindowAddress(address).length > longestWindowAddress ? null : address;
}

/** The address as text; what `parseWindowAddress` reads as the same. */
export function writeWindowAddress({ page, id, search }: WindowAddress): string {
  const path = windowPages[page].path.replace('$id', id ?? '');
  const said = [...search].map(([name, value]) => `${name}=${encode(value)}`);
  return said.length === 0 ? path : `${path}?${said.join('&')}`;
}

/** What is said behind a `?`, null where a name is not among `names` or is said twice. */
function parseSaid(text: string, names: readonly string[]): ReadonlyMap<string, string> | null {
  if (text === '') return new Map();
  const said = new Map<string, string>();
  for (const pair of text.split('&')) {
    const [name = '', ...value] = pair.split('=');
    if (!names.includes(name) || said.has(name) || value.length !== 1) return null;
    const decoded = decode(value[0] ?? '');
    if (decoded === null) return null;
    said.set(name, decoded);
  }
  return said;
}

/** As the addresses of the user interface are written. */
function encode(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+')
    .replaceAll('%2C', ',');
}

/** Null where it cannot be decoded, or holds what nobody sees or what changes the direction of the rest. */
function decode(text: string): string | null {
  try {
    const decoded = decodeURIComponent(text.replaceAll('+', ' '));
    return hiddenIn(decoded) === null ? decoded : null;
  } catch {
    return null;
  }
}

function pageOfPath(path: string): Pick<WindowAddress, 'page' | 'id'> | null {
  const parts = path.split('/');
  for (const page of Object.keys(windowPages) as WindowPage[]) {
    const wanted = windowPages[page].path.split('/');
    if (wanted.length !== parts.length) continue;
    if (wanted.every((part, i) => (part === '$id' ? isId(parts[i]) : part === parts[i]))) {
      const at = wanted.indexOf('$id');
      return { page, id: at === -1 ? null : (parts[at] ?? null) };
    }
  }
  return null;
}

function isId(part: string | undefined): boolean {
  return profileIdSchema.safeParse(part).success;
}
