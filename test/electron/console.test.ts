import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Console, type ConsoleParts, createConsole } from '../../electron/console.ts';
import {
  type ReferenceProxy,
  startReferenceProxy,
} from '../../electron/reference-proxy/reference-proxy.ts';
import { openDatabase } from '../../electron/store/database/database.ts';
import { openVaults, type Vaults } from '../../electron/store/secrets/vaults.ts';
import { createSessions } from '../../electron/web/door/sessions.ts';
import type { TopicParams } from '../../shared/ipc/contract.ts';
import type { ProxyEventKind } from '../../shared/model/event.ts';
import type { KnownSettings } from '../../shared/model/fleet-frame.ts';
import { placeSchema } from '../../shared/model/place.ts';
import { startFilteringRelay } from '../support/filtering-relay.ts';
import { udpTarget } from '../support/udp-target.ts';
import { type ConsoleWindow, openConsoleWindow } from './console-window.ts';

const password = 'correct horse battery';
let directory: string;
let vault: Vaults;
let faults: string[];
let running: { close(): Promise<void> }[];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spcp-console-core-'));
  faults = [];
  vault = await openVaults({
    directory,
    logFault: (what, error) => faults.push(`${what}: ${error}`),
  });
  running = [];
});

afterEach(async () => {
  for (const one of running.reverse()) await one.close();
  await rm(directory, { recursive: true, force: true });
});

async function startCore(
  more: Partial<ConsoleParts> = {},
): Promise<{ core: Console; window: ConsoleWindow }> {
  const core = await createConsole({
    directory,
    shell: 'web',
    version: '1.2.3',
    vault,
    logFault: (what, error) => faults.push(`${what}: ${error}`),
    ...more,
  });
  running.push(core);
  return { core, window: openConsoleWindow(core.router) };
}

async function startProxy(port?: Partial<ReturnType<typeof udpTarget>>): Promise<ReferenceProxy> {
  const proxy = await startReferenceProxy({ name: 'peer', udpPort: 0, password, ...port });
  running.push(proxy);
  return proxy;
}

const draftOf = (proxy: ReferenceProxy, more: object = {}) => ({
  name: 'Madrid',
  ...udpTarget(proxy),
  user: proxy.user,
  pollSeconds: 0.5,
  ...more,
});

async function addProxy(window: ConsoleWindow, proxy: ReferenceProxy, more: object = {}) {
  const { id } = await window.call('profiles.save', { draft: draftOf(proxy, more), password });
  await window.untilState(id, 'ready');
  return id;
}

const placeOf = (proxy: ReferenceProxy) => placeSchema.parse(draftOf(proxy));

/** The stages of a connection test. */
async function tested(window: ConsoleWindow, params: TopicParams<'profiles.test'>) {
  const value = await window.until('profiles.test', ({ kind }) => kind !== 'stage', params);
  if (value.kind !== 'done') throw new Error(`the test was not made: ${JSON.stringify(value)}`);
  return value.test.stages;
}

/** Kinds of events, oldest first. */
async function eventKinds(window: ConsoleWindow, id: string): Promise<ProxyEventKind[]> {
  const events = await window.call('events.list', { id, limit: 100 });
  return events.map(({ kind }) => kind).reverse();
}

