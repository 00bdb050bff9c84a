import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { createImports } from '../../../../electron/core/exports/imports.ts';
import { createRoster } from '../../../../electron/core/roster/roster.ts';
import { openProfiles, type ProfileStore } from '../../../../electron/store/documents/profiles.ts';
import { exportProfiles } from '../../../../electron/store/exports/export-profiles.ts';
import { openKeychainVault } from '../../../../electron/store/secrets/keychain-vault.ts';
import type { ImportRow } from '../../../../shared/ipc/calls/export.ts';
import { profileDraftSchema } from '../../../../shared/model/profile.ts';
import type { ExportScope } from '../../../../shared/model/profile-export.ts';
import { createManualClock } from '../../../support/manual-clock.ts';
import { keychain } from '../../store/secrets/keychain.ts';
import { namesTyped } from '../roster/profiles/names-typed.ts';

/** A password that must not be seen. */
export const planted = 'hunter2-planted';
export const passphrase = 'correct horse battery';

let directories: string[];
let stores: ProfileStore[];
beforeEach(() => {
  directories = [];
  stores = [];
});
afterEach(async () => {
  for (const store of stores) store.close();
  for (const directory of directories) await rm(directory, { recursive: true });
});

/** One console's profiles, passwords and imports, in a directory of their own. */
export async function place() {
  const directory = await mkdtemp(join(tmpdir(), 'spcp-console-imports-'));
  directories.push(directory);
  const { store } = await openProfiles(directory);
  stores.push(store);
  const cipher = keychain();
  const vault = await openKeychainVault(directory, cipher);
  const logFault = (what: string): never => {
    throw new Error(what);
  };
  const roster = createRoster({ profiles: store, vault, requireDeed: namesTyped(), logFault });
  const clock = createManualClock();
  const imports = createImports({ importing: roster.importing, clock });
  const exported = async (withPasswords = false, scope: ExportScope = { kind: 'all' }) => {
    const secrets = withPasswords ? { vault, passphrase, by: '' } : null;
    return exportProfiles(roster.importing.book(), scope, secrets);
  };
  const read = async (text: string, typed?: string) => {
    const token = imports.begin(text.length);
    for (let at = 0; at < text.length; at += 500) imports.part(token, text.slice(at, at + 500));
    return { token, preview: await imports.read(token, typed) };
  };
  return { directory, store, vault, cipher, roster, clock, imports, exported, read };
}

/** A profile that its name tells all of. */
export const draft = (name: string, more: object = {}) =>
  profileDraftSchema.parse({ name, host: `${name}.example`, user: 'ana', ...more });

/** Two profiles in folders, one of them with a password. */
export async function filled() {
  const here = await place();
  const [madrid] = await here.roster.saveAll([
    {
      draft: draft('madrid', { folder: 'eu/es', tags: 'mail', notes: 'ask Ana' }),
      password: planted,
    },
    { draft: draft('paris', { folder: 'eu', favourite: true, colour: 'red' }) },
  ]);
  if (madrid === undefined) throw new Error('it was saved');
  return { ...here, madrid };
}

/** The same choice for each row. */
export const all = (rows: readonly ImportRow[], choice: 'add' | 'replace' | 'skip') =>
  rows.map(() => choice);
