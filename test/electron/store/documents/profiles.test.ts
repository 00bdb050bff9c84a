import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openProfiles } from '../../../../electron/store/documents/profiles.ts';
import { draftOf } from '../profile-drafts.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

async function setUp(directory = temporaryDirectory()) {
  const { store, notices } = await openProfiles(directory);
  return { directory, store, notices };
}

describe('the profile store', () => {
  it('of an empty directory has no profiles and nothing to tell', async () => {
    const { store, notices } = await setUp();
    expect(store.list()).toEqual([]);
    expect(notices).toEqual([]);
  });

  it('keeps what was added for whoever opens the directory next', async () => {
    const { directory, store } = await setUp();
    const madrid = await store.add(draftOf('Madrid', { environment: 'production', folder: 'a/b' }));
    const lima = await store.add(draftOf('Lima'));
    expect(store.get(madrid.id)).toEqual(madrid);
    const { store: next } = await setUp(directory);
    expect(next.list()).toEqual([madrid, lima]);
  });

  it('edits, removes and puts back under the same id', async () => {
    const { directory, store } = await setUp();
    const { id } = await store.add(draftOf('Madrid'));
    const edited = await store.update(id, () => draftOf('Madrid', { host: '2001:db8::1' }));
    expect(edited).toMatchObject({ id, host: '2001:db8::1' });
    expect(await store.remove(id)).toEqual(edited);
    expect(store.list()).toEqual([]);
    expect(await store.restore(edited)).toEqual(edited);
    expect((await setUp(directory)).store.list()).toEqual([edited]);
  });

  it('refuses a name that another profile has, whatever its case', async () => {
    const { store } = await setUp();
    const madrid = await store.add(draftOf('Madrid'));
    const lima = await store.add(draftOf('Lima'));
    const taken = { code: 'invalid-input', detail: { field: 'name' } };
    await expect(store.add(draftOf('MADRID'))).rejects.toMatchObject(taken);
    await expect(store.update(lima.id, () => draftOf('madrid'))).rejects.toMatchObject(taken);
    await store.remove(madrid.id);
    await store.add(draftOf('madrid'));
    await expect(store.restore(madrid)).rejects.toMatchObject(taken);
    expect(store.list().map(({ name }) => name)).toEqual(['Lima', 'madrid']);
  });

  it('lets a profile keep its own name', async () => {
    const { store } = await setUp();
    const { id } = await store.add(draftOf('Madrid'));
    expect(await store.update(id, () => draftOf('MADRID'))).toMatchObject({ name: 'MADRID' });
  });

  it('refuses a draft that is no profile, and names the field', async () => {
    const { store } = await setUp();
    await expect(store.add({ ...draftOf('Madrid'), port: 70_000 })).rejects.toMatchObject({
      code: 'invalid-input',
      detail: { field: 'port' },
    });
    expect(store.list()).toEqual([]);
  });

  it('says so where there is no such profile', async () => {
    const { store } = await setUp();
    const id = 'b2a8c3f2-98c3-4b7e-9f0e-3f3f5b0a6a11';
    await expect(store.update(id, () => draftOf('Madrid'))).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(store.remove(id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('loses none of many changes that are asked for at once', async () => {
    const { directory, store } = await setUp();
    const names = Array.from({ length: 20 }, (_, number) => `proxy ${number}`);
    await Promise.all(names.map((name) => store.add(draftOf(name))));
    const { store: next } = await setUp(directory);
    expect(next.list().map(({ name }) => name)).toEqual(names);
  });

  it('tells its listeners of every change, until they leave', async () => {
    const { store } = await setUp();
    let told = 0;
    const leave = store.onChange(() => told++);
    const { id } = await store.add(draftOf('Madrid'));
    await store.remove(id);
    expect(told).toBe(2);
    leave();
    await store.add(draftOf('Lima'));
    expect(told).toBe(2);
  });

  it('shows what another store of the same directory changed, and tells its listeners', async () => {
    const { directory, store } = await setUp();
    const other = (await setUp(directory)).store;
    let told = 0;
    store.onChange(() => told++);
    const madrid = await other.add(draftOf('Madrid'));
    await expect.poll(() => store.list()).toEqual([madrid]);
    expect(told).toBe(1);
    store.close();
    other.close();
  });

  it('edits what another store saved a moment ago rather than what it saw itself', async () => {
    const { directory, store } = await setUp();
    const other = (await setUp(directory)).store;
    const madrid = await other.add(draftOf('Madrid'));
    const lima = await store.add(draftOf('Lima'));
    expect(store.list()).toEqual([madrid, lima]);
    await other.remove(madrid.id);
    await expect(store.update(madrid.id, () => draftOf('Madrid'))).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it.runIf(process.platform !== 'win32')('leaves files of this user only', async () => {
    const { directory, store } = await setUp();
    await store.add(draftOf('Madrid'));
    const modes = readdirSync(directory).map((name) => statSync(join(directory, name)).mode);
    expect(modes.length).toBeGreaterThan(1);
    for (const mode of modes) expect(mode & 0o077).toBe(0);
  });

  it('keeps the last three good copies, and no temporary file', async () => {
    const { directory, store } = await setUp();
    for (const name of ['a', 'b', 'c', 'd', 'e']) await store.add(draftOf(name));
    const copies = readdirSync(directory).filter((name) => name.endsWith('.copy'));
    expect(copies).toHaveLength(3);
    const counts = copies.sort().map((name) => {
      const { profiles } = JSON.parse(readFileSync(join(directory, name), 'utf8'));
      return profiles.length;
    });
    expect(counts).toEqual([3, 4, 5]);
    expect(readdirSync(directory).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
