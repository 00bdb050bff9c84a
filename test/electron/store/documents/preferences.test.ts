import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
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
