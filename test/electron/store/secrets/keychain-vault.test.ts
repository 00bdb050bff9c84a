import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Cipher } from '../../../../electron/store/secrets/cipher.ts';
import { openKeychainVault } from '../../../../electron/store/secrets/keychain-vault.ts';
import { type Place, placeSchema } from '../../../../shared/model/place.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { keychain } from './keychain.ts';

const id = '0b0f2f4e-8a53-4f0e-9d0c-0d1f6f2f7a01';
const other = '0b0f2f4e-8a53-4f0e-9d0c-0d1f6f2f7a02';
const place = placeSchema.parse({ host: 'proxy.example', user: 'operator' });
const elsewhere: Place = { ...place, host: 'evil.example' };

function everyByteIn(directory: string): string {
  return readdirSync(directory)
    .map((name) => readFileSync(join(directory, name), 'latin1'))
    .join('\n');
}

/** A keychain that has another key by now. */
function staleBy(cipher: Cipher): Cipher['decrypt'] {
  return async (bytes) => ({ ...(await cipher.decrypt(bytes)), stale: true });
}

type File = Record<string, { sealed: string; boundTo: string | null }>;

function secretsIn(directory: string): File {
  return JSON.parse(readFileSync(join(directory, 'secrets.json'), 'utf8')).secrets;
}

/** Writes the file as another process could. */
function write(directory: string, content: object): void {
  writeFileSync(join(directory, 'secrets.json'), JSON.stringify({ savedAt: 1, ...content }));
}