describe('the console', () => {
  it('tells what it is and where it keeps things', async () => {
    const { window } = await startCore();
    expect(await window.call('app.info', {})).toMatchObject({
      version: '1.2.3',
      shell: 'web',
      dataDirectory: directory,
      vault: { kind: 'session', persistent: false, reason: 'web-shell' },
    });
    expect(await window.call('app.notices', {})).toEqual([]);
  });

  it('tells of the browsers that its shell lets in, as they come and go', async () => {
    const sessions = createSessions(Date.now);
    const { window } = await startCore({ sessions });
    expect(await window.call('app.sessions', {})).toEqual([]);
    const told = window.until('app.sessionsChanged', () => true);
    sessions.begin(null, 'Firefox 143, Linux');
    await told;
    const [session] = await window.call('app.sessions', {});
    expect(session).toMatchObject({ browser: 'Firefox 143, Linux', windows: 0, own: false });
    const toldAgain = window.until('app.sessionsChanged', () => true);
    await window.call('app.endSession', { id: session?.id ?? '' });
    await toldAgain;
    expect(await window.call('app.sessions', {})).toEqual([]);
  });

  it('connects a new profile, and shows, stores and announces what it reads', async () => {
    const { window } = await startCore();
    const added = window.until('events.added', ({ kind }) => kind === 'connected');
    const listed = window.until('profiles.changed', ({ changed }) => changed.length === 1);
    const id = await addProxy(window, await startProxy());
    const { proxies } = await window.until('fleet.frames', (frame) =>
      frame.proxies.some(({ metrics }) => metrics !== null),
    );
    expect(proxies[0]).toMatchObject({ id, metrics: { transferredBytes: '0', accesses: '0' } });
    expect(await added).toMatchObject({ profileId: id, profileName: 'Madrid' });
    expect((await listed).changed).toMatchObject([{ id, savedPassword: 'here', demo: false }]);
    const range = { ids: [id], from: Date.now() - 60_000, to: Date.now() + 60_000, points: 100 };
    await window.untilCall('history.range', range, ([one]) => (one?.at ?? []).length > 1);
    expect(await eventKinds(window, id)).toEqual(['profile-added', 'connected']);
  });

  it('shows with a proxy what its settings are known to be, at once when they are changed', async () => {
    const { window } = await startCore();
    const id = await addProxy(window, await startProxy());
    await window.untilState(id, 'ready');
    const untilSettings = (wanted: (settings: KnownSettings) => boolean) =>
      window.until('fleet.frames', ({ proxies }) =>
        proxies.some((proxy) => proxy.id === id && wanted(proxy.settings)),
      );
    await untilSettings(({ transformation }) => transformation?.value === null);
    await window.call('change.transformation', { id, seen: null, next: 'cat' });
    await untilSettings(({ transformation }) => transformation?.value === 'cat');
    await window.call('change.bufferSize', { id, bytes: 4096 });
    await untilSettings(({ bufferSize }) => bufferSize?.bytes === 4096);
  });

  it('shows what a proxy said last at once when it starts again, until the profile is removed', async () => {
    const first = await startCore();
    const proxy = await startProxy();
    const id = await addProxy(first.window, proxy);
    await first.window.until('fleet.frames', ({ proxies }) =>
      proxies.some(({ settings }) => settings.transformation !== null),
    );
    await first.window.call('change.bufferSize', { id, bytes: 4096 });
    await first.core.close();
    await proxy.close();
    const again = await startCore();
    const { full, proxies } = await again.window.until('fleet.frames', () => true);
    expect(full).toBe(true);
    expect(proxies).toMatchObject([
      {
        id,
        metrics: { transferredBytes: '0' },
        settings: { transformation: { value: null }, bufferSize: { bytes: 4096 } },
      },
    ]);
    await again.window.call('profiles.remove', { id });
    await again.core.close();
    const { database, close } = openDatabase(directory);
    expect(database.prepare('SELECT * FROM last_known').all()).toEqual([]);
    close();
  });

  it('asks for attention when the password is wrong, and recovers when it is corrected', async () => {
    const { window } = await startCore();
    const proxy = await startProxy();
    const { id } = await window.call('profiles.save', { draft: draftOf(proxy), password: 'wrong' });
    const { state } = await window.untilState(id, 'needs-attention');
    expect(state).toMatchObject({ why: { code: 'login-refused' } });
    const draft = draftOf(proxy);
    await window.call('profiles.save', { id, base: draft, draft, password });
    await window.untilState(id, 'ready');
  });

  it('asks for a password where there is none', async () => {
    const { window } = await startCore();
    const { id, savedPassword } = await window.call('profiles.save', {
      draft: draftOf(await startProxy()),
    });
    expect(savedPassword).toBe('none');
    const { state } = await window.untilState(id, 'needs-attention');
    expect(state).toMatchObject({ why: { code: 'no-password' } });
  });

  it('disconnects and connects on demand', async () => {
    const { window } = await startCore();
    const id = await addProxy(window, await startProxy());
    await window.call('fleet.disconnect', { id });
    await window.untilState(id, 'off');
    await window.call('fleet.connect', { id });
    await window.untilState(id, 'ready');
  });

  it('counts the datagrams of an association, and says which of them it dropped', async () => {
    const { window } = await startCore();
    const proxy = await startProxy();
    const relay = await startFilteringRelay(proxy.udpPort ?? 0, []);
    running.push({ close: async () => relay.close() });
    const id = await addProxy(window, proxy, { udpPort: relay.port });
    relay.sendToClients(Buffer.from('no SCTP'));
    const { datagrams } = await window.untilCall(
      'fleet.diagnostics',
      { id },
      ({ datagrams: found }) => found?.dropped['too-short'] !== undefined,
    );
    expect(datagrams).toMatchObject({ dropped: { 'too-short': 1 } });
    expect(datagrams?.received).toBeGreaterThan(1);
    await window.call('fleet.disconnect', { id });
    expect(await window.call('fleet.diagnostics', { id })).toEqual({ datagrams: null });
  });

  it('refuses two profiles of one name, whatever their case, and names the field', async () => {
    const { window } = await startCore();
    const proxy = await startProxy();
    await window.call('profiles.save', { draft: draftOf(proxy) });
    await expect(
      window.call('profiles.save', { draft: draftOf(proxy, { name: 'MADRID' }) }),
    ).rejects.toMatchObject({ code: 'invalid-input', detail: { field: 'name' } });
    expect(await window.call('profiles.list', {})).toHaveLength(1);
  });

  it('says of each profile whether it has the stock credentials', async () => {
    const { window } = await startCore();
    const draft = draftOf(await startProxy(), { autoConnect: false });
    const stock = await window.call('profiles.save', { draft, password: 'admin' });
    expect(stock.stockCredentials).toBe(true);
    const { id } = stock;
    const ana = { ...draft, user: 'ana' };
    expect(
      await window.call('profiles.save', { id, base: draft, draft: ana, password: 'admin' }),
    ).toMatchObject({ stockCredentials: false });
    expect(await window.call('profiles.save', { id, base: ana, draft, password })).toMatchObject({
      stockCredentials: false,
    });
  });

  it('keeps profiles, history and events over a restart', async () => {
    const proxy = await startProxy();
    const first = await startCore();
    const id = await addProxy(first.window, proxy);
    const range = { ids: [id], from: Date.now() - 60_000, to: Date.now() + 60_000, points: 100 };
    await first.window.untilCall('history.range', range, ([one]) => (one?.at ?? []).length > 1);
    await first.core.close();

    const { window } = await startCore();
    expect(await window.call('profiles.list', {})).toMatchObject([{ id, name: 'Madrid' }]);
    expect((await window.call('history.range', range))[0]?.at.length).toBeGreaterThan(1);
    expect(await eventKinds(window, id)).toEqual(
      expect.arrayContaining(['profile-added', 'connected', 'disconnected']),
    );
    await window.untilState(id, 'ready');
  });

  it('closes with the session in order, and can be closed twice', async () => {
    const proxy = await startProxy();
    const { core, window } = await startCore();
    await addProxy(window, proxy);
    await Promise.all([core.close(), core.close()]);
    expect(faults).toEqual([]);
  });
});

