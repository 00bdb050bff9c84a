import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import type { Notice, VaultInfo } from '../../../shared/model/app-info.ts';
import { openDocument } from '../documents/document.ts';
import type { Format } from '../documents/format.ts';

/** Where passwords are kept, by profile id. */
export interface SecretVault {
  readonly info: VaultInfo;
  /** Throws `secrets-unavailable` where there is one that cannot be decrypted. */
  get(id: string): Promise<string | null>;
  has(id: string): boolean;
  /** Throws `secrets-unavailable` where it cannot be encrypted, `storage-full`, `storage-failed`; the password before is then still in force. */
  set(id: string, password: string): Promise<void>;
  delete(id: string): Promise<void>;
}

/** What the operating system's keychain offers (Electron's safeStorage in the desktop shell). */
export interface Cipher {
  readonly backend: string;
  encrypt(text: string): Promise<Uint8Array>;
  decrypt(bytes: Uint8Array): Promise<string>;
}

/** Encrypted bytes in base64, by profile id. */
type Secrets = Readonly<Record<string, string>>;

const format: Format<Secrets> = {
  file: 'secrets.json',
  migrations: [],
  // Only what is in force: a password that was deleted does not live on in older copies.
  copies: 1,
  empty: {},
  encode: (secrets) => ({ secrets }),
  decode(content) {
    const entries = z.object({ secrets: z.record(z.string(), z.unknown()) }).parse(content).secrets;
    const secrets: Record<string, string> = {};
    const lost: string[] = [];
    for (const [id, entry] of Object.entries(entries)) {
      const { success, data } = z.base64().min(1).safeParse(entry);
      if (success) secrets[id] = data;
      else lost.push(id);
    }
    return { value: secrets, lost };
  },
  mend(secrets, id, copy) {
    const secret = copy[id];
    return secret === undefined ? null : { ...secrets, [id]: secret };
  },
};

/** In memory until the process ends. `reason` is shown to the user: why nothing is kept. */
export function createSessionVault(reason: string): SecretVault {
  const passwords = new Map<string, string>();
  return {
    info: { kind: 'session', persistent: false, backend: null, reason },
    get: async (id) => passwords.get(id) ?? null,
    has: (id) => passwords.has(id),
    async set(id, password) {
      passwords.set(id, password);
    },
    async delete(id) {
      passwords.delete(id);
    },
  };
}

/** Passwords encrypted by the operating system's keychain, in `secrets.json`. The notices tell of a damaged file. */
export async function openKeychainVault(
  directory: string,
  cipher: Cipher,
): Promise<SecretVault & { readonly notices: readonly Notice[] }> {
  const document = await openDocument(directory, format);
  return {
    info: { kind: 'keychain', persistent: true, backend: cipher.backend, reason: null },
    notices: document.notices,
    async get(id) {
      const secret = document.get()[id];
      return secret === undefined ? null : decrypt(cipher, secret);
    },
    has: (id) => document.get()[id] !== undefined,
    async set(id, password) {
      const secret = await encrypt(cipher, password);
      await document.change((secrets) => ({ ...secrets, [id]: secret }));
    },
    async delete(id) {
      await document.change((secrets) => {
        if (secrets[id] === undefined) return secrets;
        const { [id]: _, ...others } = secrets;
        return others;
      });
    },
  };
}

/** What cannot be read again is not saved. */
async function encrypt(cipher: Cipher, password: string): Promise<string> {
  let readBack: string;
  let secret: string;
  try {
    const bytes = await cipher.encrypt(password);
    secret = Buffer.from(bytes).toString('base64');
    readBack = await cipher.decrypt(bytes);
  } catch {
    throw unavailable(cipher, 'encrypt');
  }
  if (readBack !== password) throw unavailable(cipher, 'encrypt');
  return secret;
}

async function decrypt(cipher: Cipher, secret: string): Promise<string> {
  try {
    return await cipher.decrypt(Buffer.from(secret, 'base64'));
  } catch {
    throw unavailable(cipher, 'decrypt');
  }
}

/** The keychain's own error does not go along: nobody knows what it says. */
function unavailable(cipher: Cipher, step: 'encrypt' | 'decrypt'): AppError {
  const told =
    step === 'encrypt'
      ? 'could not encrypt the password, so it was not saved. Unlock the keychain, then save again.'
      : 'could not decrypt the saved password. Unlock the keychain, or enter the password again in the profile.';
  return new AppError('secrets-unavailable', `The keychain (${cipher.backend}) ${told}`, {
    detail: { backend: cipher.backend, step },
  });
}
