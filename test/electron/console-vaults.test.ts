import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createConsole } from '../../electron/console.ts';
import {
  type ReferenceProxy,
  startReferenceProxy,
} from '../../electron/reference-proxy/reference-proxy.ts';
import { openVaults, type Vaults } from '../../electron/store/secrets/vaults.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { placeSchema } from '../../shared/model/place.ts';
import type { VaultChoice, VaultKind } from '../../shared/model/vault.ts';
import { udpTarget } from '../support/udp-target.ts';
import { type ConsoleWindow, openConsoleWindow } from './console-window.ts';
import { testKeychain } from './store/secrets/test-keychain.ts';
import { temporaryDirectory } from './store/temporary-directory.ts';

const password = 'planted-pa55word';
const passphrase = 'planted passphrase';
let directory: string;
let vaults: Vaults;
let window: ConsoleWindow;
let faults: string[];
let running: { close(): Promise<void> }[];

beforeEach(async () => {
  directory = temporaryDirectory();
  faults = [];
  running = [];
  await start();
});

afterEach(async () => {
  for (const one of running.reverse()) await one.close();
  expect(faults).toEqual([]);
});

async function start(): Promise<void> {
  const logFault = (what: string, error: unknown) => faults.push(`${what}: ${error}`);
  vaults = await openVaults({ directory, keychain: await testKeychain(directory), logFault });
  const parts = { directory, shell: 'web', version: '1.2.3', vault: vaults, logFault } as const;
  const core = await createConsole(parts);
  running.push(core);
  window = openConsoleWindow(core.router);
}

async function startProxy(): Promise<ReferenceProxy> {
  const proxy = await startReferenceProxy({ name: 'peer', udpPort: 0, password });
  running.push(proxy);
  return proxy;
}

async function add(name: string, proxy: ReferenceProxy, secret?: string): Promise<string> {
  const draft = { name, ...udpTarget(proxy), user: proxy.user, pollSeconds: 0.5 };
  const edit: CallInput<'profiles.save'> = { draft, password: secret };
  return (await window.call('profiles.save', edit)).id;
}

/** A program that prints the password for the profile Madrid, and counts how often it was run. */
function script(): string {
  const path = join(directory, 'ask');
  writeFileSync(
    path,
    `#!/bin/sh\necho x >> "${directory}/runs"\nexec sed -n 's/^password: //p' "${secretFile}"\n`,
  );
  chmodSync(path, 0o700);
  return path;
}

let secretFile: string;
beforeEach(() => {
  secretFile = join(temporaryDirectory(), 'entry');
  writeFileSync(secretFile, `password: ${password}\n`);
});

const commandOn = (program: string, cacheMinutes = 0) => ({
  arguments: [program, '{profile}'],
  timeoutSeconds: 300,
  cacheMinutes,
});

describe('a passphrase vault that is locked', () => {
  it('leaves sessions up, lets a login wait, which is no trouble of its own, and go on by the unlock', async () => {
    const [first, second] = [await startProxy(), await startProxy()];
    await window.call('vault.choose', {
      choice: { kind: 'passphrase', passphrase, idleMinutes: null },
    });
    const up = await add('Madrid', first, password);
    const waits = await add('Paris', second, password);
    await window.untilState(up, 'ready');
    await window.untilState(waits, 'ready');
    await window.call('fleet.disconnect', { id: waits });

    expect(await window.call('vault.lock', {})).toMatchObject({ locked: true, waiting: 0 });
    await window.call('fleet.connect', { id: waits });
    const { unreachableSince } = await window.untilState(waits, 'vault-locked');
    expect(unreachableSince).toBeNull();
    await window.until('vault.changed', ({ waiting }) => waiting === 1);
    await window.call('fleet.probe', {});
    const events = await window.call('events.list', { id: waits, limit: 100 });
    expect(events.map(({ kind }) => kind)).not.toContain('attempt-failed');
    await window.untilState(up, 'ready');
    await expect(
      window.call('profiles.edit', { ids: [up], set: { notes: 'changed' }, password: 'another' }),
    ).rejects.toMatchObject({ code: 'vault-locked' });
    expect(await window.call('profiles.list', {})).toMatchObject([
      { savedPassword: 'here', notes: '' },
      { savedPassword: 'here', notes: '' },
    ]);

    await expect(window.call('vault.unlock', { passphrase: 'not this one' })).rejects.toMatchObject(
      { code: 'wrong-passphrase' },
    );
    await window.call('vault.unlock', { passphrase });
    await window.untilState(waits, 'ready');
    await window.until('vault.changed', ({ waiting, locked }) => waiting === 0 && !locked);
    const sessions = await window.call('events.list', { id: up, limit: 100 });
    expect(sessions.filter(({ kind }) => kind === 'connected')).toHaveLength(1);
  });

  it('is what a console starts with, and all of it goes on by one unlock', async () => {
    await window.call('vault.choose', {
      choice: { kind: 'passphrase', passphrase, idleMinutes: null },
    });
    const ids = [
      await add('Madrid', await startProxy(), password),
      await add('Paris', await startProxy(), password),
    ];
    for (const id of ids) await window.untilState(id, 'ready');
    const [core] = running.splice(0, 1);
    await core?.close();
    await start();
    for (const id of ids) await window.untilState(id, 'vault-locked');
    await window.call('vault.unlock', { passphrase });
    for (const id of ids) await window.untilState(id, 'ready');
  });
});