describe('the keychain vault', () => {
  it('keeps passwords for whoever opens it next with the same keychain, and nowhere in the clear', async () => {
    const directory = temporaryDirectory();
    const cipher = keychain();
    const vault = await openKeychainVault(directory, cipher);
    await vault.set(id, 'opensesame', place);
    await vault.set(other, 'contraseña', place);
    const next = await openKeychainVault(directory, cipher);
    expect(next.state(id, place)).toBe('here');
    expect(await next.get(id, place)).toBe('opensesame');
    expect(await next.get(other, place)).toBe('contraseña');
    const bytes = everyByteIn(directory);
    expect(bytes).not.toContain('opensesame');
    expect(bytes).not.toContain(Buffer.from('opensesame').toString('base64'));
  });

  it('forgets a deleted password, in its copy too', async () => {
    const directory = temporaryDirectory();
    const cipher = keychain();
    const vault = await openKeychainVault(directory, cipher);
    await vault.set(id, 'opensesame', place);
    await vault.delete(id);
    await vault.delete(other);
    expect(vault.state(id, place)).toBe('none');
    expect(await vault.get(id, place)).toBeNull();
    expect((await openKeychainVault(directory, cipher)).state(id, place)).toBe('none');
    expect(everyByteIn(directory)).not.toContain(id);
  });

  it('says of which folder a password is, also once it is opened anew and encrypted anew', async () => {
    const directory = temporaryDirectory();
    const cipher = keychain();
    const vault = await openKeychainVault(directory, cipher);
    await vault.setAll([{ id, password: 'opensesame', place, from: other }]);
    await vault.set(other, 'opensesame', place);
    const next = await openKeychainVault(directory, { ...cipher, decrypt: staleBy(cipher) });
    await next.get(id, place);
    expect([next.from(id), next.from(other)]).toEqual([other, null]);
    await next.set(id, 'own', place);
    expect(next.from(id)).toBeNull();
  });

  it('keeps some and deletes others by one write, or does nothing', async () => {
    const directory = temporaryDirectory();
    const cipher = keychain();
    const vault = await openKeychainVault(directory, cipher);
    await vault.set(id, 'before', place);
    cipher.locked = true;
    const change = () => vault.setAll([{ id: other, password: 'opensesame', place }], [id]);
    await expect(change()).rejects.toMatchObject({ code: 'secrets-unavailable' });
    expect([vault.state(id, place), vault.state(other, place)]).toEqual(['here', 'none']);
    cipher.locked = false;
    await change();
    expect([vault.state(id, place), vault.state(other, place)]).toEqual(['none', 'here']);
  });

  it('saves nothing that it cannot encrypt, and does not repeat what the keychain says', async () => {
    const directory = temporaryDirectory();
    const cipher = keychain();
    const vault = await openKeychainVault(directory, cipher);
    await vault.set(id, 'before', place);
    cipher.locked = true;
    const error = await vault.set(id, 'opensesame', place).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: 'secrets-unavailable',
      detail: { backend: 'gnome_libsecret' },
    });
    expect(JSON.stringify(error) + String(error)).not.toContain('opensesame');
    cipher.locked = false;
    expect(await vault.get(id, place)).toBe('before');
  });

  it('saves nothing that the keychain would not give back', async () => {
    const directory = temporaryDirectory();
    const broken: Cipher = {
      ...keychain(),
      encrypt: async () => Buffer.from('x'),
      decrypt: async () => ({ text: 'y', stale: false }),
    };
    const vault = await openKeychainVault(directory, broken);
    await expect(vault.set(id, 'opensesame', place)).rejects.toMatchObject({
      code: 'secrets-unavailable',
    });
    expect(vault.state(id, place)).toBe('none');
    expect(readdirSync(directory)).toEqual([]);
  });

  it('says so where another keychain encrypted the password', async () => {
    const directory = temporaryDirectory();
    await (await openKeychainVault(directory, keychain())).set(id, 'opensesame', place);
    const vault = await openKeychainVault(directory, keychain());
    await expect(vault.get(id, place)).rejects.toMatchObject({ code: 'secrets-unavailable' });
  });

  it('restores a damaged file from its copy, and says so', async () => {
    const directory = temporaryDirectory();
    const cipher = keychain();
    await (await openKeychainVault(directory, cipher)).set(id, 'opensesame', place);
    writeFileSync(join(directory, 'secrets.json'), '{"version":2,');
    const vault = await openKeychainVault(directory, cipher);
    expect(await vault.get(id, place)).toBe('opensesame');
    expect(vault.notices).toMatchObject([
      { code: 'file-restored', detail: { file: 'secrets.json' } },
    ]);
  });

  it('loses one damaged entry and not the others', async () => {
    const directory = temporaryDirectory();
    const cipher = keychain();
    const vault = await openKeychainVault(directory, cipher);
    await vault.set(id, 'opensesame', place);
    await vault.set(other, 'second', place);
    for (const name of readdirSync(directory)) {
      if (name.endsWith('.lock')) continue;
      const content = JSON.parse(readFileSync(join(directory, name), 'utf8'));
      content.secrets[id].sealed = 'no base64!';
      writeFileSync(join(directory, name), JSON.stringify(content));
    }
    const next = await openKeychainVault(directory, cipher);
    expect(next.state(id, place)).toBe('none');
    expect(await next.get(other, place)).toBe('second');
    expect(next.notices).toMatchObject([{ code: 'file-damaged', detail: { lost: 1, mended: 0 } }]);
  });
});

