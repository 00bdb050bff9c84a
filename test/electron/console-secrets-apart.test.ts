import { describe, expect, it } from 'vitest';
import { setSecretsApart } from '../../electron/store/secrets/apart.ts';
import { openPassphraseVault } from '../../electron/store/secrets/passphrase/passphrase-vault.ts';
import { webPlace } from '../../electron/store/secrets/web-place.ts';
import { placeSchema } from '../../shared/model/place.ts';
import { usualPreferences } from '../../shared/model/usual-preferences.ts';
import { own, startCore } from './console-rig.ts';
import type { ConsoleWindow } from './console-window.ts';

const sourceId = '5b0f2f4e-8a53-4f0e-9d0c-0d1f6f2f7a01';
const webhookUrl = 'https://hooks.example/alerts';
const prometheusUrl = 'https://metrics.example:9090';
const source = {
  id: sourceId,
  folderId: null,
  url: prometheusUrl,
  reach: 'past-kept',
  signIn: 'bearer',
  user: '',
} as const;

/** Secrets that are no profile's: the UUID that an older console kept each under, and the place that it is bound to. */
const secrets = [
  {
    what: 'the token of /metrics',
    id: 'a1e27000-0000-4000-8000-0000000000fe',
    place: placeSchema.parse({ host: 'localhost', port: 9460, user: 'metrics' }),
  },
  {
    what: 'the secret of the webhook',
    id: 'a1e27000-0000-4000-8000-0000000000ff',
    place: webPlace(webhookUrl, 'webhook'),
  },
  { what: 'that of a Prometheus', id: sourceId, place: webPlace(prometheusUrl, 'prometheus') },
] as const;
const metrics = { ...usualPreferences.metrics, token: true };
const allThere = { metrics: true, webhook: 'here', history: ['here'] };

/** Sets all of them up; without secrets where those are there already. */
async function setAll(window: ConsoleWindow, secret: string | null): Promise<void> {
  await window.call('metrics.save', { settings: metrics, token: secret });
  await window.call('alerts.setWebhook', { url: webhookUrl, secret });
  await window.call('historyFrom.save', { source, secret });
}

/** Which of them there are. */
async function there(window: ConsoleWindow) {
  return {
    metrics: (await window.call('metrics.state', {})).hasToken,
    webhook: (await window.call('alerts.webhook', {})).secret,
    history: (await window.call('historyFrom.list', {})).map(({ secret }) => secret),
  };
}

type Named = (typeof secrets)[number];

const profileOf = ({ id, place: { host, ...settings } }: Named) => ({
  id,
  name: 'Trap',
  host,
  folderId: null,
  settings,
});
const folderOf = ({ id, place: { host: _, ...settings } }: Named) => ({
  id,
  name: 'Trap',
  parentId: null,
  kept: true,
  settings,
});

/** Imports a file as somebody else may have written it. */
async function importFile(window: ConsoleWindow, profiles: object[], folders: object[]) {
  const file = { format: 'spcp-console-profiles', version: 1, profiles, folders };
  const text = JSON.stringify(file);
  const { token } = await window.call('import.begin', { length: text.length });
  await window.call('import.part', { token, text });
  await window.call('import.read', { token });
  const choices = profiles.map(() => 'add' as const);
  await window.call('import.apply', { token, choices, withPasswords: false });
}

