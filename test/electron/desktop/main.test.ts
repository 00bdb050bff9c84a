import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CallInput, CallName } from '../../../shared/ipc/contract.ts';
import type { Bridge, ServerMessage } from '../../../shared/ipc/wire.ts';
import {
  app,
  BrowserWindow,
  contextBridge,
  dialog,
  ipcMain,
  ipcRenderer,
  Menu,
  powerMonitor,
  protocol,
  session,
} from '../../support/electron-stub.ts';

vi.mock('electron', () => import('../../support/electron-stub.ts'));

const argv = process.argv;
const before = process.listeners('uncaughtException');
const beforeRejection = process.listeners('unhandledRejection');
let top: string;
let directory: string;
let starts = 0;

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'spcp-main-'));
  directory = join(top, 'data');
  for (const emitter of [app, ipcMain, powerMonitor]) emitter.removeAllListeners();
  Object.assign(app, { first: true, quits: 0, exitCode: undefined, paths: {}, locale: 'en-GB' });
  Object.assign(app, { isPackaged: false, switches: [] });
  BrowserWindow.opened = [];
  dialog.errors.length = 0;
  dialog.questions.length = 0;
  dialog.response = 0;
});
afterEach(async () => {
  if (app.listenerCount('will-quit') > 0 && app.exitCode === undefined) await quit();
  rmSync(top, { recursive: true, force: true });
});
afterAll(() => {
  process.argv = argv;
  for (const one of process.listeners('uncaughtException')) {
    if (!before.includes(one)) process.off('uncaughtException', one);
  }
  for (const one of process.listeners('unhandledRejection')) {
    if (!beforeRejection.includes(one)) process.off('unhandledRejection', one);
  }
});

const declined = expect.objectContaining({ code: 'cancelled', detail: { case: 'declined' } });

function quit(): Promise<void> {
  return new Promise((resolve) => {
    app.once('exit', () => resolve());
    app.quit();
  });
}

/** Runs main.ts as Electron does: its module to the end, then what waits for the app to be ready. */
async function start(...args: string[]): Promise<void> {
  process.argv = ['electron', '/app', ...args];
  starts++;
  const main = `../../../electron/main.ts?start=${starts}`;
  await import(main);
}

async function window(): Promise<BrowserWindow> {
  await expect.poll(() => BrowserWindow.opened).toHaveLength(1);
  return BrowserWindow.opened[0] as BrowserWindow;
}

/** The page of a window, with the preload in it. */
async function pageOf({ webContents }: BrowserWindow) {
  ipcRenderer.removeAllListeners();
  ipcRenderer.contents = webContents;
  starts++;
  const preload = `../../../electron/preload.ts?start=${starts}`;
  await import(preload);
  const bridge = contextBridge.exposed.get('spcpConsole') as Bridge;
  const waiting = new Map<number, (message: ServerMessage) => void>();
  bridge.onMessage((message) => {
    if (message.type !== 'console') waiting.get(message.id)?.(message);
  });
  let id = 0;
  return <N extends CallName>(name: N, input: CallInput<N>): Promise<unknown> =>
    new Promise((resolve) => {
      id++;
      waiting.set(id, (message) => resolve(message.type === 'result' && message.result));
      bridge.send({ type: 'call', id, name, input });
    });
}

