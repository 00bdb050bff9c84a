import { createHash } from 'node:crypto';
import type { Cipher } from '../../../../electron/store/secrets/cipher.ts';
import { openKeychainVault } from '../../../../electron/store/secrets/keychain-vault.ts';
import type { Keychain } from '../../../../electron/store/secrets/vaults.ts';

/** Turns every byte by a stream of its own: what is kept is not what was given, and two processes have the same key. */
export const testCipher: Cipher = {
  backend: 'test',
  encrypt: async (text) => turned(Buffer.from(text, 'utf8')),
  decrypt: async (bytes) => ({ text: turned(bytes).toString('utf8'), stale: false }),
  isExposed: () => false,
};

export async function testKeychain(directory: string): Promise<Keychain> {
  const vault = await openKeychainVault(directory, testCipher);
  return { backend: testCipher.backend, refused: null, vault, notices: vault.notices };
}

function turned(bytes: Uint8Array): Buffer {
  return Buffer.from(
    bytes.map((byte, index) => byte ^ (createHash('sha256').update(`${index}`).digest()[0] ?? 0)),
  );
}
