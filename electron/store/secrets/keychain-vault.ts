import { AppError } from '../../../shared/errors.ts';
import type { Notice } from '../../../shared/model/app-info.ts';
import { type Place, placeKey } from '../../../shared/model/place.ts';
import { type JsonDocument, openDocument } from '../documents/document.ts';
import { type Cipher, seal, unseal } from './cipher.ts';
import { sealExposedAnew } from './exposed-secrets.ts';
import { type Secret, type Secrets, secretsFormat } from './secrets-file.ts';
import { enteredForElsewhere, type KeepingVault, type KeptSecret, keptOf } from './vault.ts';

/**
 * Passwords encrypted by the operating system's keychain, in `secrets.json`. The notices tell of a damaged file, and of passwords that
 * everybody could have read.
 */
export async function openKeychainVault(
  directory: string,
  cipher: Cipher,
): Promise<KeepingVault & { readonly notices: readonly Notice[] }> {
  const document = await openDocument(directory, secretsFormat);
  const exposed = await sealExposedAnew(directory, document, cipher);
  /** For as long as the file cannot be written. */
  const adopted = new Map<string, string>();
  const replace = async (added: readonly KeptSecret[], gone: readonly string[]): Promise<void> => {
    const sealed = await Promise.all(
      added.map(async ({ id, ...secret }) => [id, await sealKept(cipher, secret)]),
    );
    await document.change((secrets) => ({
      ...without(secrets, gone),
      ...Object.fromEntries(sealed),
    }));
  };
  const setAll: KeepingVault['setAll'] = (added, gone = []) => replace(added.map(keptOf), gone);
  const deleteAll = async (ids: readonly string[]): Promise<void> => {
    await document.change((secrets) => without(secrets, ids));
  };
  const boundTo = (id: string, secret: Secret) => secret.boundTo ?? adopted.get(id);
  const read: KeepingVault['read'] = (ids) =>
    Promise.all(
      ids.flatMap((id) => {
        const secret = document.get()[id];
        return secret === undefined ? [] : readOne(id, secret);
      }),
    );
  const readOne = async (id: string, secret: Secret): Promise<KeptSecret> => {
    const { password, boundTo: sealedFor } = await unseal(cipher, secret.sealed);
    return {
      id,
      password,
      boundTo: sealedFor ?? boundTo(id, secret) ?? null,
      stock: secret.stock ?? false,
      from: secret.from,
    };
  };
  return {
    keeps: true,
    get isEmpty() {
      return Object.keys(document.get()).length === 0;
    },
    notices: [...document.notices, ...exposed],
    state(id, place) {
      const secret = document.get()[id];
      if (secret === undefined) return 'none';
      return boundTo(id, secret) === placeKey(place) ? 'here' : 'elsewhere';
    },
    from: (id) => document.get()[id]?.from ?? null,
    async get(id, place) {
      const secret = document.get()[id];
      if (secret === undefined) return null;
      const key = placeKey(place);
      if (boundTo(id, secret) !== key) throw enteredForElsewhere();
      const found = await unseal(cipher, secret.sealed);
      if (found.boundTo !== null && found.boundTo !== key) throw enteredForElsewhere();
      if (found.stale || secret.stock === null) {
        await renew(document, cipher, { id, secret, password: found.password, place });
      }
      return found.password;
    },
    set: (id, password, place) => setAll([{ id, password, place }]),
    setAll,
    isStock: (id) => document.get()[id]?.stock ?? false,
    delete: (id) => deleteAll([id]),
    deleteAll,
    async adopt(profiles) {
      const unbound = profiles.filter(({ id }) => document.get()[id]?.boundTo === null);
      if (unbound.length === 0) return;
      for (const profile of unbound) adopted.set(profile.id, placeKey(profile));
      await document.change((secrets) => {
        const bound = { ...secrets };
        for (const [id, key] of adopted) {
          const secret = bound[id];
          if (secret?.boundTo === null) bound[id] = { ...secret, boundTo: key };
        }
        return bound;
      });
    },
    kept: () => read(Object.keys(document.get())),
    read,
    putBack: replace,
    take: (secrets) => replace(secrets, []),
    async clear() {
      await document.change((secrets) =>
        Object.keys(secrets).length === 0 ? secrets : secretsFormat.empty,
      );
    },
  };
}

/** Whether the file of the keychain has a password of this profile, for whoever cannot read it. */
export async function isInKeychain(directory: string, id: string): Promise<boolean> {
  const document = await openDocument(directory, secretsFormat);
  document.close();
  return document.get()[id] !== undefined;
}

/** Whether the file of the keychain has any password, for whoever cannot read it. */
export async function isKeychainFilled(directory: string): Promise<boolean> {
  const document = await openDocument(directory, secretsFormat);
  document.close();
  return Object.keys(document.get()).length > 0;
}

/** The same where none of them is there. */
function without(secrets: Secrets, ids: readonly string[]): Secrets {
  const going = new Set(ids);
  const kept = Object.entries(secrets).filter(([id]) => !going.has(id));
  return kept.length === Object.keys(secrets).length ? secrets : Object.fromEntries(kept);
}

async function sealKept(
  cipher: Cipher,
  { password, ...known }: Omit<KeptSecret, 'id'>,
): Promise<Secret> {
  return { sealed: await seal(cipher, { password, boundTo: known.boundTo }), ...known };
}

/** Seals a password anew, unless it was changed meanwhile. What cannot be written now still can at its next reading. */
async function renew(
  document: JsonDocument<Secrets>,
  cipher: Cipher,
  old: { id: string; secret: Secret; password: string; place: Place },
): Promise<void> {
  const { id, secret, password, place } = old;
  try {
    const renewed = await sealKept(cipher, keptOf({ id, password, place, from: secret.from }));
    await document.change((secrets) =>
      secrets[id]?.sealed === secret.sealed ? { ...secrets, [id]: renewed } : secrets,
    );
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}
