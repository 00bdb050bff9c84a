import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { namingDamage } from '../../../../../electron/store/secrets/named-damage.ts';
import {
  openPassphraseVault,
  type PassphraseVault,
} from '../../../../../electron/store/secrets/passphrase/passphrase-vault.ts';
import { placeKey, placeSchema } from '../../../../../shared/model/place.ts';
import { temporaryDirectory } from '../../temporary-directory.ts';

const passphrase = 'correct horse battery';
const place = placeSchema.parse({ host: 'proxy.example', user: 'admin' });
let directory: string;
let file: string;

beforeEach(() => {
  directory = temporaryDirectory();
  file = join(directory, 'secrets-passphrase.json');
});

async function open(): Promise<PassphraseVault> {
  const vault = await openPassphraseVault(directory);
  onTestFinished(vault.close);
  return vault;
}

async function filled(): Promise<PassphraseVault> {
  const vault = await open();
  await vault.create(passphrase, []);
  await vault.setAll([
    { id: 'one', password: 'opensesame', place },
    { id: 'two', password: 'admin', place },
  ]);
  return vault;
}

type Content = {
  key: {
    id: string;
    kdf: { name: string; N: number; r: number; p: number; salt: string };
    sealed: string;
    check: string;
  };
  secrets: Record<string, object>;
};

/** Edits the file as somebody could, and its copies with it. */
function tamper(edit: (content: Content) => void): void {
  const content = JSON.parse(readFileSync(file, 'utf8'));
  edit(content);
  for (const name of readdirSync(directory).filter((each) => each.endsWith('.copy'))) {
    rmSync(join(directory, name));
  }
  writeFileSync(file, JSON.stringify(content));
}

