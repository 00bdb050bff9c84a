import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** Nonce, cipher text and tag of AES-256-GCM, in base64. `bound` is not in it, and has to be the same when it is opened. */
export function sealBytes(key: Uint8Array, bytes: Uint8Array, bound: string): string {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, key, nonce, { authTagLength: tagBytes });
  sealing.setAAD(Buffer.from(bound, 'utf8'));
  const text = Buffer.concat([sealing.update(bytes), sealing.final()]);
  return Buffer.concat([nonce, text, sealing.getAuthTag()]).toString('base64');
}

/** What was sealed under this key and bound to this; null for anything else. */
export function openBytes(key: Uint8Array, sealed: string, bound: string): Buffer | null {
  const whole = Buffer.from(sealed, 'base64');
  if (whole.length < nonceBytes + tagBytes) return null;
  const opening = createDecipheriv(cipher, key, whole.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  opening.setAAD(Buffer.from(bound, 'utf8'));
  opening.setAuthTag(whole.subarray(-tagBytes));
  const text = opening.update(whole.subarray(nonceBytes, -tagBytes));
  try {
    return Buffer.concat([text, opening.final()]);
  } catch {
    // The only thing that it can say: the tag does not fit.
    text.fill(0);
    return null;
  }
}
