import type { SafeStorage } from 'electron';
import type { Notice } from '../../shared/model/app-info.ts';
import {
  type Cipher,
  createSessionVault,
  openKeychainVault,
  type SecretVault,
} from '../store/secrets/secrets.ts';
import type { Texts } from './texts.ts';

/** What the operating systems call the store that Electron's `safeStorage` takes there. */
const backends: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Keychain',
  win32: 'DPAPI',
};

/**
 * The vault on the operating system's keychain, or, where that would keep passwords in the clear or cannot be used, one that forgets
 * them and says why. To be called when the app is ready, since the backend is not known before.
 */
export async function openVault(
  directory: string,
  safeStorage: SafeStorage,
  texts: Texts,
  platform: NodeJS.Platform = process.platform,
): Promise<SecretVault & { readonly notices?: readonly Notice[] }> {
  const backend =
    platform === 'linux'
      ? safeStorage.getSelectedStorageBackend()
      : (backends[platform] ?? platform);
  if (backend === 'basic_text') return createSessionVault(texts.plainTextKeychain);
  if (!(await safeStorage.isAsyncEncryptionAvailable()))
    return createSessionVault(texts.noKeychain);
  const cipher: Cipher = {
    backend,
    encrypt: (text) => safeStorage.encryptStringAsync(text),
    decrypt: async (bytes) => (await safeStorage.decryptStringAsync(Buffer.from(bytes))).result,
  };
  return openKeychainVault(directory, cipher);
}
