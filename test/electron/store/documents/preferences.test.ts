import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openPersonal } from '../../../../electron/store/documents/personal.ts';
import { openPreferences } from '../../../../electron/store/documents/preferences.ts';
import { preferencesSchema } from '../../../../shared/model/app-info.ts';
import { keptOf } from '../../../support/facts.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

describe('the preferences', () => {
  it('are the defaults before anything was chosen', async () => {
    const { store, notices } = await openPreferences(temporaryDirectory());
    expect(store.get()).toEqual(preferencesSchema.parse({}));
    expect(notices).toEqual([]);
  });

  it('outlive the store, and a choice leaves the others as they are', async () => {
    const directory = temporaryDirectory();
    const { store } = await openPreferences(directory);
    await store.set({ language: 'es', boardDescending: true });
    expect(await store.set({ colorScheme: 'dark' })).toMatchObject({ language: 'es' });
    const next = await openPreferences(directory);
    expect(next.store.get()).toMatchObject({
      language: 'es',
      boardDescending: true,
      colorScheme: 'dark',
    });
  });

  it('keep the good choices beside one that is not known, and the file as it was', async () => {
    const directory = temporaryDirectory();
    const { store } = await openPreferences(directory);
    await store.set({ language: 'es', chartRange: '24h' });
    const file = join(directory, 'preferences.json');
    const damaged = readFileSync(file, 'utf8').replace('"24h"', '"a century"');
    writeFileSync(file, damaged);
    const next = await openPreferences(directory);
    expect(next.store.get()).toMatchObject({ language: 'es', chartRange: '24h' });
    expect(next.notices).toMatchObject([
      { code: 'file-damaged', detail: { file: 'preferences.json', lost: 1, mended: 1 } },
    ]);
    const kept = join(directory, keptOf(next.notices[0]));
    expect(readFileSync(kept, 'utf8')).toBe(damaged);
  });

  it('tell of a choice that another process made', async () => {
    const directory = temporaryDirectory();
    const { store } = await openPreferences(directory);
    onTestFinished(store.close);
    const told = new Promise<void>((resolve) => void store.onChange(resolve));
    const other = await openPreferences(directory);
    onTestFinished(other.store.close);
    await other.store.set({ language: 'es' });
    await told;
    expect(store.get().language).toBe('es');
  });

  it('are restored from the copy where the file is damaged', async () => {
    const directory = temporaryDirectory();
    await (await openPreferences(directory)).store.set({ boardSort: 'state' });
    writeFileSync(join(directory, 'preferences.json'), 'null');
    const { store, notices } = await openPreferences(directory);
    expect(store.get().boardSort).toBe('state');
    expect(notices).toMatchObject([{ code: 'file-restored' }]);
  });
});

describe('two processes with one directory', () => {
  it('keep what each of them chose, and what each of them added to managed profiles', async () => {
    const directory = temporaryDirectory();
    const [app, other] = await Promise.all([
      openPreferences(directory),
      openPreferences(directory),
    ]);
    await Promise.all([
      app.store.set({ language: 'es' }),
      other.store.set({ colorScheme: 'dark' }),
      app.store.set({ boardDescending: true }),
    ]);
    const chosen = (await openPreferences(directory)).store.get();
    expect(chosen).toMatchObject({ language: 'es', colorScheme: 'dark', boardDescending: true });

    const [a, b] = ['a', 'b'].map((end) => `0d9f7b5e-6a34-4c8f-9d27-0c2f0f6c9a0${end}`);
    const [mine, theirs] = await Promise.all([openPersonal(directory), openPersonal(directory)]);
    await Promise.all([
      mine.change((all) => ({ ...all, [`${a}`]: { ...all[`${a}`], notes: 'Call Eva' } })),
      theirs.change((all) => ({ ...all, [`${a}`]: { ...all[`${a}`], favourite: true } })),
      theirs.change((all) => ({ ...all, [`${b}`]: { colour: 'red' } })),
    ]);
    expect((await openPersonal(directory)).get()).toEqual({
      [`${a}`]: { notes: 'Call Eva', favourite: true },
      [`${b}`]: { colour: 'red' },
    });
  });

  it('mend what was added to a managed profile from a copy, and keep the damaged file', async () => {
    const directory = temporaryDirectory();
    const personal = await openPersonal(directory);
    const id = '0d9f7b5e-6a34-4c8f-9d27-0c2f0f6c9a0a';
    await personal.change(() => ({ [id]: { notes: 'Call Eva' } }));
    const file = join(directory, 'personal.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"Call Eva"', '7'));
    const next = await openPersonal(directory);
    expect(next.get()).toEqual({ [id]: { notes: 'Call Eva' } });
    expect(next.notices).toMatchObject([
      { code: 'file-damaged', detail: { file: 'personal.json', lost: 1, mended: 1 } },
    ]);
  });
});