describe('the desktop app', () => {
  test('opens a locked-down window on the console in its data directory', async () => {
    await start('--data-dir', directory, '--lang=en-GB');
    const opened = await window();
    expect(opened.loaded).toBe('app://console/');
    expect(app.paths.userData).toBe(join(directory, 'chromium'));
    expect(app.sandboxed).toBe(true);
    expect(protocol.privileged).toContainEqual(expect.objectContaining({ scheme: 'app' }));
    expect(protocol.handlers.has('app')).toBe(true);
    expect(session.defaultSession.spellChecker).toBe(false);
    expect(opened.webContents.windowOpenHandler?.({ url: 'https://x/' })).toEqual({
      action: 'deny',
    });
    expect(Menu.set).toHaveLength(6);
    const call = await pageOf(opened);
    expect(await call('app.info', {})).toEqual({
      ok: true,
      value: expect.objectContaining({
        shell: 'desktop',
        version: '1.2.3',
        dataDirectory: directory,
        vault: expect.objectContaining({ kind: 'keychain', persistent: true }),
      }),
    });
  });

  test('starts the demo fleet when told to, also by a second start, which opens no second window', async () => {
    await start('--data-dir', directory);
    const call = await pageOf(await window());
    expect(await call('profiles.list', {})).toEqual({ ok: true, value: [] });
    app.emit('second-instance', {}, [], '/', { demo: true, link: null });
    const demos = async () => {
      const answer = (await call('profiles.list', {})) as { value: { demo: boolean }[] };
      return answer.value.map(({ demo }) => demo);
    };
    await expect.poll(demos).toEqual([true, true, true]);
    expect(BrowserWindow.opened).toHaveLength(1);
    expect(BrowserWindow.opened[0]?.focused).toBe(true);
  });

  test('opens the page of a link, its own or that of a second start, and none for what is no link', async () => {
    await start('--data-dir', directory, 'spcp-console://wall');
    const loaded = () => BrowserWindow.opened.map((each) => each.loaded);
    await expect.poll(loaded).toEqual(['app://console/', 'app://console/#/wall']);
    const second = (link: string) =>
      app.emit('second-instance', {}, [], '/', { demo: false, link });
    second('spcp-console://alerts');
    await expect.poll(loaded).toContain('app://console/#/alerts');
    second('spcp-console://settings');
    await expect.poll(() => dialog.questions).toHaveLength(1);
    expect(BrowserWindow.opened).toHaveLength(3);
  });

  test('a second start on the same data directory ends at once', async () => {
    app.first = false;
    await start('--data-dir', directory, '--demo');
    expect(app.lockData).toEqual({ demo: true, link: null });
    expect(app.quits).toBe(1);
    expect(BrowserWindow.opened).toEqual([]);
  });

  test('a data directory that cannot be used is told in a dialog, and the app ends with 1', async () => {
    writeFileSync(directory, 'a file is in the way');
    await start('--data-dir', join(directory, 'below'));
    await expect.poll(() => app.exitCode).toBe(1);
    expect(dialog.errors).toEqual([
      { title: 'SPCP Console cannot start', text: expect.stringContaining(directory) },
    ]);
  });

  test('does not start without the sandbox where it is installed, as from an AppImage without user namespaces', async () => {
    Object.assign(app, { isPackaged: true, switches: ['no-sandbox'] });
    await start('--data-dir', directory, '--no-sandbox');
    await expect.poll(() => app.exitCode).toBe(1);
    expect(dialog.errors).toEqual([
      { title: 'SPCP Console cannot start', text: expect.stringContaining('sandbox') },
    ]);
    expect(BrowserWindow.opened).toEqual([]);
    expect(existsSync(directory)).toBe(false);
  });

  test('a data directory that is not named is told in the language of the system', async () => {
    app.locale = 'es-ES';
    await start('--data-dir');
    await expect.poll(() => app.exitCode).toBe(1);
    expect(dialog.errors[0]?.title).toBe('SPCP Console no puede iniciarse');
  });

  test('closes the console in order when it is quit', async () => {
    await start('--data-dir', directory);
    await window();
    await quit();
    expect(app.exitCode).toBe(0);
    // SQLite removes its write-ahead log with the last connection that is closed.
    expect(existsSync(join(directory, 'console.db'))).toBe(true);
    await expect.poll(() => existsSync(join(directory, 'console.db-wal'))).toBe(false);
  });

  test('asks its user, and no page, before passwords leave in a file', async () => {
    await start('--data-dir', directory);
    const call = await pageOf(await window());
    const draft = { name: 'Madrid', host: 'mail.example', user: 'operator' };
    await call('profiles.save', { draft, password: 'orange peel' });
    const wanted = { scope: { kind: 'all' }, passphrase: 'correct horse battery' } as const;
    expect(await call('profiles.export', wanted)).toEqual({ ok: false, error: declined });
    expect(dialog.questions).toEqual([
      expect.objectContaining({
        message: 'Export one saved password?',
        buttons: ['Cancel', 'Export'],
        defaultId: 0,
        cancelId: 0,
      }),
    ]);
    dialog.response = 1;
    expect(await call('profiles.export', wanted)).toMatchObject({
      ok: true,
      value: { passwords: 1 },
    });
    await call('profiles.export', { scope: { kind: 'all' } });
    expect(dialog.questions).toHaveLength(2);
  });

  test('asks its user, and no page, before a program is run for passwords', async () => {
    await start('--data-dir', directory);
    const call = await pageOf(await window());
    const ran = join(top, 'ran');
    const command = { arguments: ['touch', ran], timeoutSeconds: 5, cacheMinutes: 0 };
    const draft = { name: 'Madrid', host: 'mail.example', user: 'operator' };
    const saved = (await call('profiles.save', { draft })) as { value: { id: string } };
    const trial = { command, id: saved.value.id };
    expect(await call('vault.tryCommand', trial)).toEqual({ ok: false, error: declined });
    const choice = { kind: 'command', command } as const;
    expect(await call('vault.choose', { choice })).toEqual({ ok: false, error: declined });
    expect(existsSync(ran)).toBe(false);
    expect(await call('vault.state', {})).toMatchObject({ value: { kind: 'keychain' } });
    expect(dialog.questions.map(({ detail }) => detail)).toEqual([
      expect.stringContaining(`touch ${ran}`),
      expect.stringContaining(`touch ${ran}`),
    ]);
    dialog.response = 1;
    await call('vault.tryCommand', trial);
    expect(existsSync(ran)).toBe(true);
    expect(await call('vault.choose', { choice })).toMatchObject({ value: { kind: 'command' } });
    await call('vault.choose', { choice: { kind: 'session' } });
    expect(dialog.questions).toHaveLength(4);
  });
});
