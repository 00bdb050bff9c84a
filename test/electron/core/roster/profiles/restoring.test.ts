import { readdirSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createRoster } from '../../../../../electron/core/roster/roster.ts';
import { openProfiles } from '../../../../../electron/store/documents/profiles.ts';
import { createSessionVault } from '../../../../../electron/store/secrets/session-vault.ts';
import { profileDraftSchema } from '../../../../../shared/model/profile.ts';
import { temporaryDirectory } from '../../../store/temporary-directory.ts';
import { namesTyped } from './names-typed.ts';

async function setUp() {
  const directory = temporaryDirectory();
  const { store } = await openProfiles(directory);
  const vault = createSessionVault();
  const roster = createRoster({
    profiles: store,
    vault,
    requireDeed: namesTyped(),
    logFault: (what, error) => {
      throw new Error(what, { cause: error });
    },
  });
  onTestFinished(store.close);
  const names = () => roster.list().map(({ name }) => name);
  return { directory, store, vault, roster, names };
}

const draft = (name: string, more: object = {}) =>
  profileDraftSchema.parse({ name, host: `${name}.example`, user: 'ana', ...more });

describe('good copies of the profiles', () => {
  it('are listed with what each would bring back, without that of now', async () => {
    const { roster } = await setUp();
    expect(await roster.copies.list()).toEqual([]);
    const [a, b] = await roster.saveAll([{ draft: draft('a') }, { draft: draft('b') }]);
    expect(await roster.copies.list()).toEqual([]);
    await roster.removeAll([{ id: a?.id ?? '' }, { id: b?.id ?? '' }]);
    const [copy, ...others] = await roster.copies.list();
    expect(others).toEqual([]);
    expect(copy).toEqual({
      savedAt: expect.any(Number),
      profiles: 2,
      missing: 2,
      different: 0,
      newer: 0,
      said: 0,
    });
    expect((await roster.copies.show(copy?.savedAt ?? 0)).missing.map(({ name }) => name)).toEqual([
      'a',
      'b',
    ]);
    await expect(roster.copies.show(1)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are brought back in one write that windows are told of, and taken back without what was edited since', async () => {
    const { roster, names } = await setUp();
    const [a, b] = await roster.saveAll([{ draft: draft('a') }, { draft: draft('b') }]);
    await roster.removeAll([{ id: a?.id ?? '' }, { id: b?.id ?? '' }]);
    const c = await roster.save({ draft: draft('c') });
    const copies = await roster.copies.list();
    const { savedAt } = copies.find(({ missing }) => missing === 2) ?? { savedAt: 0 };
    const told: number[] = [];
    roster.listen(({ added }) => told.push(added.length));
    const choice = { ids: 'all', removeNewer: false } as const;
    const { changed, undo } = await roster.copies.restore({ savedAt, choice });
    expect(changed).toBe(2);
    expect(names()).toEqual(['a', 'b', 'c']);
    expect(told).toEqual([2]);
    await roster.save({ id: b?.id, draft: draft('b', { port: 9 }) });
    expect(await roster.copies.undo(undo)).toBe(1);
    expect(names()).toEqual(['b', 'c']);
    await expect(roster.copies.undo(undo)).rejects.toMatchObject({ code: 'not-found' });
    expect(roster.get(c.id)).toEqual(c);
  });

  it('are listed where only tags and classes are otherwise, and bring those back until that is taken back', async () => {
    const { roster, store } = await setUp();
    const { id } = await roster.saveClass({ set: { name: 'Customer' } });
    await roster.saveTag({ tag: 'mail', settings: { intendedBufferSize: 4096 } });
    await roster.saveTag({ tag: 'mail', settings: { intendedBufferSize: 8192 } });
    await roster.saveClass({ id, set: { colour: 'blue' } });
    const said = () => {
      const { tags, classes } = store.book();
      return [tags[0]?.settings.intendedBufferSize, classes[0]?.colour];
    };
    const [, copy] = await roster.copies.list();
    expect(copy).toMatchObject({ missing: 0, different: 0, newer: 0, said: 2 });
    const { savedAt } = copy ?? { savedAt: 0 };
    const before = await roster.copies.show(savedAt);
    expect(before.tags).toEqual([
      { tag: 'mail', now: { intendedBufferSize: 8192 }, copy: { intendedBufferSize: 4096 } },
    ]);
    expect(before.classes).toMatchObject([{ id, now: { colour: 'blue' }, copy: { id } }]);
    const choice = { ids: 'all', removeNewer: false } as const;
    const { changed, undo } = await roster.copies.restore({ savedAt, choice });
    expect(changed).toBe(0);
    expect(said()).toEqual([4096, before.classes[0]?.copy?.colour]);
    await roster.copies.undo(undo);
    expect(said()).toEqual([8192, 'blue']);
  });

  it('want the name of a production profile that would go, and change nothing without it', async () => {
    const { roster, names } = await setUp();
    await roster.save({ draft: draft('a') });
    await roster.save({ draft: draft('b', { environment: 'production' }) });
    const { savedAt } = (await roster.copies.list()).find(({ newer }) => newer === 1) ?? {
      savedAt: 0,
    };
    const choice = { ids: 'all', removeNewer: true } as const;
    await expect(roster.copies.restore({ savedAt, choice })).rejects.toMatchObject({
      code: 'confirmation-needed',
      detail: { name: 'b' },
    });
    expect(names()).toEqual(['a', 'b']);
    const { undo } = await roster.copies.restore({ savedAt, choice, confirmNames: ['b'] });
    expect(names()).toEqual(['a']);
    expect(await roster.copies.undo(undo)).toBe(1);
    expect(names()).toEqual(['a', 'b']);
  });

  it('are each taken back by what their bringing back answered', async () => {
    const { roster, names } = await setUp();
    const [a, b] = await roster.saveAll([{ draft: draft('a') }, { draft: draft('b') }]);
    await roster.removeAll([{ id: a?.id ?? '' }, { id: b?.id ?? '' }]);
    const { savedAt } = (await roster.copies.list())[0] ?? { savedAt: 0 };
    const restore = (id = '') =>
      roster.copies.restore({ savedAt, choice: { ids: [id], removeNewer: false } });
    const first = await restore(a?.id);
    await restore(b?.id);
    await roster.copies.undo(first.undo);
    expect(names()).toEqual(['b']);
  });

  it('take the passwords of what goes along, and bring them back with it', async () => {
    const { roster, vault } = await setUp();
    await roster.save({ draft: draft('a') });
    const b = await roster.save({ draft: draft('b'), password: 'secret' });
    const { savedAt } = (await roster.copies.list()).find(({ newer }) => newer === 1) ?? {
      savedAt: 0,
    };
    const choice = { ids: 'all', removeNewer: true } as const;
    const { undo } = await roster.copies.restore({ savedAt, choice });
    expect(vault.state(b.id, b)).toBe('none');
    await roster.copies.undo(undo);
    expect(await roster.passwordFor(b.id, b)).toBe('secret');
    expect(await roster.forgetRemoved()).toEqual([]);
  });

  it('change nothing where passwords cannot follow', async () => {
    const { roster, vault, names } = await setUp();
    await roster.save({ draft: draft('a') });
    const b = await roster.save({ draft: draft('b'), password: 'secret' });
    const { savedAt } = (await roster.copies.list()).find(({ newer }) => newer === 1) ?? {
      savedAt: 0,
    };
    vault.deleteAll = () => Promise.reject(new Error('the disk is full'));
    const choice = { ids: 'all', removeNewer: true } as const;
    await expect(roster.copies.restore({ savedAt, choice })).rejects.toThrow('the disk is full');
    expect(names()).toEqual(['a', 'b']);
    expect(await roster.passwordFor(b.id, b)).toBe('secret');
  });

  it('are merged with what another process changed meanwhile', async () => {
    const { directory, roster } = await setUp();
    const a = await roster.save({ draft: draft('a') });
    await roster.remove({ id: a.id });
    const { savedAt } = (await roster.copies.list())[0] ?? { savedAt: 0 };
    const other = await openProfiles(directory);
    onTestFinished(other.store.close);
    await other.store.add(draft('elsewhere'));
    await roster.copies.restore({ savedAt, choice: { ids: [a.id], removeNewer: false } });
    const names = (await openProfiles(directory)).store.list().map(({ name }) => name);
    expect(names.sort()).toEqual(['a', 'elsewhere']);
  });

  it('are kept for a week of days, the last of each, beside the last three', async () => {
    const { directory, store } = await setUp();
    const realNow = Date.now;
    onTestFinished(() => {
      Date.now = realNow;
    });
    const day = 86_400_000;
    const first = Date.UTC(2026, 0, 1, 12);
    for (let n = 0; n < 12; n++) {
      for (const minute of [0, 1]) {
        Date.now = () => first + n * day + minute * 60_000;
        await store.add(draft(`p${n}-${minute}`));
      }
    }
    const kept = readdirSync(directory)
      .filter((name) => name.endsWith('.copy'))
      .map((name) => name.slice('profiles.json.'.length, 'profiles.json.'.length + 16))
      .sort();
    expect(kept).toEqual([
      ...[6, 7, 8, 9, 10].map((d) => `2026-01-${String(d).padStart(2, '0')}T12-01`),
      '2026-01-11T12-01',
      '2026-01-12T12-00',
      '2026-01-12T12-01',
    ]);
  });
});
