import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Cipher } from '../../../../electron/store/secrets/cipher.ts';

/** A keychain that a test locks, rotates, or takes away. */
export interface Keychain extends Cipher {
  locked: boolean;
  /** Takes a new key; the old one still decrypts. */
  rotate(): void;
  /** From now on the key is one that everybody knows. */
  exposed: boolean;
}

const knownKey = Buffer.alloc(32);

/** Encrypts for real, with keys that are in memory as an unlocked keychain's are. The first byte says which: 0 for the one that everybody knows. */
export function keychain(): Keychain {
  const keys = [knownKey, randomBytes(32)];
  const chain: Keychain = {
    backend: 'gnome_libsecret',
    locked: false,
    exposed: false,
    rotate: () => void keys.push(randomBytes(32)),
    async encrypt(text) {
      if (chain.locked) throw new Error(`cannot encrypt ${text}`);
      const number = chain.exposed ? 0 : keys.length - 1;
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', keys[number] ?? knownKey, iv);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.of(number), iv, cipher.getAuthTag(), sealed]);
    },
    async decrypt(bytes) {
      if (chain.locked) throw new Error('the keychain is locked');
      const number = bytes[0] ?? 0;
      const key = keys[number];
      if (key === undefined) throw new Error('no such key');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 13));
      decipher.setAuthTag(bytes.subarray(13, 29));
      const text = decipher.update(bytes.subarray(29), undefined, 'utf8') + decipher.final('utf8');
      return { text, stale: number !== keys.length - 1 };
    },
    isExposed: (bytes) => bytes[0] === 0,
  };
  return chain;
}
