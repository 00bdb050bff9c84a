import {
  longestWindowAddress,
  parseWindowAddress,
  type WindowAddress,
  writeWindowAddress,
} from './window-address.ts';

/** The scheme of links into the desktop app, as the operating system knows it. */
export const linkScheme = 'spcp-console';

/** A link is at most so long, characters. */
export const longestLink = longestWindowAddress;

/**
 * Every form of a link, by its first word, and the page that it opens. A link opens a page and does nothing: the one that is about a change opens
 * the form of a plan, which asks for everything else.
 */
const forms = {
  fleet: '/',
  wall: '/wall',
  proxy: '/proxies/$id',
  compare: '/compare',
  alerts: '/alerts',
  plan: '/plans/$id',
  change: '/plans/new',
} as const;

const shape = /^spcp-console:\/\/([a-z]{1,10})(?:\/([0-9a-f-]{36})?)?(?:\?([!-~]*))?$/i;

/** The address that a link leads to; null for what is no link of a known form, whole and in every value. */
export function parseLink(text: string): WindowAddress | null {
  if (text.length > longestLink) return null;
  const [, word = '', id = '', search = ''] = shape.exec(text) ?? [];
  const name = word.toLowerCase();
  if (!isForm(name)) return null;
  const path: string = forms[name];
  if (path.includes('$id') !== (id !== '')) return null;
  const target = path.replace('$id', id.toLowerCase());
  return parseWindowAddress(search === '' ? target : `${target}?${search}`);
}

/** Whether a text, such as an argument of a command line, is meant as a link, good or bad. */
export function isLinkLike(text: string): boolean {
  return text.slice(0, linkScheme.length + 1).toLowerCase() === `${linkScheme}:`;
}

/** The link that leads to an address; null where no form does. */
export function linkTo(address: WindowAddress): string | null {
  const { id } = address;
  const [path = '', search] = writeWindowAddress(address).split('?');
  const plain = id === null ? path : path.replace(id, '$id');
  const [form] = Object.entries(forms).find(([, known]) => known === plain) ?? [];
  if (form === undefined) return null;
  const link = `${linkScheme}://${form}${id === null ? '' : `/${id}`}`;
  return search === undefined ? link : `${link}?${search}`;
}

function isForm(name: string): name is keyof typeof forms {
  return Object.hasOwn(forms, name);
}