describe('an external command', () => {
  it('is asked for the password of a proxy that refused the one that was saved', async () => {
    const id = await add('Madrid', await startProxy(), 'not this one');
    await window.untilState(id, 'needs-attention');
    await window.call('vault.choose', {
      choice: { kind: 'command', command: commandOn(script()) },
    });
    await window.untilState(id, 'ready');
  });

  it('supplies the password as soon as it is chosen, and is asked again once its answer was refused', async () => {
    const proxy = await startProxy();
    const id = await add('Madrid', proxy);
    await window.untilState(id, 'needs-attention');
    writeFileSync(secretFile, 'password: an-old-one\n');
    const command = commandOn(script(), 60);
    await window.call('vault.choose', { choice: { kind: 'command', command } });
    await window.until('fleet.frames', ({ proxies }) =>
      proxies.some(
        ({ state }) => state.kind === 'needs-attention' && state.why.code === 'login-refused',
      ),
    );
    writeFileSync(secretFile, `password: ${password}\n`);
    await window.call('fleet.connect', { id });
    await window.untilState(id, 'ready');
    await expect(
      window.call('profiles.edit', { ids: [id], set: {}, password: 'x' }),
    ).rejects.toMatchObject({ code: 'vault-refused', detail: { case: 'command-holds' } });
    const count = () => readFileSync(join(directory, 'runs'), 'utf8').length;
    const before = count();
    await window.call('profiles.list', {});
    await window.call('profiles.export', { scope: { kind: 'all' } });
    await expect(
      window.call('profiles.export', { scope: { kind: 'all' }, passphrase }),
    ).rejects.toMatchObject({ code: 'export-forbidden', detail: { case: 'kept-elsewhere' } });
    await window.call('profiles.remove', { id });
    expect(count()).toBe(before);
    expect(await window.call('profiles.restore', { id })).toMatchObject({ savedPassword: 'here' });
    await window.untilState(id, 'ready');
  });

  it('is tried without being chosen, and answers whether a password came and never which', async () => {
    const id = await add('Madrid', await startProxy());
    const command = commandOn(script());
    expect(await window.call('vault.tryCommand', { command, id })).toBeNull();
    const missing = commandOn(join(directory, 'nothing'));
    await expect(window.call('vault.tryCommand', { command: missing, id })).rejects.toMatchObject({
      code: 'vault-command-failed',
      detail: { case: 'not-found' },
    });
    expect(await window.call('vault.state', {})).toMatchObject({ kind: 'keychain', command: null });
  });
});

describe('a planted secret', () => {
  const choices: Readonly<Record<VaultKind, () => VaultChoice>> = {
    keychain: () => ({ kind: 'keychain' }),
    passphrase: () => ({ kind: 'passphrase', passphrase, idleMinutes: null }),
    session: () => ({ kind: 'session' }),
    command: () => ({ kind: 'command', command: commandOn(script()) }),
  };

  it.each(Object.keys(choices) as VaultKind[])(
    'is in no file, no argument list and nothing that a window receives, with the vault %s',
    async (kind) => {
      const proxy = await startProxy();
      await window.call('vault.choose', { choice: choices[kind]() });
      const watching = watchArguments();
      const id = await add('Madrid', proxy, kind === 'command' ? undefined : password);
      await window.untilState(id, 'ready');
      await window.call('change.bufferSize', { id, bytes: 4096 });
      await window.call('profiles.list', {});
      await window.call('events.list', { limit: 100 });
      await window.call('audit.list', { limit: 100 });
      if (kind === 'command') {
        await window.call('vault.agreeCommand', { arguments: commandOn(script()).arguments });
      } else {
        const place = placeSchema.parse({ ...udpTarget(proxy), user: proxy.user });
        const draft = { name: 'Europe', parentId: null, settings: { user: proxy.user } };
        const { id: folder } = await window.call('folders.save', { draft, password });
        await window.until('profiles.test', (value) => value.kind === 'done', { place, folder });
        const move = { ids: [id], set: { folder: 'Europe' }, newHeirs: [id] };
        await window.call('profiles.edit', move);
        await window.call('profiles.export', { scope: { kind: 'all' } });
        await window.call('profiles.export', { scope: { kind: 'all' }, passphrase });
      }
      if (kind === 'passphrase') {
        await window.call('vault.lock', {});
        await window.call('vault.unlock', { passphrase });
        await window.call('vault.changePassphrase', { old: passphrase, next: `${passphrase} 2` });
        const { kept } = await window.call('vault.forget', {});
        expect(textsOf(directory).map(([name]) => name)).toContain(kept);
      }
      await expect(
        window.call('vault.unlock', { passphrase: `${passphrase}${'x'.repeat(2000)}` }),
      ).rejects.toMatchObject({ code: 'invalid-input' });
      for (const [name, text] of textsOf(directory)) {
        for (const secret of [password, passphrase]) {
          expect(text.includes(secret), `${secret} in ${name}`).toBe(false);
          const encoded = Buffer.from(secret).toString('base64').slice(0, -4);
          expect(text.includes(encoded), `${encoded} in ${name}`).toBe(false);
        }
      }
      const said = [...window.received, ...watching()].join('\n');
      expect(said).not.toContain(password);
      expect(said).not.toContain(passphrase);
    },
  );
});

function textsOf(path: string): [string, string][] {
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((each) => statSync(each).isFile())
    .map((each) => [each, readFileSync(each, 'latin1')]);
}

/** Returns every argument list that was seen until then of this process and of those that it started. */
function watchArguments(): () => readonly string[] {
  const seen = new Set<string>();
  const look = () => {
    for (const pid of readdirSync('/proc').filter((name) => /^[0-9]+$/.test(name))) {
      try {
        seen.add(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
      } catch {
        // It ended meanwhile.
      }
    }
  };
  const timer = setInterval(look, 20);
  return () => {
    clearInterval(timer);
    look();
    return [...seen];
  };
}
