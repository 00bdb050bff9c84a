import { hostSchema } from './host-schema.ts';

/** Part of every JavaScript engine with a web or a Node around it; the language's own library does not have it. */
declare const URL: new (text: string) => { readonly hostname: string };

/** What was typed where a host is wanted, put into its fields; null where it says nothing of a field. */
export interface TypedHost {
  readonly host: string;
  readonly port: number | null;
  readonly user: string | null;
}

/** Longer than any host with all that may stand around it. */
const maxTyped = 1000;

/**
 * Takes apart what people paste where a host is wanted: a scheme and what follows the host in a URL, a user, brackets, a port, spaces, a
 * dot at its end, letters that are no ASCII (they become punycode) or of full width. An IPv6 address keeps its zone, and is written in the
 * one way of RFC 5952. Null where no host is in it; also for a password in it, which has no place there.
 */
export function takeHostApart(typed: string): TypedHost | null {
  if (typed.length > maxTyped) return null;
  const text = typed
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .trim();
  const { authority, user } = authorityOf(text);
  if (user?.includes(':')) return null;
  const { host, port } = splitPort(authority);
  const canonical = canonicalHost(host);
  const number = port === null ? null : Number(port);
  if (canonical === null || number === 0 || (number ?? 0) > 65_535) return null;
  return { host: canonical, port: number, user };
}

function authorityOf(text: string): { readonly authority: string; readonly user: string | null } {
  const [scheme = ''] = /^[A-Za-z][A-Za-z0-9+.-]{0,30}:\/\//.exec(text) ?? [];
  // Without a scheme only the slash at the end belongs to a URL: 10.0.0.0/8 is a network and no host.
  const [authority = ''] =
    scheme === '' ? [text.replace(/\/$/, '')] : text.slice(scheme.length).split(/[/?#]/);
  const at = authority.lastIndexOf('@');
  if (at < 0) return { authority, user: null };
  const user = authority.slice(0, at);
  return { authority: authority.slice(at + 1), user: user === '' ? null : user };
}

function splitPort(text: string): { readonly host: string; readonly port: string | null } {
  const bracketed = /^\[([^\]]*)\](?:\s*:\s*([0-9]{1,5}))?$/.exec(text);
  if (bracketed !== null) return { host: bracketed[1] ?? '', port: bracketed[2] ?? null };
  // Two colons and more are those of an IPv6 address.
  const plain = /^([^:\s]*)(?:\s*:\s*|\s+)([0-9]{1,5})$/.exec(text);
  if (plain !== null) return { host: plain[1] ?? '', port: plain[2] ?? null };
  return { host: text, port: null };
}

/** The one way to write a host; null for what is none. Case counts neither in a name nor in an address, and no dot ends it. */
export function canonicalHost(text: string): string | null {
  const host = text.includes(':') ? canonicalAddress(text) : canonicalName(text);
  // A second dot at the end is no root.
  return hostSchema.safeParse(host).success && !host.endsWith('.') ? host : null;
}

/** A zone is written after `%25` in a URL (RFC 6874). */
function canonicalAddress(text: string): string {
  const [address = '', zone] = text.replace('%25', '%').split('%');
  const written = hostNameOf(`[${address}]`)?.slice(1, -1) ?? address;
  // An IPv4 address in it stays as people read it.
  const host = address.includes('.') ? address.toLowerCase() : written;
  return zone === undefined ? host : `${host}%${zone}`;
}

function canonicalName(text: string): string {
  const name = text.replace(/\.$/, '').toLowerCase();
  return /^[\x20-\x7e]*$/.test(name) ? name : (hostNameOf(name)?.replace(/\.$/, '') ?? name);
}

/** As the engine's own parser of URLs writes it, which knows the rules of international names (UTS 46); null for what is no host. */
function hostNameOf(host: string): string | null {
  try {
    return new URL(`http://${host}/`).hostname;
  } catch {
    // That is how it says that this is none.
    return null;
  }
}
