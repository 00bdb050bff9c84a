import type * as crypto from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { openSecrets, sealSecrets } from '../../../electron/store/exports/seal-secrets.ts';
import { openPassphraseVault } from '../../../electron/store/secrets/passphrase/passphrase-vault.ts';
import { noSecrets } from '../../../shared/model/sealed-secrets.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';

const running = vi.hoisted(() => ({ now: 0, most: 0, all: 0 }));

vi.mock('node:crypto', async (original) => {
  const own = await original<typeof crypto>();
  const scrypt = (
    password: crypto.BinaryLike,
    salt: crypto.BinaryLike,
    length: number,
    options: crypto.ScryptOptions,
    done: (error: Error | null, key: Buffer) => void,
  ) => {
    running.now++;
    running.all++;
    running.most = Math.max(running.most, running.now);
    own.scrypt(password, salt, length, options, (error, key) => {
      running.now--;
      done(error, key);
    });
  };
  return { ...own, scrypt };
});

it('makes one key at a time, for the vault, for exports and for imports', async () => {
  const vault = await openPassphraseVault(temporaryDirectory());
  await vault.create('a passphrase', []);
  const secrets = noSecrets;
  const sealed = await sealSecrets(secrets, 'a passphrase');
  await Promise.all([
    vault.unlock('a passphrase'),
    sealSecrets(secrets, 'a passphrase'),
    openSecrets(sealed, 'a passphrase'),
    expect(openSecrets(sealed, 'another one')).rejects.toMatchObject({ code: 'export-passphrase' }),
    vault.unlock('a passphrase'),
  ]);
  vault.close();
  expect(running).toEqual({ now: 0, most: 1, all: 7 });
});
