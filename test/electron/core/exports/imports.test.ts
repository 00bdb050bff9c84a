import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportProfiles } from '../../../../electron/store/exports/export-profiles.ts';
import { folderPlace } from '../../../../electron/store/secrets/folder-place.ts';
import { all, draft, filled, passphrase, place, planted } from './imports-rig.ts';

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
