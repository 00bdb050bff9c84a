import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../../../../shared/errors.ts';
import { deriveKey, kdfSchema, newKdf } from './derived-key.ts';
import { openBytes, sealBytes } from './sealed.ts';

const keyBytes = 32;

/**
 * The key that passwords are sealed with, under a key that is made of the passphrase: another passphrase seals 32 bytes anew, and no
 * password. `check` is over all of it, so that a file that is damaged is not taken for a passphrase that is wrong.
 */
const fields = z.object({
  /** Of the key that is wrapped; the same under another passphrase. */
  id: z.uuid(),
  kdf: kdfSchema,
  sealed: z.base64().max(200),
  check: z.string(),
});
export const wrappedKeySchema = fields.refine((wrapped) => wrapped.check === checkOf(wrapped));
export type WrappedKey = z.infer<typeof fields>;

/** A new key, and it under this passphrase. */
export async function createKey(
  passphrase: string,
): Promise<{ readonly key: Buffer; readonly wrapped: WrappedKey }> {
  const key = randomBytes(keyBytes);
  return { key, wrapped: await wrapKey(key, randomUUID(), passphrase) };
}

export async function wrapKey(key: Buffer, id: string, passphrase: string): Promise<WrappedKey> {
  const kdf = newKdf();
  const under = await deriveKey(passphrase, kdf);
  const sealed = sealBytes(under, key, id);
  under.fill(0);
  const wrapped = { id, kdf, sealed };
  return { ...wrapped, check: checkOf(wrapped) };
}

/** Throws `wrong-passphrase`. */
export async function unwrapKey({ id, kdf, sealed }: WrappedKey, passphrase: string) {
  const under = await deriveKey(passphrase, kdf);
  const key = openBytes(under, sealed, id);
  under.fill(0);
  if (key === null || key.length !== keyBytes) throw new AppError('wrong-passphrase', {});
  return key;
}

function checkOf({ id, kdf, sealed }: Omit<WrappedKey, 'check'>): string {
  const { name, N, r, p, salt } = kdf;
  return createHash('sha256')
    .update(JSON.stringify([id, name, N, r, p, salt, sealed]))
    .digest('base64');
}