describe('a removed profile', () => {
  it('comes back with its password and its history', async () => {
    const { window } = await startCore();
    const proxy = await startProxy();
    const id = await addProxy(window, proxy);
    const range = { ids: [id], from: Date.now() - 60_000, to: Date.now() + 60_000, points: 100 };
    await window.untilCall('history.range', range, ([one]) => (one?.at ?? []).length > 0);
    await window.call('profiles.remove', { id });
    expect(await window.call('profiles.list', {})).toEqual([]);
    expect(vault.state(id, placeOf(proxy))).toBe('none');
    await expect(window.call('fleet.connect', { id })).rejects.toMatchObject({ code: 'not-found' });

    expect(await window.call('profiles.restore', { id })).toMatchObject({
      id,
      savedPassword: 'here',
    });
    await window.untilState(id, 'ready');
    expect((await window.call('history.range', range))[0]?.at.length).toBeGreaterThan(0);
    expect(await eventKinds(window, id)).toEqual([
      'profile-added',
      'connected',
      'disconnected',
      'profile-removed',
      'profile-added',
      'connected',
    ]);
    // One that is there already stays as it is.
    expect(await window.call('profiles.restore', { id })).toMatchObject({ id, name: 'Madrid' });
    await expect(
      window.call('profiles.restore', { id: id.replace(/^./, id.startsWith('0') ? '1' : '0') }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is forgotten when the app ends', async () => {
    const proxy = await startProxy();
    const first = await startCore();
    const id = await addProxy(first.window, proxy);
    const range = { ids: [id], from: Date.now() - 60_000, to: Date.now() + 60_000, points: 100 };
    await first.window.untilCall('history.range', range, ([one]) => (one?.at ?? []).length > 0);
    await first.window.call('profiles.remove', { id });
    await first.core.close();
    const { window } = await startCore();
    await expect(window.call('profiles.restore', { id })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect((await window.call('history.range', range))[0]?.at).toEqual([]);
  });
});

describe('a changed setting', () => {
  it('is written where the value in force is the one seen, recorded, announced, and can be undone', async () => {
    const { window } = await startCore();
    const id = await addProxy(window, await startProxy());
    expect(await window.call('settings.read', { id })).toMatchObject({
      transformation: null,
      bufferSize: null,
    });
    const announced = window.until('events.added', ({ kind }) => kind === 'changed');
    const change = { id, seen: null, next: 'tr a-z A-Z' };
    const entry = await window.call('change.transformation', change);
    expect(entry).toMatchObject({ outcome: 'verified', before: null, after: 'tr a-z A-Z' });
    expect((await announced).detail).toMatchObject({ from: null, to: 'tr a-z A-Z' });

    await expect(
      window.call('change.transformation', { id, seen: 'other', next: 'cat' }),
    ).rejects.toMatchObject({ code: 'not-as-expected', detail: { found: 'tr a-z A-Z' } });

    const undone = await window.call('change.undo', { auditId: entry.id });
    expect(undone).toMatchObject({ outcome: 'verified', after: null, undoes: entry.id });
    await window.call('change.bufferSize', { id, bytes: 8192 });
    expect(await window.call('settings.read', { id })).toMatchObject({
      transformation: null,
      bufferSize: { bytes: 8192 },
    });
    const audit = await window.call('audit.list', { id, limit: 10 });
    expect(audit.map(({ setting, outcome }) => `${setting} ${outcome}`)).toEqual([
      'bufferSize unverified',
      'transformation verified',
      'transformation conflict',
      'transformation verified',
    ]);
    expect((await eventKinds(window, id)).filter((kind) => kind === 'changed')).toHaveLength(3);
  });

  it('of a production proxy wants it unlocked and its name typed', async () => {
    const { window } = await startCore();
    const id = await addProxy(window, await startProxy(), { environment: 'production' });
    const change = { id, seen: null, next: 'cat' };
    await expect(window.call('change.transformation', change)).rejects.toMatchObject({
      code: 'read-only',
    });
    await window.call('change.unlock', { id });
    await expect(window.call('change.transformation', change)).rejects.toMatchObject({
      code: 'confirmation-needed',
    });
    await window.call('change.transformation', { ...change, confirmName: 'Madrid' });
    await window.call('change.lock', { id });
    await expect(
      window.call('change.bufferSize', { id, bytes: 4096, confirmName: 'Madrid' }),
    ).rejects.toMatchObject({ code: 'read-only' });
  });

  it('and a lock show in every window, at once in one that is opened later', async () => {
    const { core, window } = await startCore();
    const other = openConsoleWindow(core.router);
    const id = await addProxy(window, await startProxy(), { environment: 'production' });
    const opened = other.until('locks.changed', (unlocked) => unlocked.length > 0);
    await window.call('change.unlock', { id });
    expect(await opened).toMatchObject([{ id }]);
    const third = openConsoleWindow(core.router);
    expect(await third.until('locks.changed', () => true)).toMatchObject([{ id }]);

    const heard = other.until('audit.changed', () => true);
    const change = { id, seen: null, next: 'cat', confirmName: 'Madrid' };
    const entry = await window.call('change.transformation', change);
    expect(await heard).toEqual([entry]);
    expect(entry.undoable).toBe(true);

    const closed = window.until('locks.changed', (unlocked) => unlocked.length === 0);
    await other.call('change.lock', { id });
    await closed;
    await window.call('change.unlock', { id });
    const gone = other.until('locks.changed', (unlocked) => unlocked.length === 0);
    await window.call('profiles.remove', { id, confirmName: 'Madrid' });
    await gone;
  });

  it('cannot be made to a proxy that is not there', async () => {
    const { window } = await startCore();
    const id = '0b0f2f4e-8a53-4f0e-9d0c-0d1f6f2f7a01';
    await expect(window.call('change.unlock', { id })).rejects.toMatchObject({ code: 'not-found' });
    await expect(window.call('settings.read', { id })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a connection test', () => {
  it('uses the password that is given, else the saved one', async () => {
    const { window } = await startCore();
    const proxy = await startProxy();
    const id = await addProxy(window, proxy);
    const place = placeOf(proxy);
    const outcome = async (input: { id?: string; password?: string }) => {
      const stages = await tested(window, { place, ...input });
      return stages.find(({ stage }) => stage === 'login')?.outcome;
    };
    expect(await outcome({ id })).toBe('ok');
    expect(await outcome({ password })).toBe('ok');
    expect(await outcome({ id, password: 'wrong' })).toBe('failed');
    expect(await outcome({})).toBe('skipped');
    expect(await window.call('profiles.list', {})).toHaveLength(1);
  });
});

describe('a password', () => {
  it('goes to no other proxy than the one that it was entered for', async () => {
    const { window } = await startCore();
    const proxy = await startProxy();
    const id = await addProxy(window, proxy);
    const other = await startProxy();
    const edit = { id, base: draftOf(proxy), draft: draftOf(other) };
    await expect(window.call('profiles.save', edit)).rejects.toMatchObject({
      code: 'password-needed-again',
    });
    const test = { id, place: placeOf(other) };
    const value = await window.until('profiles.test', ({ kind }) => kind !== 'stage', test);
    expect(value).toMatchObject({ kind: 'failed', error: { code: 'password-needed-again' } });
    await window.call('profiles.save', { ...edit, password });
    await window.untilState(id, 'ready');
  });

  it('is not sent where another program points the profile in its file', async () => {
    const { window } = await startCore();
    const id = await addProxy(window, await startProxy());
    const other = await startProxy();
    const file = join(directory, 'profiles.json');
    const content = JSON.parse(await readFile(file, 'utf8'));
    const { host, ...settings } = udpTarget(other);
    const [profile] = content.profiles;
    content.profiles[0] = { ...profile, host, settings: { ...profile.settings, ...settings } };
    await writeFile(file, JSON.stringify(content));
    const { state } = await window.untilState(id, 'needs-attention');
    expect(state).toMatchObject({ why: { code: 'password-needed-again' } });
    expect(await window.call('profiles.list', {})).toMatchObject([{ savedPassword: 'elsewhere' }]);
    const draft = draftOf(other);
    await window.call('profiles.save', { id, base: draft, draft, password });
    await window.untilState(id, 'ready');
  });

  it('is in nothing that a window receives and in no file', async () => {
    const { core, window } = await startCore();
    const proxy = await startProxy();
    const id = await addProxy(window, proxy);
    await tested(window, { id, place: placeOf(proxy) });
    await window.call('profiles.save', {
      id,
      base: draftOf(proxy),
      draft: draftOf(proxy),
      password: `${password}!`,
    });
    await tested(window, { id, place: placeOf(proxy) });
    await window.call('profiles.remove', { id });
    await window.call('profiles.restore', { id });
    await window.untilState(id, 'needs-attention');
    await window.call('events.list', { limit: 100 });
    await core.close();
    expect(window.received.length).toBeGreaterThan(10);
    for (const text of window.received) expect(text).not.toContain(password);
    const files = await readdir(directory, { recursive: true, withFileTypes: true });
    const contents = await Promise.all(
      files
        .filter((file) => file.isFile())
        .map((file) => readFile(join(file.parentPath, file.name), 'latin1')),
    );
    expect(contents.length).toBeGreaterThan(1);
    for (const content of contents) expect(content).not.toContain(password);
    expect(faults.join()).not.toContain(password);
  });
});
