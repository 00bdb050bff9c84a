import { hostSchema } from './host-schema.ts';

interface Parsed {
  readonly protocol: string;
  readonly hostname: string;
  readonly username: string;
  readonly password: string;
}

/** Part of every JavaScript engine with a web or a Node around it; the language's own library does not have it. */
declare const URL: { new (text: string): Parsed; canParse(text: string): boolean };

/** Whether the app may be told to go there: by https, or by http on this machine; without a name or a password in it. */
export function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== '' || password !== '') return false;
  if (!hostSchema.safeParse(unbracketed(hostname)).success) return false;
  if (protocol === 'https:') return true;
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return protocol === 'http:' && isHere;
}

/** A host of a URL as a profile has one: without the brackets of an IPv6 address. */
export function unbracketed(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '');
}
