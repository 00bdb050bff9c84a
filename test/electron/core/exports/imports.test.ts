import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createImports } from '../../../../electron/core/exports/imports.ts';
import { createRoster } from '../../../../electron/core/roster/roster.ts';
import { openProfiles, type ProfileStore } from '../../../../electron/store/documents/profiles.ts';
import { exportProfiles } from '../../../../electron/store/exports/export-profiles.ts';
import { folderPlace } from '../../../../electron/store/secrets/folder-place.ts';
import { openKeychainVault } from '../../../../electron/store/secrets/keychain-vault.ts';
import type { ImportRow } from '../../../../shared/ipc/export-calls.ts';
import { profileDraftSchema } from '../../../../shared/model/profile.ts';
import type { ExportScope } from '../../../../shared/model/profile-export.ts';
import { createManualClock } from '../../../support/manual-clock.ts';
import { keychain } from '../../store/secrets/keychain.ts';
import { namesTyped } from '../roster/names-typed.ts';

const planted = 'hunter2-planted';
const passphrase = 'correct horse battery';

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
async function place() {
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

const draft = (name: string, more: object = {}) =>
  profileDraftSchema.parse({ name, host: `${name}.example`, user: 'ana', ...more });

/** Two profiles in folders, one of them with a password. */
async function filled() {
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

const all = (rows: readonly ImportRow[], choice: 'add' | 'replace' | 'skip') =>
  rows.map(() => choice);

describe('an import of what was exported', () => {
  it('brings profiles, folders and passwords to another place, and the file has none of these in sight', async () => {
    const { exported, roster } = await filled();
    const { text, profiles, folders, passwords } = await exported(true);
    expect({ profiles, folders, passwords }).toEqual({ profiles: 2, folders: 2, passwords: 1 });
    expect(text).not.toContain(planted);
    expect(text).not.toContain(passphrase);

    const there = await place();
    const { token, preview } = await there.read(text, passphrase);
    expect(preview).toMatchObject({ passwords: 'open', trouble: null });
    expect(JSON.stringify(preview)).not.toContain(planted);
    expect(preview.rows.map(({ there: known, hasPassword }) => [known, hasPassword])).toEqual([
      [null, true],
      [null, false],
    ]);
    const order = { token, choices: all(preview.rows, 'add'), withPasswords: true };
    expect(await there.imports.apply(order)).toEqual({
      added: 2,
      replaced: 0,
      skipped: 0,
      passwords: 1,
    });
    expect(there.roster.importing.book()).toEqual(roster.importing.book());
    const [madrid] = there.roster.list();
    if (madrid === undefined) throw new Error('it was imported');
    expect(await there.roster.passwordFor(madrid.id, madrid)).toBe(planted);
    for (const file of await readdir(there.directory)) {
      expect(await readFile(join(there.directory, file), 'utf8')).not.toContain(planted);
    }
  });

  it('brings the password of a folder too, unless the folder is there already', async () => {
    const { exported, store, vault } = await filled();
    const [folder] = store.folders();
    if (folder === undefined) throw new Error('two folders were made');
    await store.change((desk) => {
      desk.putFolder(folder.id, { ...folder, settings: { user: 'ana' } });
    });
    await vault.set(folder.id, planted, folderPlace(folder.id, 'ana'));
    const { text, passwords } = await exported(true);
    expect(passwords).toBe(2);
    expect(text).not.toContain(planted);
    const there = await place();
    const taken = await there.read(text, passphrase);
    await there.imports.apply({
      token: taken.token,
      choices: all(taken.preview.rows, 'add'),
      withPasswords: true,
    });
    const at = folderPlace(folder.id, 'ana');
    expect(await there.vault.get(folder.id, at)).toBe(planted);
    await there.vault.set(folder.id, 'its own', at);
    const again = await there.read(text, passphrase);
    await there.imports.apply({
      token: again.token,
      choices: all(again.preview.rows, 'replace'),
      withPasswords: true,
    });
    expect(await there.vault.get(folder.id, at)).toBe('its own');
  });

  it('gives nothing the password of a folder that is here, nor lets it follow that, and says so before', async () => {
    const from = await place();
    const settings = { user: 'ana' };
    const eu = { name: 'EU', parentId: null, colour: 'none', kept: true, settings } as const;
    await from.roster.saveFolder({ draft: eu, password: 'theirs' });
    await from.roster.save({ draft: draft('sealed', { folder: 'EU' }) });
    const sealed = await from.exported(true);
    await from.roster.removeAll(from.roster.list().map(({ id }) => ({ id })));
    await from.roster.save({ draft: draft('bare', { folder: 'EU' }) });
    const bare = await from.exported(false);
    const here = await place();
    const folder = await here.roster.saveFolder({ draft: eu, password: planted });
    for (const [{ text }, problems] of [
      [sealed, []],
      [bare, ['folder-password']],
    ] as const) {
      const { token, preview } = await here.read(text, passphrase);
      expect(preview.rows.map((row) => row.problems)).toEqual([problems]);
      await here.imports.apply({ token, choices: ['add'], withPasswords: true });
    }
    await here.roster.saveFolder({ id: folder.id, draft: eu, password: 'next' });
    const passwords = here.roster
      .list()
      .map(async (each) => [each.name, await here.roster.passwordFor(each.id, each)]);
    expect(Object.fromEntries(await Promise.all(passwords))).toEqual({
      sealed: 'theirs',
      bare: null,
    });
    const newHeirs = here.roster.list().map(({ id }) => id);
    await here.roster.saveFolder({ id: folder.id, draft: eu, newHeirs });
    const bareNow = here.roster.list().find(({ name }) => name === 'bare');
    expect(bareNow && (await here.roster.passwordFor(bareNow.id, bareNow))).toBe('next');
  });

  it('has no password in it without a passphrase, sealed or not', async () => {
    const { exported, directory } = await filled();
    const { text, passwords } = await exported();
    expect(passwords).toBeNull();
    expect(text).not.toContain(planted);
    expect(JSON.parse(text)).not.toHaveProperty('secrets');
    const sealed = await readFile(join(directory, 'secrets.json'), 'utf8');
    const [secret] = Object.values(
      (JSON.parse(sealed) as { secrets: Record<string, { sealed: string }> }).secrets,
    );
    expect(text).not.toContain(secret?.sealed);
  });

  it('leaves out a password that was entered for another place, and says how many', async () => {
    const { exported, store, madrid } = await filled();
    await store.update(madrid.id, (present) => ({ ...present, host: 'else.example' }));
    expect(await exported(true)).toMatchObject({ passwords: 0, elsewhere: 1 });
  });

  it('is refused by a policy, with who made it', async () => {
    const { roster, vault } = await filled();
    const policy = { exportSecrets: false };
    const secrets = { vault, passphrase, policy, by: 'The bank' };
    const { book } = roster.importing;
    await expect(exportProfiles(book(), { kind: 'all' }, secrets)).rejects.toMatchObject({
      code: 'export-forbidden',
      detail: { case: 'policy', by: 'The bank' },
    });
    const elsewhere = { ...secrets, policy: {}, vault: { ...vault, keeps: false } };
    await expect(exportProfiles(book(), { kind: 'all' }, elsewhere)).rejects.toMatchObject({
      detail: { case: 'kept-elsewhere' },
    });
    await expect(exportProfiles(book(), { kind: 'all' })).resolves.toMatchObject({ profiles: 2 });
  });

  it('tells a wrong passphrase, and damage, and gives the profiles all the same', async () => {
    const { exported } = await filled();
    const { text } = await exported(true);
    const there = await place();
    const { token, preview } = await there.read(text);
    expect(preview).toMatchObject({ passwords: 'sealed', rows: [{}, {}] });
    await expect(there.imports.read(token, 'not this one')).rejects.toMatchObject({
      code: 'export-passphrase',
      detail: { case: 'wrong' },
    });
    expect(await there.imports.read(token, passphrase)).toMatchObject({ passwords: 'open' });
    const damaged = text.replace(/"sealed": "..../, '"sealed": "AAAA');
    const { preview: without } = await there.read(damaged, passphrase);
    expect(without).toMatchObject({
      passwords: 'unusable',
      trouble: { code: 'not-an-export', detail: { case: 'secrets' } },
      rows: [{}, {}],
    });
  });

  it('binds a password to the place that it was exported for, whatever the file says by now', async () => {
    const { exported } = await filled();
    const { text } = await exported(true);
    const there = await place();
    const { token, preview } = await there.read(
      text.replace('"madrid.example"', '"thief.example"'),
      passphrase,
    );
    expect(preview.rows[0]).toMatchObject({ problems: ['password-elsewhere'] });
    await there.imports.apply({ token, choices: all(preview.rows, 'add'), withPasswords: true });
    const [madrid] = there.roster.list();
    if (madrid === undefined) throw new Error('it was imported');
    expect(madrid.host).toBe('thief.example');
    expect(there.vault.state(madrid.id, madrid)).toBe('elsewhere');
    await expect(there.roster.passwordFor(madrid.id, madrid)).rejects.toMatchObject({
      code: 'password-needed-again',
    });
  });
});

describe('an import of what is there already', () => {
  it('shows what differs, does with each what was chosen in one write, and is taken back whole', async () => {
    const { exported, roster, imports, read, store, madrid, vault } = await filled();
    const { text } = await exported(true);
    await store.change((desk) => {
      desk.update(madrid.id, { draft: { ...madrid, port: 7, notes: '' } });
    });
    await vault.set(madrid.id, 'newer', { ...madrid, port: 7 });
    const before = roster.importing.book();
    const { token, preview } = await read(text, passphrase);
    expect(preview.rows.map(({ there, differs }) => [there?.name, differs])).toEqual([
      [
        'madrid',
        [
          { field: 'port', here: 7, file: 9090 },
          { field: 'notes', here: '', file: 'ask Ana' },
        ],
      ],
      ['paris', []],
    ]);
    const heard = vi.fn();
    roster.listen(heard);
    const choices = ['replace', 'add'] as const;
    expect(await imports.apply({ token, choices, withPasswords: true })).toEqual({
      added: 1,
      replaced: 1,
      skipped: 0,
      passwords: 1,
    });
    expect(heard).toHaveBeenCalledTimes(1);
    expect(roster.list().map(({ name, port }) => [name, port])).toEqual([
      ['madrid', 9090],
      ['paris', 9090],
      ['paris 2', 9090],
    ]);
    expect(await roster.passwordFor(madrid.id, madrid)).toBe(planted);

    await imports.undo(token);
    expect(roster.importing.book()).toEqual(before);
    expect(await roster.passwordFor(madrid.id, { ...madrid, port: 7 })).toBe('newer');
    await expect(imports.undo(token)).rejects.toMatchObject({ code: 'import-expired' });
  });

  it('brings back a password for another place, too, when it is taken back', async () => {
    const { exported, imports, read, store, madrid, vault } = await filled();
    const { text } = await exported(true);
    const elsewhere = { ...madrid, port: 7 };
    await vault.set(madrid.id, 'for elsewhere', elsewhere);
    const { token } = await read(text, passphrase);
    const choices = ['replace', 'skip'] as const;
    await imports.apply({ token, choices, withPasswords: true });
    expect(await vault.get(madrid.id, madrid)).toBe(planted);
    await imports.undo(token);
    expect(store.get(madrid.id)).toEqual(madrid);
    expect(await vault.get(madrid.id, elsewhere)).toBe('for elsewhere');
  });

  it('takes back what was new, with its folders and passwords, and leaves what was changed since', async () => {
    const { exported } = await filled();
    const there = await place();
    const { token, preview } = await there.read((await exported(true)).text, passphrase);
    await there.imports.apply({ token, choices: all(preview.rows, 'add'), withPasswords: true });
    const [madrid, paris] = there.roster.list();
    if (madrid === undefined || paris === undefined) throw new Error('both were imported');
    await there.roster.save({ id: paris.id, draft: { ...paris, notes: 'mine' } });
    await there.imports.undo(token);
    expect(there.roster.list().map(({ name }) => name)).toEqual(['paris']);
    expect(there.roster.folders().map(({ name }) => name)).toEqual(['eu']);
    expect(there.vault.state(madrid.id, madrid)).toBe('none');
  });

  it('leaves passwords that were typed since where they are when it is taken back', async () => {
    const { exported, roster, imports, read, vault, madrid } = await filled();
    const { text } = await exported(true);
    await vault.set(madrid.id, 'before', madrid);
    const { token, preview } = await read(text, passphrase);
    expect(preview.rows).toHaveLength(2);
    await imports.apply({ token, choices: ['replace', 'add'], withPasswords: true });
    const added = roster.list().find(({ name }) => name === 'paris 2');
    if (added === undefined) throw new Error('it was imported');
    await vault.set(madrid.id, 'typed since', madrid);
    await vault.set(added.id, 'typed there', added);
    await imports.undo(token);
    expect(await roster.passwordFor(madrid.id, madrid)).toBe('typed since');
    expect(roster.list().map(({ name }) => name)).toContain('paris 2');
    expect(await roster.passwordFor(added.id, added)).toBe('typed there');
  });

  it('wants of a production profile what an edit wants, and else changes nothing', async () => {
    const { exported, roster, imports, read, madrid } = await filled();
    const { text } = await exported();
    await roster.save({ id: madrid.id, draft: { ...madrid, environment: 'production' } });
    const before = roster.importing.book();
    const { token, preview } = await read(text);
    expect(preview.rows[0]).toMatchObject({ problems: ['guarded'] });
    const order = { token, choices: all(preview.rows, 'replace'), withPasswords: false };
    await expect(imports.apply(order)).rejects.toMatchObject({ code: 'confirmation-needed' });
    expect(roster.importing.book()).toEqual(before);
    await imports.apply({ ...order, confirmName: 'madrid' });
    expect(roster.get(madrid.id)?.environment).toBe('development');
  });

  it('replaces nothing that is another by now than the preview showed', async () => {
    const { exported, roster, imports, read, madrid } = await filled();
    const { token, preview } = await read((await exported()).text);
    await roster.save({ id: madrid.id, draft: { ...madrid, pollSeconds: 9 } });
    const before = roster.importing.book();
    const order = { token, choices: all(preview.rows, 'replace'), withPasswords: false };
    await expect(imports.apply(order)).rejects.toMatchObject({
      code: 'edited-elsewhere',
      detail: { name: 'madrid', conflicts: [{ field: 'pollSeconds', mine: 1, theirs: 9 }] },
    });
    expect(roster.importing.book()).toEqual(before);
  });

  it('leaves profiles as they were where the passwords cannot be kept', async () => {
    const { exported } = await filled();
    const there = await place();
    const { token, preview } = await there.read((await exported(true)).text, passphrase);
    there.cipher.locked = true;
    const order = { token, choices: all(preview.rows, 'add'), withPasswords: true };
    await expect(there.imports.apply(order)).rejects.toMatchObject({ code: 'secrets-unavailable' });
    expect(there.roster.importing.book()).toEqual({
      profiles: [],
      folders: [],
      tags: [],
      classes: [],
    });
    there.cipher.locked = false;
    expect(await there.imports.apply(order)).toMatchObject({ added: 2, passwords: 1 });
  });
});

describe('a file that is being imported', () => {
  it('is kept for a quarter of an hour, and four of them at once', async () => {
    const { imports, clock } = await place();
    const [first, ...others] = Array.from({ length: 5 }, () => imports.begin(10));
    expect(() => imports.part(first ?? '', 'a')).toThrow(
      expect.objectContaining({ code: 'import-expired' }),
    );
    for (const token of others) imports.part(token, 'a');
    await clock.advance(14 * 60_000);
    imports.part(others[0] ?? '', 'a');
    await clock.advance(2 * 60_000);
    imports.part(others[0] ?? '', 'a');
    expect(() => imports.part(others[1] ?? '', 'a')).toThrow(
      expect.objectContaining({ code: 'import-expired' }),
    );
  });

  it('is not longer than was said, and nothing is done with what is no export', async () => {
    const { imports, roster } = await place();
    const token = imports.begin(3);
    imports.part(token, 'abc');
    expect(() => imports.part(token, 'd')).toThrow(
      expect.objectContaining({ detail: { case: 'long' } }),
    );
    await expect(imports.read(token, undefined)).rejects.toMatchObject({ code: 'not-an-export' });
    await expect(imports.apply({ token, choices: [], withPasswords: true })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    expect(roster.list()).toEqual([]);
  });
});
