import { constants, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../../shared/errors.ts';
import type { Notice } from '../../../../shared/model/app-info.ts';
import { type Place, placeKey } from '../../../../shared/model/place.ts';
import { createTopic } from '../../../base/topic.ts';
import { openDocument } from '../../documents/document.ts';
import { timeInName } from '../../files/atomic-file.ts';
import { enteredForElsewhere, type KeepingVault, type KeptSecret, keptOf } from '../vault.ts';
import { type PassphraseFile, passphraseFormat, type SealedSecret } from './passphrase-file.ts';
import { openBytes, sealBytes } from './sealed.ts';
import { createKey, unwrapKey, wrapKey } from './wrapped-key.ts';

/**
 * Passwords under a passphrase, in `secrets-passphrase.json`. The key is in memory from the unlock to the lock, and overwritten then. What it
 * knows of passwords without reading them it answers while it is locked, too.
 */
export interface PassphraseVault extends KeepingVault {
  readonly notices: readonly Notice[];
  /** Whether a passphrase was chosen, and its file can be read. */
  readonly isSet: boolean;
  readonly isLocked: boolean;
  /** Throws `wrong-passphrase`, `vault-damaged`, and `vault-locked` where it was locked meanwhile. */
  unlock(passphrase: string): Promise<void>;
  /** Holds for what is being opened at this moment, too. */
  lock(): void;
  /** Throws `wrong-passphrase`, `vault-damaged`; needs no unlock, and is unlocked after it, unless it was locked meanwhile. */
  changePassphrase(old: string, next: string): Promise<void>;
  /** A new passphrase with a new key, and these passwords in the place of all that was kept; unlocked, unless it was locked meanwhile. Throws `storage-full`, `storage-failed`. */
  create(passphrase: string, secrets: readonly KeptSecret[]): Promise<void>;
  /** Nothing is kept any more, and no passphrase is set; what was is in a file beside it. Answers its path, null where none was set. */
  setAside(): Promise<string | null>;
  /** After every change of what is kept or of the lock. Listeners must not throw. Returns unsubscribing. */
  onChange(listener: () => void): () => void;
  close(): void;
}

export async function openPassphraseVault(directory: string): Promise<PassphraseVault> {
  const document = await openDocument(directory, passphraseFormat, { watch: true });
  const changed = createTopic<void>();
  /** `of` is the id of the file's key that it is. */
  let open: { readonly key: Buffer; readonly of: string } | null = null;

  /** A key takes half a second to make: one that was begun before the last lock is not held. */
  let locks = 0;

  /** Whether it is held; else it is overwritten. `since`: the count of locks when it was begun. */
  const hold = (key: Buffer, of: string, since: number): boolean => {
    if (since !== locks || document.get().key?.id !== of) {
      key.fill(0);
      return false;
    }
    open?.key.fill(0);
    open = { key, of };
    changed.publish();
    return true;
  };
  const letGo = (): void => {
    if (open === null) return;
    open.key.fill(0);
    open = null;
    changed.publish();
  };
  const lock = (): void => {
    locks++;
    letGo();
  };
  const requireOpen = (): { readonly key: Buffer; readonly of: string } => {
    if (open !== null) return open;
    throw new AppError('vault-locked', { case: 'app' });
  };
  const damaged = (entry?: string): AppError => {
    const file = join(directory, passphraseFormat.file);
    if (entry === undefined) return new AppError('vault-damaged', { case: 'file', file });
    return new AppError('vault-damaged', { case: 'entry', file, entry });
  };
  const requireKey = (file: PassphraseFile) => {
    if (file.key === null) throw damaged();
    return file.key;
  };
  const read = (id: string, secret: SealedSecret): string => {
    const bytes = openBytes(requireOpen().key, secret.sealed, boundOf(id, secret));
    if (bytes === null) throw damaged(id);
    const password = bytes.toString('utf8');
    bytes.fill(0);
    return password;
  };
  const replace = async (added: readonly KeptSecret[], gone: readonly string[]): Promise<void> => {
    // To delete takes no key.
    if (added.length === 0) return deleteAll(gone);
    requireOpen();
    await document.change((file) => {
      const { key, of } = requireOpen();
      // Somebody chose another passphrase anew meanwhile: what is sealed with this key could not be read there.
      if (file.key?.id !== of) throw new AppError('vault-locked', { case: 'app' });
      return { ...file, secrets: { ...without(file, gone), ...sealAll(key, added) } };
    });
  };
  const deleteAll = async (ids: readonly string[]): Promise<void> => {
    await document.change((file) => {
      const kept = without(file, ids);
      return kept === file.secrets ? file : { ...file, secrets: kept };
    });
  };
  const state = (id: string, place: Place) => {
    const secret = document.get().secrets[id];
    if (secret === undefined) return 'none';
    return secret.boundTo === placeKey(place) ? 'here' : 'elsewhere';
  };
  const setAll: PassphraseVault['setAll'] = (added, gone = []) => replace(added.map(keptOf), gone);
  document.onChange(() => {
    if (open !== null && document.get().key?.id !== open.of) letGo();
    else changed.publish();
  });
  const readAll: PassphraseVault['read'] = async (ids) =>
    ids.flatMap((id) => {
      const secret = document.get().secrets[id];
      if (secret === undefined) return [];
      const { boundTo, stock, from } = secret;
      return [{ id, password: read(id, secret), boundTo, stock, from }];
    });
  return {
    keeps: true,
    get isEmpty() {
      return document.get().key === null;
    },
    notices: document.notices,
    get isSet() {
      return document.get().key !== null;
    },
    get isLocked() {
      return open === null;
    },
    async unlock(passphrase) {
      const since = locks;
      const wrapped = requireKey(document.get());
      const key = await unwrapKey(wrapped, passphrase);
      // Another passphrase is in force meanwhile.
      if (document.get().key?.check !== wrapped.check) {
        key.fill(0);
        throw new AppError('wrong-passphrase', {});
      }
      if (!hold(key, wrapped.id, since)) throw new AppError('vault-locked', { case: 'app' });
    },
    lock,
    async changePassphrase(old, next) {
      const since = locks;
      const before = requireKey(document.get());
      const key = await unwrapKey(before, old);
      const wrapped = await wrapKey(key, before.id, next);
      await document.change((file) => {
        // Another passphrase than the one that was typed as the old one is in force meanwhile.
        if (file.key?.check !== before.check) throw new AppError('wrong-passphrase', {});
        return { ...file, key: wrapped };
      });
      hold(key, before.id, since);
    },
    async create(passphrase, secrets) {
      const since = locks;
      const { key, wrapped } = await createKey(passphrase);
      const sealed = sealAll(key, secrets);
      await document.change(() => ({ key: wrapped, secrets: sealed }));
      hold(key, wrapped.id, since);
    },
    state,
    from: (id) => document.get().secrets[id]?.from ?? null,
    async get(id, place) {
      const secret = document.get().secrets[id];
      if (secret === undefined) return null;
      if (secret.boundTo !== placeKey(place)) throw enteredForElsewhere();
      return read(id, secret);
    },
    set: (id, password, place) => setAll([{ id, password, place }]),
    setAll,
    isStock: (id) => document.get().secrets[id]?.stock ?? false,
    delete: (id) => deleteAll([id]),
    deleteAll,
    adopt: async () => {},
    kept: () => readAll(Object.keys(document.get().secrets)),
    read: readAll,
    putBack: replace,
    take: (secrets) => replace(secrets, []),
    async clear() {
      lock();
      await document.change((file) => (file.key === null ? file : passphraseFormat.empty));
    },
    async setAside() {
      lock();
      let kept: string | null = null;
      await document.change((file) => {
        if (file.key === null) return file;
        const path = join(directory, passphraseFormat.file);
        kept = `${path}.${timeInName(Date.now())}.forgotten`;
        copyFileSync(path, kept, constants.COPYFILE_EXCL);
        return passphraseFormat.empty;
      });
      return kept;
    },
    onChange: changed.listen,
    close() {
      lock();
      document.close();
      changed.end();
    },
  };
}

function sealAll(key: Buffer, secrets: readonly KeptSecret[]): PassphraseFile['secrets'] {
  const sealed = secrets.map(({ id, password, ...entry }): [string, SealedSecret] => {
    const bytes = Buffer.from(password, 'utf8');
    const text = sealBytes(key, bytes, boundOf(id, entry));
    bytes.fill(0);
    return [id, { sealed: text, ...entry }];
  });
  return Object.fromEntries(sealed);
}

/** The same where none of them is there. */
function without({ secrets }: PassphraseFile, ids: readonly string[]): PassphraseFile['secrets'] {
  const going = new Set(ids);
  const kept = Object.entries(secrets).filter(([id]) => !going.has(id));
  return kept.length === Object.keys(secrets).length ? secrets : Object.fromEntries(kept);
}

function boundOf(id: string, { boundTo, stock, from }: Omit<SealedSecret, 'sealed'>): string {
  return JSON.stringify([id, boundTo, stock, from]);
}
