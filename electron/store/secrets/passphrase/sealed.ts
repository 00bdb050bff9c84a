import { randomBytes } from 'node:crypto';
import { decrypt, encrypt, nonceLength } from '../../../base/authenticated-cipher.ts';

/** Nonce, cipher text and tag of AES-256-GCM, in base64. `bound` is not in it, and has to be the same when it is opened. */
export function sealBytes(key: Uint8Array, bytes: Uint8Array, bound: string): string {
  const nonce = randomBytes(nonceLength);
  const sealed = encrypt(key, nonce, bytes, Buffer.from(bound, 'utf8'));
  return Buffer.concat([nonce, sealed]).toString('base64');
}

/** What was sealed under this key and bound to this; null for anything else. */
export function openBytes(key: Uint8Array, sealed: string, bound: string): Buffer | null {
  const whole = Buffer.from(sealed, 'base64');
  const nonce = whole.subarray(0, nonceLength);
  return decrypt(key, nonce, whole.subarray(nonceLength), Buffer.from(bound, 'utf8'));
}
