import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const secretBytes = 32;

/** 256 random bits, as text that an address and a header can carry. */
export function newSecret(): string {
  return randomBytes(secretBytes).toString('base64url');
}

/** What is kept of a secret: of equal length whatever is shown, so that two can be compared in constant time. */
export function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

export function sameDigest(one: Buffer, other: Buffer): boolean {
  return timingSafeEqual(one, other);
}
