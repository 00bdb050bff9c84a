import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type HttpAnswer, says } from '../../http/http.ts';

/** Asks for a token in the way of RFC 6750, in a time that says nothing of it. Null lets in. */
export function bearerGuard(
  token: () => string,
): (request: Pick<IncomingMessage, 'headersDistinct'>) => HttpAnswer | null {
  return ({ headersDistinct }) => {
    const [said = '', ...more] = headersDistinct.authorization ?? [];
    const shown = /^bearer +(\S+)$/i.exec(said)?.[1] ?? '';
    const isRight = timingSafeEqual(digest(shown), digest(token()));
    if (isRight && more.length === 0) return null;
    return {
      ...says(401, 'This is read with a bearer token.'),
      headers: { 'WWW-Authenticate': 'Bearer realm="metrics"' },
    };
  };
}

/** Of the same length whatever it is of. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
