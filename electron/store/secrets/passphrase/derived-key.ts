import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { deriveBytes } from '../../../base/derivation.ts';

const megabyte = 2 ** 20;
/** What a file may ask for: one that somebody wrote must not take all memory, or minutes. */
const mostMemory = 256 * megabyte;

/** A power of two below 2^(128·r/8), else scrypt is not defined (RFC 7914). */
const isPossible = (N: number, r: number): boolean =>
  Number.isInteger(Math.log2(N)) && Math.log2(N) < 16 * r;

/** How a key is made of a passphrase (RFC 7914): 128·N·r bytes of memory. */
export const kdfSchema = z
  .object({
    name: z.literal('scrypt'),
    N: z
      .int()
      .min(2 ** 14)
      .max(2 ** 20),
    r: z.int().min(1).max(32),
    p: z.int().min(1).max(4),
    /** At least 16 bytes. */
    salt: z.base64().min(24).max(128),
  })
  .refine(({ N, r }) => isPossible(N, r) && 128 * N * r <= mostMemory);
export type Kdf = z.infer<typeof kdfSchema>;

/** Parameters as they are chosen today (128 MiB, about half a second), with a new salt. */
export function newKdf(): Kdf {
  return { name: 'scrypt', N: 2 ** 17, r: 8, p: 1, salt: randomBytes(32).toString('base64') };
}

/** A key of 32 bytes. */
export function deriveKey(passphrase: string, { N, r, p, salt }: Kdf): Promise<Buffer> {
  const maxmem = 128 * N * r + 32 * megabyte;
  return deriveBytes(passphrase, Buffer.from(salt, 'base64'), 32, { N, r, p, maxmem });
}