describe.each(secrets)('$what', (named) => {
  const { id, place } = named;

  it('is no password of a profile that a file gives its id and place, and does not go with it', async () => {
    const { window } = await startCore();
    await setAll(window, 'a-secret-of-this-test-0123456789');
    await importFile(window, [profileOf(named)], []);
    expect(await window.call('profiles.list', {})).toMatchObject([
      { id, ...place, savedPassword: 'none' },
    ]);
    // What its login would send.
    expect(await own.vault.get(id, place)).toBeNull();
    await window.call('profiles.remove', { id });
    expect(await there(window)).toEqual(allThere);
  });

  it('is none of one that somebody leads to its place later', async () => {
    const { window } = await startCore();
    await setAll(window, 'a-secret-of-this-test-0123456789');
    await importFile(window, [{ ...profileOf(named), host: 'elsewhere.example' }], []);
    const [entry] = await window.call('profiles.list', {});
    if (entry === undefined) throw new Error('it was imported');
    const {
      sources: _,
      savedPassword: __,
      stockCredentials: ___,
      demo: ____,
      id: _____,
      ...base
    } = entry;
    const draft = { ...base, host: place.host };
    const saved = await window.call('profiles.save', { id, base, draft });
    expect(saved).toMatchObject({ id, ...place, savedPassword: 'none' });
    // Nor does a password of its own take its place.
    await window.call('profiles.save', { id, base: draft, draft, password: 'its own' });
    await window.call('profiles.save', { id, base: draft, draft, password: null });
    expect(await there(window)).toEqual(allThere);
  });

  it('is no password of a folder that a file gives its id, and does not go with it', async () => {
    const { window } = await startCore();
    await setAll(window, 'a-secret-of-this-test-0123456789');
    const inIt = { ...profileOf(named), id: sourceId.replace(/^./, '6'), folderId: id };
    await importFile(window, [{ ...inIt, settings: {} }], [folderOf(named)]);
    const [folder] = await window.call('folders.list', {});
    expect(folder).toMatchObject({ id, settings: { user: place.user } });
    expect(folder?.savedPassword ?? 'none').toBe('none');
    expect((await window.call('profiles.list', {}))[0]?.savedPassword).toBe('none');
    await window.call('folders.remove', { id });
    expect(await there(window)).toEqual(allThere);
  });
});

describe('secrets that an older console kept under UUIDs', () => {
  /** Leaves them as an older console did; `more` is what its window did beside it. */
  async function older(more: (window: ConsoleWindow) => Promise<unknown>): Promise<void> {
    const { core, window } = await startCore();
    await setAll(window, null);
    for (const { id, place } of secrets) await own.vault.set(id, `old ${place.user}`, place);
    await more(window);
    await core.close();
  }

  it('are found at the start, and are no longer where a profile could name them', async () => {
    const none = { metrics: false, webhook: 'none', history: ['none'] };
    await older(async (window) => expect(await there(window)).toEqual(none));
    const { window } = await startCore();
    expect(await there(window)).toEqual(allThere);
    expect(await own.vault.get('metrics:token', secrets[0].place)).toBe('old metrics');
    for (const { id, place } of secrets) expect(own.vault.state(id, place)).toBe('none');
  });

  it('stay out of the way of those that were entered since', async () => {
    await older((window) => setAll(window, 'a-secret-of-this-test-0123456789'));
    await startCore();
    const { place } = secrets[0];
    expect(await own.vault.get('metrics:token', place)).toBe('a-secret-of-this-test-0123456789');
    expect(own.vault.state(secrets[0].id, place)).toBe('none');
  });

  it('are left to a profile that has such an id', async () => {
    const [, , named] = secrets;
    await older((window) => importFile(window, [profileOf(named)], []));
    const { window } = await startCore();
    expect(await there(window)).toEqual({ ...allThere, history: ['none'] });
    expect(await own.vault.get(named.id, named.place)).toBe('old prometheus');
  });

  it('wait for the unlock of a passphrase vault', async () => {
    const vault = await openPassphraseVault(own.directory);
    own.running.push({ close: async () => vault.close() });
    await vault.create('a passphrase', []);
    const [{ id, place }] = secrets;
    await vault.set(id, 'old metrics', place);
    vault.lock();
    const logFault = (what: string) => own.faults.push(what);
    await setSecretsApart({ vault, sourceIds: [], books: [], logFault });
    expect(vault.state(id, place)).toBe('here');
    const { promise, resolve } = Promise.withResolvers<void>();
    vault.onChange(() => {
      if (vault.state('metrics:token', place) === 'here') resolve();
    });
    await vault.unlock('a passphrase');
    await promise;
    expect(vault.state(id, place)).toBe('none');
    expect(own.faults).toEqual([]);
  });
});
