import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type Cipher,
  createSessionVault,
  openKeychainVault,
} from '../../../../electron/store/secrets/secrets.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const id = '0b0f2f4e-8a53-4f0e-9d0c-0d1f6f2f7a01';
const other = '0b0f2f4e-8a53-4f0e-9d0c-0d1f6f2f7a02';

/** Encrypts for real, with a key that is in memory as an unlocked keychain's is. */
function keychain(): Cipher & { locked: boolean } {
  const key = randomBytes(32);
  const chain = {
    backend: 'gnome_libsecret',
    locked: false,
    async encrypt(text: string): Promise<Uint8Array> {
      if (chain.locked) throw new Error(`cannot encrypt ${text}`);
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
    },
    async decrypt(bytes: Uint8Array): Promise<string> {
      if (chain.locked) throw new Error('the keychain is locked');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8');
    },
  };
  return chain;
}

function everyByteIn(directory: string): string {
  return readdirSync(directory)
    .map((name) => readFileSync(join(directory, name), 'latin1'))
    .join('\n');
}

describe('the keychain vault', () => {
  it('keeps passwords for whoever opens it next with the same keychain, and nowhere in the clear', async () => {
    const directory = temporaryDirectory();
    const cipher = keychain();
    const vault = await openKeychainVault(directory, cipher);
    await vault.set(id, 'opensesame');
    await vault.set(other, 'contraseña');
    expect(vault.info).toMatchObject({ kind: 'keychain', persistent: true });
    const next = await openKeychainVault(directory, cipher);
    expect(next.has(id)).toBe(true);
    expect(await next.get(id)).toBe('opensesame');
    expect(await next.get(other)).toBe('contraseña');
    const bytes = everyByteIn(directory);
    expect(bytes).not.toContain('opensesame');
    expect(bytes).not.toContain(Buffer.from('opensesame').toString('base64'));
  });

  it('forgets a deleted password, in its copy too', async () => {
    const directory = temporaryDirectory();
    const cipher = keychain();
    const vault = await openKeychainVault(directory, cipher);
    await vault.set(id, 'opensesame');
    await vault.delete(id);
    await vault.delete(other);
    expect(vault.has(id)).toBe(false);
    expect(await vault.get(id)).toBeNull();
    expect((await openKeychainVault(directory, cipher)).has(id)).toBe(false);
    expect(everyByteIn(directory)).not.toContain(id);
  });

  it('saves nothing that it cannot encrypt, and does not repeat what the keychain says', async () => {
    const directory = temporaryDirectory();
    const cipher = keychain();
    const vault = await openKeychainVault(directory, cipher);
    await vault.set(id, 'before');
    cipher.locked = true;
    const error = await vault.set(id, 'opensesame').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: 'secrets-unavailable',
      detail: { backend: 'gnome_libsecret' },
    });
    expect(JSON.stringify(error) + String(error)).not.toContain('opensesame');
    cipher.locked = false;
    expect(await vault.get(id)).toBe('before');
  });

  it('saves nothing that the keychain would not give back', async () => {
    const directory = temporaryDirectory();
    const broken: Cipher = {
      ...keychain(),
      encrypt: async () => Buffer.from('x'),
      decrypt: async () => 'y',
    };
    const vault = await openKeychainVault(directory, broken);
    await expect(vault.set(id, 'opensesame')).rejects.toMatchObject({
      code: 'secrets-unavailable',
    });
    expect(vault.has(id)).toBe(false);
    expect(readdirSync(directory)).toEqual([]);
  });

  it('says so where another keychain encrypted the password', async () => {
    const directory = temporaryDirectory();
    await (await openKeychainVault(directory, keychain())).set(id, 'opensesame');
    const vault = await openKeychainVault(directory, keychain());
    await expect(vault.get(id)).rejects.toMatchObject({ code: 'secrets-unavailable' });
  });

  it('restores a damaged file from its copy, and says so', async () => {
    const directory = temporaryDirectory();
    const cipher = keychain();
    await (await openKeychainVault(directory, cipher)).set(id, 'opensesame');
    writeFileSync(join(directory, 'secrets.json'), '{"version":1,');
    const vault = await openKeychainVault(directory, cipher);
    expect(await vault.get(id)).toBe('opensesame');
    expect(vault.notices).toMatchObject([
      { code: 'file-restored', detail: { file: 'secrets.json' } },
    ]);
  });

  it('loses one damaged entry and not the others', async () => {
    const directory = temporaryDirectory();
    const cipher = keychain();
    const vault = await openKeychainVault(directory, cipher);
    await vault.set(id, 'opensesame');
    await vault.set(other, 'second');
    for (const name of readdirSync(directory)) {
      if (name.endsWith('.lock')) continue;
      const content = JSON.parse(readFileSync(join(directory, name), 'utf8'));
      content.secrets[id] = 'no base64!';
      writeFileSync(join(directory, name), JSON.stringify(content));
    }
    const next = await openKeychainVault(directory, cipher);
    expect(next.has(id)).toBe(false);
    expect(await next.get(other)).toBe('second');
    expect(next.notices).toMatchObject([{ code: 'file-damaged', detail: { lost: 1, mended: 0 } }]);
  });
});

describe('the vault of a session', () => {
  it('keeps passwords in memory and says why', async () => {
    const vault = createSessionVault('there is no keychain');
    await vault.set(id, 'opensesame');
    expect(vault.has(id)).toBe(true);
    expect(await vault.get(id)).toBe('opensesame');
    await vault.delete(id);
    expect(await vault.get(id)).toBeNull();
    expect(vault.info).toEqual({
      kind: 'session',
      persistent: false,
      backend: null,
      reason: 'there is no keychain',
    });
  });
});
