import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SafeStorage } from 'electron';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openKeychain } from '../../../electron/desktop/keychain.ts';
import { openVaults } from '../../../electron/store/secrets/vaults.ts';
import { placeSchema } from '../../../shared/model/place.ts';
import { safeStorage } from '../../support/electron-stub.ts';

let directory: string;
const place = placeSchema.parse({ host: 'proxy.example', user: 'operator' });
const open = async (platform: NodeJS.Platform = 'linux') =>
  openVaults({
    directory,
    keychain: await openKeychain(directory, safeStorage as unknown as SafeStorage, platform),
    logFault: (_, error) => expect.fail(String(error)),
  });

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'spcp-keychain-'));
  safeStorage.available = true;
  safeStorage.backend = 'gnome_libsecret';
  safeStorage.key = 'v11';
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

test('passwords outlive the app in the keychain, and no file has them in the clear', async () => {
  await (await open()).set('madrid', 'correct horse', place);
  const vault = await open();
  expect(vault.info()).toMatchObject({
    kind: 'keychain',
    persistent: true,
    backend: 'gnome_libsecret',
    reason: null,
  });
  expect(await vault.get('madrid', place)).toBe('correct horse');
  for (const name of readdirSync(directory)) {
    expect(readFileSync(join(directory, name), 'utf8'), name).not.toContain('correct horse');
  }
});

test.each([
  ['basic_text', 'v11', 'plain-text'],
  ['unknown', 'v11', 'plain-text'],
  // What Electron answers on a desktop whose keyring is not there.
  ['gnome_libsecret', 'v10', 'exposed'],
  ['kwallet6', 'v10', 'exposed'],
  ['gnome_libsecret', 'xyz', 'exposed'],
])(
  'a keychain %s with a key %s would keep passwords in the clear, and is refused with the reason',
  async (backend, key, reason) => {
    safeStorage.backend = backend;
    safeStorage.key = key;
    const vault = await open();
    expect(vault.info()).toEqual({ kind: 'session', persistent: false, backend, reason });
    await vault.set('madrid', 'correct horse', place);
    expect(readdirSync(directory)).toEqual([]);
  },
);

test('passwords that were kept in the clear are removed where there is no keychain, and asked for again', async () => {
  await keepWithoutKeyring();
  const vault = await open();
  expect(vault.info().kind).toBe('session');
  expect(vault.state('madrid', place)).toBe('none');
  expect(vault.notices).toMatchObject([
    { code: 'passwords-exposed', detail: { sealed: 0, removed: 1 } },
  ]);
  expect(JSON.parse(readFileSync(join(directory, 'secrets.json'), 'utf8')).secrets).toEqual({});
  expect((await open()).notices).toEqual([]);
});

test('passwords that were kept in the clear are encrypted anew once there is a keychain, which is told', async () => {
  await keepWithoutKeyring();
  safeStorage.key = 'v11';
  const vault = await open();
  expect(vault.notices).toMatchObject([
    { code: 'passwords-exposed', detail: { sealed: 1, removed: 0 } },
  ]);
  await vault.adopt([{ id: 'madrid', ...place }]);
  expect(await vault.get('madrid', place)).toBe('correct horse');
  const { secrets } = JSON.parse(readFileSync(join(directory, 'secrets.json'), 'utf8'));
  expect(Buffer.from(secrets.madrid.sealed, 'base64').toString('latin1', 0, 3)).toBe('v11');
});

test('passwords of a keychain that is gone for now are still there when it is back', async () => {
  await (await open()).set('madrid', 'correct horse', place);
  safeStorage.key = 'v10';
  const meanwhile = await open();
  expect(meanwhile.state('madrid', place)).toBe('none');
  expect(meanwhile.notices).toEqual([]);
  safeStorage.key = 'v11';
  expect(await (await open()).get('madrid', place)).toBe('correct horse');
});

test('a keychain that cannot be used is refused, with the reason', async () => {
  safeStorage.available = false;
  expect((await open()).info()).toMatchObject({ kind: 'session', reason: 'no-keychain' });
});

test.each([
  ['darwin', 'Keychain'],
  ['win32', 'DPAPI'],
] as const)(
  'on %s the keychain is named %s, and not asked for its Linux backend',
  async (platform, name) => {
    safeStorage.backend = 'basic_text';
    // Which there is the keychain's own.
    safeStorage.key = 'v10';
    expect((await open(platform)).info()).toMatchObject({ kind: 'keychain', backend: name });
  },
);

/** The file as an older release wrote it that took the keychain by its name. */
async function keepWithoutKeyring(): Promise<void> {
  safeStorage.key = 'v10';
  const sealed = (await safeStorage.encryptStringAsync('correct horse')).toString('base64');
  const content = { version: 1, savedAt: 1, secrets: { madrid: sealed } };
  writeFileSync(join(directory, 'secrets.json'), JSON.stringify(content));
}
