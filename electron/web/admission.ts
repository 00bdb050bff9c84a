import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** How long a token may wait to be used, milliseconds. */
export const tokenMs = 15 * 60_000;
/** Tokens that wait, and browsers that were let in, at the same time; the oldest goes first. */
const maxTokens = 16;
const maxSessions = 64;
const secretBytes = 32;

/** Who may see the app: whoever shows a token that was printed, once, and then the cookie that it was exchanged for. */
export interface Admission {
  /** A new one-time token, 256 bits. */
  issueToken(): string;
  /** Answers the secret of a new session, or null where the token is unknown, used or too old. */
  redeem(token: string): string | null;
  isSession(secret: string): boolean;
}

/** `now` in milliseconds, monotonic. */
export function createAdmission(now: () => number): Admission {
  const tokens: { readonly digest: Buffer; readonly until: number }[] = [];
  const sessions: Buffer[] = [];
  return {
    issueToken() {
      const token = randomBytes(secretBytes).toString('base64url');
      tokens.push({ digest: digestOf(token), until: now() + tokenMs });
      if (tokens.length > maxTokens) tokens.shift();
      return token;
    },
    redeem(token) {
      const digest = digestOf(token);
      const index = tokens.findIndex((candidate) => timingSafeEqual(candidate.digest, digest));
      const [found] = index < 0 ? [] : tokens.splice(index, 1);
      if (found === undefined || found.until <= now()) return null;
      const secret = randomBytes(secretBytes).toString('base64url');
      sessions.push(digestOf(secret));
      if (sessions.length > maxSessions) sessions.shift();
      return secret;
    },
    isSession(secret) {
      const digest = digestOf(secret);
      return sessions.some((candidate) => timingSafeEqual(candidate, digest));
    },
  };
}

/** Of equal length whatever is shown, so that it can be compared in constant time. */
function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
