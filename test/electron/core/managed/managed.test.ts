import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createConsole } from '../../../../electron/console.ts';
import { openProfiles } from '../../../../electron/store/documents/profiles.ts';
import { openManaged } from '../../../../electron/store/managed/managed-store.ts';
import { openVaults } from '../../../../electron/store/secrets/vaults.ts';
import { profileDraftSchema } from '../../../../shared/model/profile.ts';
import { openConsoleWindow } from '../../console-window.ts';
import { managedContent, managedSystem } from '../../store/managed/managed-file.ts';
import { temporaryDirectory } from '../../store/temporary-directory.ts';

const folder = 'a0000000-0000-4000-8000-000000000001';

const content = {
  folders: [{ id: folder, name: 'Europe', settings: { user: 'eva', autoConnect: false } }],
  profiles: [
    { name: 'Madrid', host: 'm.example', folderId: folder, notes: 'Rack 4', colour: 'red' },
    { name: 'Paris', host: 'p.example', folderId: folder, settings: { environment: 'production' } },
  ],
  preferences: { language: 'es' },
  policy: { exportSecrets: false },
};

async function start({ more = {}, directory = temporaryDirectory() } = {}) {
  const { system, write } = managedSystem({ ...content, ...more });
  const faults: string[] = [];
  const core = await createConsole({
    directory,
    shell: 'web',
    version: '1.2.3',
    vault: await openVaults({
      directory,
      logFault: (what, error) => faults.push(`${what}: ${error}`),
    }),
    managed: await openManaged(system, { watch: true }),
    logFault: (what, error) => faults.push(`${what}: ${error}`),
  });
  let closed: Promise<void> | null = null;
  const close = () => (closed ??= core.close());
  onTestFinished(close);
  const window = openConsoleWindow(core.router);
  const named = async (name: string) => {
    const found = (await window.call('profiles.list', {})).find((entry) => entry.name === name);
    if (found === undefined) throw new Error(`no ${name}`);
    return found;
  };
  return { window, write, named, directory, faults, close };
}

const draft = (more: object = {}) =>
  profileDraftSchema.parse({
    name: 'Lyon',
    host: 'l.example',
    user: 'ana',
    autoConnect: false,
    ...more,
  });

