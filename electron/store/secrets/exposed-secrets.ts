import { join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import type { Notice } from '../../../shared/model/app-info.ts';
import { type JsonDocument, openDocument } from '../documents/document.ts';
import { notice, storageNotice } from '../notice.ts';
import { type Cipher, isExposed, seal, unseal } from './cipher.ts';
import { type Secret, type Secrets, secretsFormat } from './secrets-file.ts';

/**
 * Passwords that lie in the file under a key that everybody knows, as Chromium took for those without a keyring, are as good as in the
 * clear. Seals them with the key of the keychain; those that cannot be read are removed. Answers what to tell the user.
 */
export async function sealExposedAnew(
  directory: string,
  document: JsonDocument<Secrets>,
  cipher: Cipher,
): Promise<readonly Notice[]> {
  const anew = new Map<string, Secret | null>();
  for (const [id, secret] of exposedIn(document.get(), cipher)) {
    anew.set(id, await sealedAnew(cipher, secret));
  }
  return replace(directory, document, anew);
}

/** Where no keychain can be used: removes those passwords from the file. Never throws for what the file is. */
export async function removeExposed(
  directory: string,
  cipher: Pick<Cipher, 'isExposed'>,
): Promise<readonly Notice[]> {
  const document = await openDocument(directory, secretsFormat);
  const exposed = exposedIn(document.get(), cipher);
  const gone = new Map(exposed.map(([id]) => [id, null]));
  const told = await replace(directory, document, gone);
  document.close();
  return [...document.notices, ...told];
}

function exposedIn(secrets: Secrets, cipher: Pick<Cipher, 'isExposed'>): [string, Secret][] {
  return Object.entries(secrets).filter(([, { sealed }]) => isExposed(cipher, sealed));
}

/** Null where it cannot be read, or not be sealed. */
async function sealedAnew(cipher: Cipher, secret: Secret): Promise<Secret | null> {
  try {
    return { ...secret, sealed: await seal(cipher, await unseal(cipher, secret.sealed)) };
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** Puts these in the place of what is there; null removes. */
async function replace(
  directory: string,
  document: JsonDocument<Secrets>,
  anew: ReadonlyMap<string, Secret | null>,
): Promise<readonly Notice[]> {
  if (anew.size === 0) return [];
  const path = join(directory, secretsFormat.file);
  try {
    await document.change((secrets) => {
      const present = Object.entries(secrets).map(([id, secret]) => [id, anew.get(id) ?? secret]);
      return Object.fromEntries(present.filter(([id]) => anew.get(String(id)) !== null));
    });
  } catch (error) {
    return [storageNotice(error, path)];
  }
  const removed = [...anew.values()].filter((secret) => secret === null).length;
  return [
    notice('passwords-exposed', { file: secretsFormat.file, sealed: anew.size - removed, removed }),
  ];
}