describe('a password in the keychain vault', () => {
  it('is given out for the place that it was entered for, and for no other', async () => {
    const directory = temporaryDirectory();
    const cipher = keychain();
    await (await openKeychainVault(directory, cipher)).set(id, 'opensesame', place);
    const vault = await openKeychainVault(directory, cipher);
    expect(vault.state(id, elsewhere)).toBe('elsewhere');
    await expect(vault.get(id, elsewhere)).rejects.toMatchObject({ code: 'password-needed-again' });
    expect(await vault.get(id, { ...place, host: 'PROXY.example.' })).toBe('opensesame');
  });

  it('cannot be bound to another place by whoever can write the file', async () => {
    const directory = temporaryDirectory();
    const cipher = keychain();
    const first = await openKeychainVault(directory, cipher);
    await first.set(id, 'opensesame', place);
    await first.set(other, 'theirs', elsewhere);
    const secrets = secretsIn(directory);
    const boundTo = secrets[other]?.boundTo ?? '';
    for (const forged of [boundTo, null]) {
      const mine = { sealed: secrets[id]?.sealed, boundTo: forged };
      write(directory, { version: 2, secrets: { [id]: mine } });
      const vault = await openKeychainVault(directory, cipher);
      await vault.adopt([{ id, ...elsewhere }]);
      expect(vault.state(id, elsewhere)).toBe('here');
      await expect(vault.get(id, elsewhere)).rejects.toMatchObject({
        code: 'password-needed-again',
      });
    }
  });

  it('of a release that did not bind is bound to where its profile leads, for good', async () => {
    const directory = temporaryDirectory();
    const cipher = keychain();
    const sealed = Buffer.from(await cipher.encrypt('opensesame')).toString('base64');
    write(directory, { version: 1, secrets: { [id]: sealed } });
    const vault = await openKeychainVault(directory, cipher);
    expect(vault.notices).toEqual([]);
    expect(vault.state(id, place)).toBe('elsewhere');
    await vault.adopt([{ id, ...place }]);
    expect(vault.state(id, place)).toBe('here');
    await expect(vault.get(id, elsewhere)).rejects.toMatchObject({ code: 'password-needed-again' });
    expect(await vault.get(id, place)).toBe('opensesame');
    const next = await openKeychainVault(directory, cipher);
    await next.adopt([{ id, ...elsewhere }]);
    expect(next.state(id, elsewhere)).toBe('elsewhere');
    expect(await next.get(id, place)).toBe('opensesame');
    expect(secretsIn(directory)[id]?.sealed).not.toBe(sealed);
  });

  it('is encrypted anew once the keychain has another key', async () => {
    const directory = temporaryDirectory();
    const cipher = keychain();
    const vault = await openKeychainVault(directory, cipher);
    await vault.set(id, 'opensesame', place);
    const before = secretsIn(directory)[id]?.sealed;
    expect(await vault.get(id, place)).toBe('opensesame');
    expect(secretsIn(directory)[id]?.sealed).toBe(before);
    cipher.rotate();
    expect(await vault.get(id, place)).toBe('opensesame');
    const after = secretsIn(directory)[id]?.sealed ?? '';
    expect(after).not.toBe(before);
    expect((await cipher.decrypt(Buffer.from(after, 'base64'))).stale).toBe(false);
    expect(await vault.get(id, place)).toBe('opensesame');
  });
});

describe('a key that everybody knows', () => {
  it('is not used for a password, also where the keychain takes it up later', async () => {
    const directory = temporaryDirectory();
    const cipher = keychain();
    const vault = await openKeychainVault(directory, cipher);
    cipher.exposed = true;
    await expect(vault.set(id, 'opensesame', place)).rejects.toMatchObject({
      code: 'secrets-unavailable',
    });
    expect(readdirSync(directory)).toEqual([]);
  });

  it('is left for the keychain’s own at the next start, which is told', async () => {
    const directory = temporaryDirectory();
    const cipher = keychain();
    cipher.exposed = true;
    const sealed = Buffer.from(await cipher.encrypt('opensesame')).toString('base64');
    const broken = Buffer.from(Buffer.of(0, 1, 2)).toString('base64');
    write(directory, { version: 1, secrets: { [id]: sealed, [other]: broken } });
    cipher.exposed = false;
    const vault = await openKeychainVault(directory, cipher);
    expect(vault.notices).toMatchObject([
      { code: 'passwords-exposed', detail: { file: 'secrets.json', sealed: 1, removed: 1 } },
    ]);
    expect(vault.state(other, place)).toBe('none');
    await vault.adopt([{ id, ...place }]);
    expect(await vault.get(id, place)).toBe('opensesame');
    const after = Buffer.from(secretsIn(directory)[id]?.sealed ?? '', 'base64');
    expect(cipher.isExposed(after)).toBe(false);
    expect(everyByteIn(directory)).not.toContain(sealed);
    expect((await openKeychainVault(directory, cipher)).notices).toEqual([]);
  });
});
