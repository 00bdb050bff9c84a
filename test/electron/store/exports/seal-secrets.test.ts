import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  openSecrets,
  requireIntact,
  sealSecrets,
} from '../../../../electron/store/exports/seal-secrets.ts';
import { placeSchema } from '../../../../shared/model/place.ts';
import type { ExportedSecrets, SealedSecrets } from '../../../../shared/model/sealed-secrets.ts';

const place = placeSchema.parse({ host: 'proxy.example', user: 'ana' });
const id = '00000000-0000-4000-8000-000000000001';
const secrets: ExportedSecrets = {
  profiles: [{ id, password: 'hunter2-planted', place, from: null }],
  folders: [{ id, user: 'ana', password: 'hunter2-planted' }],
};
const passphrase = 'correct horse battery';

/** With the sum that belongs to it, as somebody who wants it to look whole would write it. */
function withSum(sealed: SealedSecrets): SealedSecrets {
  const { cipher, derivation, scrypt, check, nonce } = sealed;
  const { n, r, p, salt } = scrypt;
  const header = JSON.stringify([cipher, derivation, n, r, p, salt, check, nonce]);
  const sum = createHash('sha256').update(header).update(sealed.sealed).digest('base64');
  return { ...sealed, sum };
}

/** Another letter in the middle. */
function bent(text: string): string {
  const at = Math.floor(text.length / 2);
  return text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
}

const sealed = await sealSecrets(secrets, passphrase);

describe('passwords under a passphrase', () => {
  it('are opened by it, and have nothing of it or of themselves in sight', async () => {
    expect(await openSecrets(sealed, passphrase)).toEqual(secrets);
    const text = JSON.stringify(sealed);
    for (const part of ['hunter2', 'proxy.example', 'correct', id])
      expect(text).not.toContain(part);
    expect(sealed.scrypt).toMatchObject({ n: 131_072, r: 8, p: 1 });
  });

  it('are sealed otherwise each time', async () => {
    const again = await sealSecrets(secrets, passphrase);
    for (const field of ['check', 'nonce', 'sealed', 'sum'] as const) {
      expect(again[field]).not.toBe(sealed[field]);
    }
    expect(again.scrypt.salt).not.toBe(sealed.scrypt.salt);
  });

  it('are opened by a passphrase that is composed otherwise', async () => {
    const spanish = await sealSecrets(secrets, 'contraseña'.normalize('NFC'));
    expect(await openSecrets(spanish, 'contraseña'.normalize('NFD'))).toEqual(secrets);
  });

  it('say that a passphrase is another one', async () => {
    await expect(openSecrets(sealed, `${passphrase} `)).rejects.toMatchObject({
      code: 'export-passphrase',
      detail: { case: 'wrong' },
    });
  });

  it.each([
    ['sealed', { ...sealed, sealed: bent(sealed.sealed) }],
    ['nonce', { ...sealed, nonce: bent(sealed.nonce) }],
    ['check', { ...sealed, check: bent(sealed.check) }],
    ['salt', { ...sealed, scrypt: { ...sealed.scrypt, salt: bent(sealed.scrypt.salt) } }],
    ['cost', { ...sealed, scrypt: { ...sealed.scrypt, n: 2 ** 14 } }],
    ['cut', { ...sealed, sealed: sealed.sealed.slice(0, 24) }],
    ['sum', { ...sealed, sum: bent(sealed.sum) }],
  ])('say that they are damaged, whatever the passphrase: %s', async (_, damaged) => {
    for (const typed of [passphrase, 'another one']) {
      await expect(openSecrets(damaged, typed)).rejects.toMatchObject({
        code: 'not-an-export',
        detail: { case: 'secrets' },
      });
    }
  });

  it.each([
    ['text', withSum({ ...sealed, sealed: bent(sealed.sealed) })],
    ['nonce', withSum({ ...sealed, nonce: bent(sealed.nonce) })],
  ])('say so also where somebody made the sum right: %s', async (_, forged) => {
    await expect(openSecrets(forged, passphrase)).rejects.toMatchObject({
      code: 'not-an-export',
      detail: { case: 'secrets' },
    });
  });

  it.each([
    { n: 2 ** 30, r: 8, p: 1 },
    { n: 2 ** 17, r: 1024, p: 1 },
    { n: 2 ** 10, r: 1, p: 1_000_000 },
    { n: 2, r: 2 ** 20, p: 1 },
  ])('do not take the machine: $n $r $p', async (cost) => {
    const greedy = withSum({ ...sealed, scrypt: { ...sealed.scrypt, ...cost } });
    const before = process.memoryUsage().rss;
    await expect(openSecrets(greedy, passphrase)).rejects.toMatchObject({
      code: 'not-an-export',
      detail: { case: 'costly' },
    });
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 2 ** 20);
  });

  it.each([
    { n: 1000, r: 8 },
    { n: 2 ** 16, r: 1 },
    { n: 2 ** 21, r: 1 },
  ])('are damaged where scrypt cannot be asked so: $n $r', async (cost) => {
    const odd = withSum({ ...sealed, scrypt: { ...sealed.scrypt, ...cost } });
    const damaged = expect.objectContaining({ detail: { case: 'secrets' } });
    expect(() => requireIntact(odd)).toThrow(damaged);
    await expect(openSecrets(odd, passphrase)).rejects.toEqual(damaged);
  });

  it('are asked for where scrypt is asked for the most that a file may want', async () => {
    const costly = withSum({ ...sealed, scrypt: { ...sealed.scrypt, n: 2 ** 18, r: 8, p: 1 } });
    await expect(openSecrets(costly, passphrase)).rejects.toMatchObject({
      code: 'export-passphrase',
    });
  });

  it('tell of every byte that is another one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 255 }), async (n, flip) => {
        const bytes = Buffer.from(sealed.sealed, 'base64');
        const at = n % bytes.length;
        bytes.writeUInt8(bytes.readUInt8(at) ^ flip, at);
        const damaged = { ...sealed, sealed: bytes.toString('base64') };
        expect(() => requireIntact(damaged)).toThrow();
      }),
    );
  });
});
