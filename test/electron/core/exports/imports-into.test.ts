import { describe, expect, it, vi } from 'vitest';
import { all, filled, passphrase, place, planted } from './imports-rig.ts';

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
