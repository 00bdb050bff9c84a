import { digestOf, newSecret, sameDigest } from '../../base/secret.ts';

/** How long a token may wait to be used, milliseconds. */
export const tokenMs = 15 * 60_000;
/** Tokens that wait at the same time; the oldest goes first. */
const maxTokens = 16;

/** One-time tokens, each of 256 bits and good for one browser. */
export interface Tokens {
  /** `onUsed` is called once the token was used, or was pushed out by newer ones. */
  issue(onUsed?: () => void): string;
  /** Whether the token was issued, not used yet and is not too old. It is used by that. */
  redeem(token: string): boolean;
}

/** `now` in milliseconds, monotonic. */
export function createTokens(now: () => number): Tokens {
  const waiting: { digest: Buffer; until: number; onUsed: (() => void) | undefined }[] = [];
  return {
    issue(onUsed) {
      const token = newSecret();
      waiting.push({ digest: digestOf(token), until: now() + tokenMs, onUsed });
      if (waiting.length > maxTokens) waiting.shift()?.onUsed?.();
      return token;
    },
    redeem(token) {
      const digest = digestOf(token);
      const index = waiting.findIndex((candidate) => sameDigest(candidate.digest, digest));
      const [found] = index < 0 ? [] : waiting.splice(index, 1);
      found?.onUsed?.();
      return found !== undefined && found.until > now();
    },
  };
}
