import { hostSchema } from './host-schema.ts';

interface Parsed {
  readonly protocol: string;
  readonly hostname: string;
  readonly username: string;
  readonly password: string;
  readonly search: string;
  readonly hash: string;
}

/** Part of every JavaScript engine with a web or a Node around it; the language's own library does not have it. */
declare const URL: { new (text: string): Parsed; canParse(text: string): boolean };

/** Whether the app may be told to go there: by https, or by http on this machine; without a name or a password in it. */
export function isWebAddress(text: string): boolean {
  return isHttpAddress(text) && isPrivateWay(text);
}

/** Whether an HTTP API may begin there: by https or http, with neither a name or a password nor anything behind its path. */
export function isApiAddress(text: string): boolean {
  if (!isHttpAddress(text)) return false;
  const { search, hash } = new URL(text);
  return search === '' && hash === '';
}

/** Whether nobody on the way reads what is sent to an address: by https, or by http on this machine. */
export function isPrivateWay(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  if (protocol === 'https:') return true;
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

function isHttpAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== '' || password !== '') return false;
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  return hostSchema.safeParse(unbracketed(hostname)).success;
}

/** A host of a URL as a profile has one: without the brackets of an IPv6 address. */
export function unbracketed(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '');
}