describe('the passphrase vault', () => {
  it('is locked when it is opened, knows what is in it, and gives nothing out before the unlock', async () => {
    (await filled()).close();
    const vault = await open();
    expect(vault.isLocked).toBe(true);
    expect(vault.state('one', place)).toBe('here');
    expect(vault.state('one', { ...place, port: 1 })).toBe('elsewhere');
    expect(vault.state('three', place)).toBe('none');
    expect([vault.isStock('one'), vault.isStock('two')]).toEqual([false, true]);
    await expect(vault.get('one', place)).rejects.toMatchObject({ code: 'vault-locked' });
    expect(await vault.get('three', place)).toBeNull();
    await expect(vault.set('one', 'x', place)).rejects.toMatchObject({ code: 'vault-locked' });
    await vault.unlock(passphrase);
    expect(await vault.get('one', place)).toBe('opensesame');
    vault.lock();
    await expect(vault.get('one', place)).rejects.toMatchObject({ code: 'vault-locked' });
  });

  it('has neither a password nor the passphrase in any file, and other bytes each time', async () => {
    await filled();
    const text = readdirSync(directory)
      .map((name) => readFileSync(join(directory, name), 'latin1'))
      .join('\n');
    for (const secret of ['opensesame', passphrase]) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(Buffer.from(secret).toString('base64'));
    }
    const { secrets } = JSON.parse(readFileSync(file, 'utf8'));
    expect(secrets.one.sealed).not.toBe(secrets.two.sealed);
  });

  it('deletes while it is locked', async () => {
    const vault = await filled();
    vault.lock();
    await vault.deleteAll(['one']);
    expect(vault.state('one', place)).toBe('none');
    expect(vault.state('two', place)).toBe('here');
  });

  it('takes a passphrase however its letters are composed, and no other', async () => {
    const vault = await open();
    await vault.create('contraseña', []);
    vault.lock();
    await expect(vault.unlock('contrasena')).rejects.toMatchObject({ code: 'wrong-passphrase' });
    expect(vault.isLocked).toBe(true);
    await vault.unlock('contrasen\u0303a');
    expect(vault.isLocked).toBe(false);
  });

  it('stays locked where it is locked while a key is made', async () => {
    const vault = await filled();
    vault.lock();
    const unlocking = vault.unlock(passphrase);
    vault.lock();
    await expect(unlocking).rejects.toMatchObject({ code: 'vault-locked' });
    expect(vault.isLocked).toBe(true);
    await vault.unlock(passphrase);
    const changing = vault.changePassphrase(passphrase, 'another one');
    vault.lock();
    await changing;
    expect(vault.isLocked).toBe(true);
    const creating = vault.create('a third one', []);
    vault.lock();
    await creating;
    expect(vault.isLocked).toBe(true);
    await vault.unlock('a third one');
    expect(vault.isLocked).toBe(false);
  });

  it('is not unlocked by a passphrase that was replaced while its key was made', async () => {
    const vault = await filled();
    const creating = vault.create('a third one', [
      { id: 'one', password: 'other', boundTo: placeKey(place), stock: false, from: null },
    ]);
    const unlocking = vault.unlock(passphrase);
    await creating;
    await expect(unlocking).rejects.toMatchObject({ code: 'wrong-passphrase' });
    expect(await vault.get('one', place)).toBe('other');
  });

  it('changes its passphrase without sealing a password anew, and asks for the old one', async () => {
    const vault = await filled();
    const before = JSON.parse(readFileSync(file, 'utf8'));
    await expect(vault.changePassphrase('not this', 'another one')).rejects.toMatchObject({
      code: 'wrong-passphrase',
    });
    await vault.changePassphrase(passphrase, 'another one');
    const after = JSON.parse(readFileSync(file, 'utf8'));
    expect(after.secrets).toEqual(before.secrets);
    expect(after.key.kdf.salt).not.toBe(before.key.kdf.salt);
    vault.lock();
    await expect(vault.unlock(passphrase)).rejects.toMatchObject({ code: 'wrong-passphrase' });
    await vault.unlock('another one');
    expect(await vault.get('one', place)).toBe('opensesame');
  });

  it('tells a file that is damaged from a passphrase that is wrong', async () => {
    (await filled()).close();
    tamper(({ key }) => {
      key.sealed = `A${key.sealed.slice(1)}`;
    });
    const vault = await open();
    expect(vault.notices).toMatchObject([{ code: 'file-damaged' }]);
    await expect(vault.unlock(passphrase)).rejects.toMatchObject({
      code: 'vault-damaged',
      detail: { file },
    });
  });

  it('comes back from its copy where the file alone is damaged', async () => {
    (await filled()).close();
    writeFileSync(file, '{');
    const vault = await open();
    expect(vault.notices).toMatchObject([{ code: 'file-restored' }]);
    await vault.unlock(passphrase);
    expect(await vault.get('one', place)).toBe('opensesame');
  });

  it.each([
    [
      'exchanged with another',
      (secrets: Content['secrets']) => ({ one: secrets.two, two: secrets.one }),
    ],
    [
      'bound to another place',
      (secrets: Content['secrets']) => ({
        one: {
          ...secrets.one,
          boundTo: JSON.stringify(['admin', 'evil.example', 9090, 'auto', 9899]),
        },
      }),
    ],
    [
      'called the stock one',
      (secrets: Content['secrets']) => ({ one: { ...secrets.one, stock: true } }),
    ],
  ])('gives out no password that was %s by whoever can write the file', async (_, edit) => {
    (await filled()).close();
    tamper((content) => {
      Object.assign(content.secrets, edit(content.secrets));
    });
    const vault = await open();
    await vault.unlock(passphrase);
    for (const host of ['proxy.example', 'evil.example']) {
      const got = vault.get('one', { ...place, host });
      await expect(got).rejects.toMatchObject({
        code: expect.stringMatching(/^(vault-damaged|password-needed-again)$/),
      });
    }
    const { secrets } = JSON.parse(readFileSync(file, 'utf8'));
    expect(Object.keys(secrets)).toEqual(['one', 'two']);
  });

  it('says which password it is that is damaged, and goes on once that was entered anew', async () => {
    (await filled()).close();
    tamper((content) => {
      Object.assign(content.secrets.one ?? {}, { stock: true });
    });
    const vault = await open();
    await vault.unlock(passphrase);
    const named = namingDamage(
      (id) => (id === 'one' ? 'Madrid' : undefined),
      () => vault.kept(),
    );
    await expect(named).rejects.toMatchObject({
      code: 'vault-damaged',
      detail: { file, entry: 'Madrid' },
    });
    await vault.set('one', 'entered anew', place);
    expect(await vault.kept()).toHaveLength(2);
  });

  it.each([
    ['all memory', { N: 2 ** 30 }],
    ['what scrypt is not defined for', { N: 2 ** 17, r: 1 }],
  ])('does not follow a file that asks for %s', async (_, asked) => {
    (await filled()).close();
    tamper(({ key }) => {
      Object.assign(key.kdf, asked);
      // As whoever wants it to look whole would write it.
      const { name, N, r, p, salt } = key.kdf;
      key.check = createHash('sha256')
        .update(JSON.stringify([key.id, name, N, r, p, salt, key.sealed]))
        .digest('base64');
    });
    const vault = await open();
    await expect(vault.unlock(passphrase)).rejects.toMatchObject({ code: 'vault-damaged' });
  });

  it('is locked by a passphrase that another process chose anew, and not by one that it changed', async () => {
    const vault = await filled();
    const other = await open();
    await other.changePassphrase(passphrase, 'another one');
    await other.set('three', 'x', place);
    await expect.poll(() => vault.state('three', place)).toBe('here');
    expect(vault.isLocked).toBe(false);
    await other.create('a third one', []);
    await expect.poll(() => vault.isLocked).toBe(true);
  });
});
