import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Console, createConsole } from '../../../electron/console.ts';
import { openVaults, type Vaults } from '../../../electron/store/secrets/vaults.ts';
import { profileDraftSchema } from '../../../shared/model/profile.ts';
import { runScripted } from '../../support/pop3-session.ts';
import { type ConsoleWindow, openConsoleWindow } from '../console-window.ts';

let directory: string;
let vault: Vaults;
let core: Console;
let window: ConsoleWindow;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spcp-console-demo-'));
  vault = await openVaults({
    directory,
    logFault: (_, error) => {
      throw error;
    },
  });
  core = await createConsole({
    directory,
    shell: 'web',
    version: '0',
    vault,
    logFault: () => undefined,
  });
  window = openConsoleWindow(core.router);
});
afterEach(async () => {
  await core.close();
  await rm(directory, { recursive: true });
});

const mailOf = (port: number) =>
  runScripted({ host: '127.0.0.1', port }, 'USER ana\r\nPASS x\r\nRETR 1\r\nQUIT\r\n');

async function firstPort(): Promise<number> {
  const [first] = await window.call('demo.info', {});
  if (first === undefined) throw new Error('the demo does not run');
  return first.pop3Port;
}

describe('the demo fleet', () => {
  it('is three proxies that connect and relay live traffic', async () => {
    const entries = await window.call('demo.start', {});
    expect(
      entries.map(({ demo, savedPassword, stockCredentials, environment }) => [
        demo,
        savedPassword,
        stockCredentials,
        environment,
      ]),
    ).toEqual([
      [true, 'here', false, 'development'],
      [true, 'here', false, 'staging'],
      [true, 'here', false, 'production'],
    ]);
    for (const { id } of entries) {
      await window.untilState(id, 'ready');
      await window.until('fleet.frames', ({ proxies }) =>
        proxies.some(
          ({ id: other, metrics }) =>
            other === id && metrics !== null && BigInt(metrics.transferredBytes) > 0n,
        ),
      );
    }
  });

  it('hands out mail on the ports that it tells, as transformed from here', async () => {
    const [first] = await window.call('demo.start', {});
    const info = await window.call('demo.info', {});
    expect(info.map(({ name }) => name)).toEqual([
      'Demo Madrid',
      'Demo Lisboa',
      'Demo Buenos Aires',
    ]);
    const id = first?.id ?? '';
    const { pop3Port = 0 } = info.find(({ profileId }) => profileId === id) ?? {};
    await window.untilState(id, 'ready');
    const before = await mailOf(pop3Port);
    await window.call('change.transformation', { id, seen: null, next: 'tr a-z A-Z' });
    const after = await mailOf(pop3Port);
    expect(after).not.toBe(before);
    expect(after).toContain('SUBJECT:');
  });

  it('starts once, however often it is asked to', async () => {
    const [a, b] = await Promise.all([
      window.call('demo.start', {}),
      window.call('demo.start', {}),
    ]);
    const again = await window.call('demo.start', {});
    expect(a).toEqual(b);
    expect(again).toEqual(a);
    expect(await window.call('profiles.list', {})).toHaveLength(3);
  });

  it('leaves nothing behind when it is stopped, and can be started again', async () => {
    const entries = await window.call('demo.start', {});
    const [first, second] = entries;
    await window.untilState(first?.id ?? '', 'ready');
    await window.call('profiles.remove', { id: second?.id ?? '' });
    const pop3Port = await firstPort();
    await window.call('demo.stop', {});
    expect(await window.call('profiles.list', {})).toEqual([]);
    expect(await window.call('demo.info', {})).toEqual([]);
    await expect(mailOf(pop3Port)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await expect(window.call('profiles.restore', { id: second?.id ?? '' })).rejects.toMatchObject({
      code: 'not-found',
    });
    const range = { ids: [first?.id ?? ''], from: 0, to: Date.now() + 1000, points: 10 };
    expect(await window.call('history.range', range)).toMatchObject([{ at: [] }]);
    expect(await window.call('demo.start', {})).toHaveLength(3);
  });

  it('that is stopped and started at the same time ends up whole', async () => {
    const starting = window.call('demo.start', {});
    const stopping = window.call('demo.stop', {});
    const again = window.call('demo.start', {});
    await Promise.all([starting, stopping]);
    const ids = (await again).map(({ id }) => id);
    expect(ids).toHaveLength(3);
    expect((await window.call('profiles.list', {})).map(({ id }) => id)).toEqual(ids);
    expect((await window.call('demo.info', {})).map(({ profileId }) => profileId)).toEqual(ids);
  });

  it('lives in memory only: neither the profile file nor the vault knows of it', async () => {
    const { id: saved } = await window.call('profiles.save', {
      draft: { name: 'demo madrid', host: 'a.example', user: 'u', autoConnect: false },
    });
    const [first] = await window.call('demo.start', {});
    expect(first?.name).toBe('Demo Madrid 2');
    const id = first?.id ?? '';
    const draft = profileDraftSchema.parse({ ...first, name: 'Mine' });
    expect(vault.state(id, draft)).toBe('none');
    await window.call('profiles.save', { id, base: first ?? draft, draft });
    expect(await window.call('demo.info', {})).toMatchObject([{ name: 'Mine' }, {}, {}]);
    const file = await readFile(join(directory, 'profiles.json'), 'utf8');
    expect(file).toContain(saved);
    expect(file).not.toContain(id);
  });

  it('can be removed and restored like any profile', async () => {
    const [first] = await window.call('demo.start', {});
    const id = first?.id ?? '';
    await window.untilState(id, 'ready');
    await window.call('profiles.remove', { id });
    expect(await window.call('demo.info', {})).toHaveLength(2);
    expect(await window.call('profiles.restore', { id })).toMatchObject({ demo: true });
    await window.untilState(id, 'ready');
  });

  it('ends with the console', async () => {
    await core.startDemo();
    const pop3Port = await firstPort();
    await core.close();
    await expect(mailOf(pop3Port)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});
