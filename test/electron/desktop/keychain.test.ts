import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SafeStorage } from 'electron';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openVault } from '../../../electron/desktop/keychain.ts';
import { textsFor } from '../../../electron/desktop/texts.ts';
import { safeStorage } from '../../support/electron-stub.ts';

let directory: string;
const texts = textsFor('en');
const open = (platform: NodeJS.Platform = 'linux') =>
  openVault(directory, safeStorage as unknown as SafeStorage, texts, platform);

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'spcp-keychain-'));
  safeStorage.available = true;
  safeStorage.backend = 'gnome_libsecret';
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

test('passwords outlive the app in the keychain, and no file has them in the clear', async () => {
  await (await open()).set('madrid', 'correct horse');
  const vault = await open();
  expect(vault.info).toMatchObject({
    kind: 'keychain',
    persistent: true,
    backend: 'gnome_libsecret',
    reason: null,
  });
  expect(await vault.get('madrid')).toBe('correct horse');
  for (const name of readdirSync(directory)) {
    expect(readFileSync(join(directory, name), 'utf8'), name).not.toContain('correct horse');
  }
});

test('a keychain that would keep passwords in the clear is refused, with the reason', async () => {
  safeStorage.backend = 'basic_text';
  const vault = await open();
  expect(vault.info).toMatchObject({ kind: 'session', persistent: false });
  expect(vault.info.reason).toContain('basic_text');
  await vault.set('madrid', 'correct horse');
  expect(readdirSync(directory)).toEqual([]);
});

test('a keychain that cannot be used is refused, with the reason', async () => {
  safeStorage.available = false;
  expect((await open()).info).toMatchObject({ kind: 'session', reason: texts.noKeychain });
});

test.each([
  ['darwin', 'Keychain'],
  ['win32', 'DPAPI'],
] as const)(
  'on %s the keychain is named %s, and not asked for its Linux backend',
  async (platform, name) => {
    safeStorage.backend = 'basic_text';
    expect((await open(platform)).info).toMatchObject({ kind: 'keychain', backend: name });
  },
);