describe('a managed profile', () => {
  it('is listed, with what its managed folder says, and who says so', async () => {
    const { window, named } = await start();
    expect(await window.call('managed.state', {})).toMatchObject({
      by: 'Example Corp',
      source: 'environment',
      locked: ['language'],
      policy: { exportSecrets: false },
    });
    const folders = await window.call('folders.list', {});
    expect(folders).toMatchObject([{ name: 'Europe', managed: true }]);
    expect(await named('Madrid')).toMatchObject({
      folder: 'Europe',
      user: 'eva',
      sources: { user: folders[0]?.id },
      notes: '',
      colour: 'red',
      managed: { notes: 'Rack 4' },
      savedPassword: 'none',
    });
  });

  it('takes a password, notes, a colour and a favourite of the user’s own, which outlive the console', async () => {
    const { window, named, directory, close } = await start();
    const base = await named('Madrid');
    const saved = await window.call('profiles.save', {
      id: base.id,
      base,
      draft: { ...base, notes: 'Call Eva', favourite: true },
      password: 'secret',
    });
    expect(saved).toMatchObject({
      notes: 'Call Eva',
      favourite: true,
      colour: 'red',
      managed: { notes: 'Rack 4' },
      savedPassword: 'here',
    });
    await close();
    expect(JSON.parse(readFileSync(join(directory, 'personal.json'), 'utf8'))).toMatchObject({
      personal: { [base.id]: { notes: 'Call Eva', favourite: true } },
    });
    const again = await start({ directory });
    expect(await again.named('Madrid')).toMatchObject({ id: base.id, notes: 'Call Eva' });
  });

  it('cannot be edited otherwise or removed, by whatever call, and nothing of the request is done', async () => {
    const { window, named } = await start();
    const own = await window.call('profiles.save', { draft: draft() });
    const managed = await named('Madrid');
    const paris = await named('Paris');
    const folderId = (await window.call('folders.list', {})).find((each) => each.managed)?.id ?? '';
    const refused = (detail: object) => ({
      code: 'managed',
      detail: { by: 'Example Corp', ...detail },
    });
    const host = { ...managed, host: 'evil.example' };
    await expect(
      window.call('profiles.save', { id: managed.id, base: managed, draft: host }),
    ).rejects.toMatchObject(refused({ case: 'profile', name: 'Madrid', field: 'host' }));
    await expect(
      window.call('profiles.edit', { ids: [own.id, managed.id], set: { pollSeconds: 5 } }),
    ).rejects.toMatchObject(refused({ case: 'profile', field: 'pollSeconds' }));
    await expect(window.call('profiles.remove', { id: paris.id })).rejects.toMatchObject(
      refused({ case: 'profile-removed', name: 'Paris' }),
    );
    await expect(
      window.call('profiles.removeMany', { ids: [own.id, managed.id] }),
    ).rejects.toMatchObject(refused({ case: 'profile-removed', name: 'Madrid' }));
    const folderDraft = { name: 'X', parentId: null, settings: {} };
    for (const change of [
      window.call('folders.save', { id: folderId, draft: folderDraft }),
      window.call('folders.save', { draft: { ...folderDraft, parentId: folderId } }),
      window.call('folders.remove', { id: folderId }),
    ]) {
      await expect(change).rejects.toMatchObject(refused({ case: 'folder', name: 'Europe' }));
    }
    expect(await window.call('profiles.list', {})).toEqual([own, managed, paris]);
  });

  it('takes one password for many together with the user’s own', async () => {
    const { window, named } = await start();
    const own = await window.call('profiles.save', { draft: draft() });
    const { id } = await named('Madrid');
    const saved = await window.call('profiles.edit', {
      ids: [own.id, id],
      set: {},
      password: 'secret',
    });
    expect(saved.map(({ savedPassword }) => savedPassword)).toEqual(['here', 'here']);
  });

  it('is called otherwise where the user has one of its name, and both are told', async () => {
    const directory = temporaryDirectory();
    const { store } = await openProfiles(directory);
    const { id } = await store.add(draft({ name: 'madrid' }));
    const { window } = await start({ directory });
    const names = (await window.call('profiles.list', {})).map(({ name }) => name);
    expect(names).toEqual(['madrid', 'Madrid (Example Corp)', 'Paris']);
    expect(await window.call('app.notices', {})).toMatchObject([
      {
        code: 'managed-names',
        detail: { name: 'Madrid', called: 'Madrid (Example Corp)', others: 0 },
      },
    ]);
    await window.call('profiles.remove', { id });
    expect((await window.call('profiles.list', {})).map(({ name }) => name)).toEqual([
      'Madrid',
      'Paris',
    ]);
    expect(await window.call('app.notices', {})).toEqual([]);
    store.close();
  });

  it('does not give its name to a new one of the user', async () => {
    const { window } = await start();
    await expect(
      window.call('profiles.save', { draft: draft({ name: 'PARIS' }) }),
    ).rejects.toMatchObject({ code: 'invalid-input', detail: { case: 'taken' } });
  });

  it('comes, changes and goes with its file, which windows are told of as what changed', async () => {
    const { window, write, named } = await start();
    const paris = await named('Paris');
    const gone = window.until('profiles.changed', ({ removed }) => removed.length > 0);
    const state = window.until('managed.changed', () => true);
    write({
      ...managedContent,
      organisation: 'Other Corp',
      profiles: [
        { name: 'Madrid', host: 'new.example', settings: { user: 'eva', autoConnect: false } },
      ],
    });
    expect(await gone).toMatchObject({
      removed: [paris.id],
      changed: [{ name: 'Madrid', host: 'new.example', folder: '' }],
    });
    expect(await state).toMatchObject({ by: 'Other Corp', locked: [] });
    expect(await window.call('folders.list', {})).toEqual([]);
  });
});

describe('a locked preference', () => {
  it('holds whatever was chosen before, and cannot be chosen', async () => {
    const directory = temporaryDirectory();
    writeFileSync(
      join(directory, 'preferences.json'),
      JSON.stringify({ version: 1, preferences: { language: 'en', colorScheme: 'dark' } }),
    );
    const { window, write } = await start({ directory });
    expect(await window.call('preferences.get', {})).toMatchObject({
      language: 'es',
      colorScheme: 'dark',
    });
    await expect(window.call('preferences.set', { language: 'en' })).rejects.toMatchObject({
      code: 'managed',
      detail: { case: 'preference', field: 'language', by: 'Example Corp' },
    });
    expect(
      await window.call('preferences.set', { language: 'es', colorScheme: 'light' }),
    ).toMatchObject({ language: 'es', colorScheme: 'light' });
    const unlocked = window.until('preferences.changed', ({ language }) => language === 'en');
    write({ ...managedContent, ...content, preferences: {} });
    await unlocked;
    expect(await window.call('preferences.set', { language: 'auto' })).toMatchObject({
      language: 'auto',
    });
  });
});

describe('a webhook that the policy forbids', () => {
  it('is as none and cannot be set, and is back when the policy goes', async () => {
    const { window, write } = await start();
    const url = 'https://alerts.example/hook';
    await window.call('alerts.setWebhook', { url, secret: 'a-secret-of-the-webhook' });
    const gone = window.until('alerts.webhookChanged', (state) => state.url === null);
    write({ ...managedContent, ...content, policy: { webhook: false } });
    await gone;
    expect(await window.call('alerts.webhook', {})).toMatchObject({ url: null });
    await expect(
      window.call('alerts.setWebhook', { url, secret: 'another-secret-of-it' }),
    ).rejects.toMatchObject({
      code: 'managed',
      detail: { case: 'preference', field: 'webhook', by: 'Example Corp' },
    });
    const back = window.until('alerts.webhookChanged', (state) => state.url === url);
    write({ ...managedContent, ...content, policy: {} });
    await back;
  });
});
