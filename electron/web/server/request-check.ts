import type { IncomingMessage } from 'node:http';

/** Why a request is turned away before anything else is looked at. */
export type Objection = 'hosts' | 'host' | 'origin';

/**
 * Null for a request that was made to this server by its own name and by its own page. A page of another site that had its name point
 * here (DNS rebinding) shows by the Host header; one that sends here, by the Origin header. `originRequired` where a browser always sends one.
 */
export function objectionTo(
  { headers, headersDistinct }: IncomingMessage,
  port: number,
  originRequired: boolean,
): Objection | null {
  // Node reads the first, and whatever stands in between may have read the other (RFC 9112, section 3.2).
  if ((headersDistinct.host ?? []).length > 1) return 'hosts';
  const host = headers.host?.toLowerCase();
  if (host === undefined || !ownHosts(port).includes(host)) return 'host';
  const { origin } = headers;
  if (origin === undefined) return originRequired ? 'origin' : null;
  return origin.toLowerCase() === `http://${host}` ? null : 'origin';
}

/** What the server is called, as the Host header says it. */
export function ownHosts(port: number): string[] {
  const names = ['127.0.0.1', 'localhost', '[::1]'];
  const withPort = names.map((name) => `${name}:${port}`);
  return port === 80 ? [...names, ...withPort] : withPort;
}

/** What is asked for, or null where that is no address. Two slashes at its start name no other server. */
export function targetOf({ url = '' }: IncomingMessage): URL | null {
  return URL.parse(url.startsWith('/') ? `http://127.0.0.1${url}` : url);
}

/** One cookie's value, or null. */
export function cookieOf({ headers }: IncomingMessage, name: string): string | null {
  for (const pair of (headers.cookie ?? '').split(';')) {
    const [key, ...value] = pair.trim().split('=');
    if (key === name) return value.join('=');
  }
  return null;
}
