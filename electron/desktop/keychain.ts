import type { SafeStorage } from 'electron';
import type { VaultRefusal } from '../../shared/model/vault.ts';
import type { Cipher } from '../store/secrets/cipher.ts';
import { removeExposed } from '../store/secrets/exposed-secrets.ts';
import { openKeychainVault } from '../store/secrets/keychain-vault.ts';
import type { Keychain } from '../store/secrets/vaults.ts';

/** What the operating systems call the store that Electron's `safeStorage` takes there. */
const backends: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Keychain',
  win32: 'DPAPI',
};

/**
 * The vault on the operating system's keychain, or why there is none: where that would keep passwords in the clear or cannot be used. To
 * be called when the app is ready, since the backend is not known before.
 */
export async function openKeychain(
  directory: string,
  safeStorage: SafeStorage,
  platform: NodeJS.Platform = process.platform,
): Promise<Keychain> {
  const cipher = cipherOf(safeStorage, platform);
  const { backend } = cipher;
  const refused = await refusal(cipher, safeStorage);
  if (refused !== null) {
    return { backend, refused, vault: null, notices: await removeExposed(directory, cipher) };
  }
  const vault = await openKeychainVault(directory, cipher);
  return { backend, refused, vault, notices: vault.notices };
}

function cipherOf(safeStorage: SafeStorage, platform: NodeJS.Platform): Cipher {
  const linux = platform === 'linux';
  return {
    backend: linux ? safeStorage.getSelectedStorageBackend() : (backends[platform] ?? platform),
    encrypt: (text) => safeStorage.encryptStringAsync(text),
    async decrypt(bytes) {
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(bytes));
      return { text: result, stale: shouldReEncrypt };
    },
    isExposed: (bytes) => linux && !isUnderOwnKey(bytes),
  };
}

/**
 * On Linux Chromium says in the first three bytes which key it took: `v11` one of the keyring, `v12` one of the secret portal. Without
 * either it takes a key that is compiled in, `v10`, and still calls itself available. Elsewhere `v10` is the keychain's own.
 */
function isUnderOwnKey(bytes: Uint8Array): boolean {
  const version = /^v([0-9]{2})$/.exec(Buffer.from(bytes.subarray(0, 3)).toString('latin1'));
  return Number(version?.[1] ?? 0) > 10;
}

/** Why this keychain is not to be used, null where it may be. The backend's name only tells what the desktop would have, so what it does is tried. */
async function refusal(cipher: Cipher, safeStorage: SafeStorage): Promise<VaultRefusal | null> {
  const { backend } = cipher;
  if (backend === 'basic_text' || backend === 'unknown') return 'plain-text';
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return 'no-keychain';
  // A keychain that fails is one that cannot be used; its error may say anything, and nobody could act on it.
  const probe = await cipher.encrypt('probe').catch(() => null);
  if (probe === null) return 'no-keychain';
  return cipher.isExposed(probe) ? 'exposed' : null;
}
