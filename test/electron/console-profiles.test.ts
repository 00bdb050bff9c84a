import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { udpTarget } from '../support/udp-target.ts';
import {
  addProxy,
  draftOf,
  eventKinds,
  own,
  password,
  placeOf,
  startCore,
  startProxy,
  tested,
} from './console-rig.ts';
import { openConsoleWindow } from './console-window.ts';

describe('a removed profile', () => {
  it('comes back with its password and its history', async () => {
    const { window } = await startCore();
    const proxy = await startProxy();
    const id = await addProxy(window, proxy);
    const range = { ids: [id], from: Date.now() - 60_000, to: Date.now() + 60_000, points: 100 };
    await window.untilCall('history.range', range, ([one]) => (one?.at ?? []).length > 0);
    await window.call('profiles.remove', { id });
    expect(await window.call('profiles.list', {})).toEqual([]);
    expect(own.vault.state(id, placeOf(proxy))).toBe('none');
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
    const announced = window.until('events.added', (events) =>
      events.some(({ kind }) => kind === 'changed'),
    );
    const change = { id, seen: null, next: 'tr a-z A-Z' };
    const entry = await window.call('change.transformation', change);
    expect(entry).toMatchObject({ outcome: 'verified', before: null, after: 'tr a-z A-Z' });
    const changed = (await announced).find(({ kind }) => kind === 'changed');
    expect(changed?.detail).toMatchObject({ from: null, to: 'tr a-z A-Z' });

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

  it('uses the password of its folder as the profile would once it is saved, for the user of the folder alone', async () => {
    const { window } = await startCore();
    const proxy = await startProxy();
    const settings = { user: proxy.user };
    const draft = { name: 'Europe', parentId: null, settings };
    const { id: folder } = await window.call('folders.save', { draft, password });
    const place = placeOf(proxy);
    const stages = await tested(window, { place, folder });
    expect(stages.find(({ stage }) => stage === 'read')?.outcome).toBe('ok');
    const other = { folder, place: { ...place, user: 'somebody' } };
    const value = await window.until('profiles.test', ({ kind }) => kind !== 'stage', other);
    expect(value).toMatchObject({ kind: 'failed', error: { code: 'password-needed-again' } });
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
    const file = join(own.directory, 'profiles.json');
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
    const files = await readdir(own.directory, { recursive: true, withFileTypes: true });
    const contents = await Promise.all(
      files
        .filter((file) => file.isFile())
        .map((file) => readFile(join(file.parentPath, file.name), 'latin1')),
    );
    expect(contents.length).toBeGreaterThan(1);
    for (const content of contents) expect(content).not.toContain(password);
    expect(own.faults.join()).not.toContain(password);
  });
});
