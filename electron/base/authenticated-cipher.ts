import { createCipheriv, createDecipheriv } from 'node:crypto';

const cipher = 'aes-256-gcm';
/** Bytes. */
export const nonceLength = 12;
const tagLength = 16;

/** Cipher text and tag of AES-256-GCM. `bound` is not in it, and has to be the same when it is opened; a nonce serves once for a key. */
export function encrypt(
  key: Uint8Array,
  nonce: Uint8Array,
  bytes: Uint8Array,
  bound: Uint8Array,
): Buffer {
  const sealing = createCipheriv(cipher, key, nonce, { authTagLength: tagLength });
  sealing.setAAD(bound);
  return Buffer.concat([sealing.update(bytes), sealing.final(), sealing.getAuthTag()]);
}

/** What was encrypted with these; null for anything else, of which nothing stays in memory. */
export function decrypt(
  key: Uint8Array,
  nonce: Uint8Array,
  sealed: Uint8Array,
  bound: Uint8Array,
): Buffer | null {
  if (nonce.length !== nonceLength || sealed.length < tagLength) return null;
  const opening = createDecipheriv(cipher, key, nonce, { authTagLength: tagLength });
  opening.setAAD(bound);
  opening.setAuthTag(sealed.subarray(-tagLength));
  const text = opening.update(sealed.subarray(0, -tagLength));
  try {
    return Buffer.concat([text, opening.final()]);
  } catch {
    // The only thing that it can say: the tag does not fit.
    text.fill(0);
    return null;
  }
}
