import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../electron/store/database/database.ts';
import { isAnybodyPresent } from '../../electron/store/files/presence.ts';
import { createSessions } from '../../electron/web/door/sessions.ts';
import type { KnownSettings } from '../../shared/model/fleet-frame.ts';
import { startFilteringRelay } from '../support/filtering-relay.ts';
import {
  addProxy,
  draftOf,
  eventKinds,
  own,
  password,
  startCore,
  startProxy,
} from './console-rig.ts';

describe('the console', () => {
  it('tells what it is and where it keeps things', async () => {
    const { window } = await startCore();
    expect(await window.call('app.info', {})).toMatchObject({
      version: '1.2.3',
      shell: 'web',
      dataDirectory: own.directory,
      vault: { kind: 'session', persistent: false, reason: 'web-shell' },
    });
    expect(await window.call('app.notices', {})).toEqual([]);
  });

  it('runs on a database whose tables have a column more than it knows', async () => {
    const { database, close } = openDatabase(own.directory);
    for (const { name } of database
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
      .all())
      database.exec(`ALTER TABLE ${name} ADD COLUMN of_another TEXT`);
    close();
    const { window } = await startCore();
    const id = await addProxy(window, await startProxy());
    const range = { ids: [id], from: Date.now() - 60_000, to: Date.now() + 60_000, points: 100 };
    await window.untilCall('history.range', range, ([one]) => (one?.at ?? []).length > 0);
    expect(await window.call('app.notices', {})).toEqual([]);
    expect(own.faults).toEqual([]);
  });

  it('that cannot be built leaves nothing open', async () => {
    const updates = () => {
      throw new Error('broken');
    };
    await expect(startCore({ updates })).rejects.toThrow('broken');
    expect(isAnybodyPresent(own.directory)).toBe(false);
    expect(own.faults).toEqual([]);
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
    const added = window.until('events.added', (events) =>
      events.some(({ kind }) => kind === 'connected'),
    );
    const listed = window.until('profiles.changed', ({ changed }) => changed.length === 1);
    const id = await addProxy(window, await startProxy());
    const { proxies } = await window.until('fleet.frames', (frame) =>
      frame.proxies.some(({ metrics }) => metrics !== null),
    );
    expect(proxies[0]).toMatchObject({ id, metrics: { transferredBytes: '0', accesses: '0' } });
    expect((await added).find(({ kind }) => kind === 'connected')).toMatchObject({
      profileId: id,
      profileName: 'Madrid',
    });
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
    const { database, close } = openDatabase(own.directory);
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
    own.running.push({ close: async () => relay.close() });
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
    expect(await window.call('fleet.diagnostics', { id })).toEqual({
      datagrams: null,
      metrics: null,
    });
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
    expect(own.faults).toEqual([]);
  });
});
