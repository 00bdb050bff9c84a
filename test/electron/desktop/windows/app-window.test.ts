import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createWindows } from '../../../../electron/desktop/windows/windows.ts';
import type { Preferences } from '../../../../shared/model/app-info.ts';
import { desktopTexts } from '../../../../shared/texts/desktop.ts';
import { app, BrowserWindow, dialog, nativeTheme } from '../../../support/electron-stub.ts';

vi.mock('electron', () => import('../../../support/electron-stub.ts'));

let directory: string;
let faults: string[];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'spcp-window-'));
  faults = [];
  BrowserWindow.opened = [];
  app.removeAllListeners();
  app.isPackaged = false;
  app.quits = 0;
  dialog.questions.length = 0;
  dialog.response = 0;
  nativeTheme.shouldUseDarkColors = false;
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

async function open(colorScheme: Preferences['colorScheme'] = 'auto'): Promise<BrowserWindow> {
  const windows = createWindows({
    directory,
    texts: desktopTexts('en'),
    logFault: (what) => faults.push(what),
    notOpened: (error) => faults.push(String(error)),
    colorScheme: async () => colorScheme,
  });
  await windows.restore();
  const window = BrowserWindow.opened.at(-1);
  if (!window) throw new Error('no window was opened');
  return window;
}

test('the page has a sandbox around it and no Node in it', async () => {
  app.isPackaged = true;
  const { options, loaded } = await open();
  expect(loaded).toBe('app://console/');
  expect(options.webPreferences).toEqual({
    preload: '/app/out/preload/preload.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    spellcheck: false,
    devTools: false,
  });
});

test('the window is shown when its page is drawn, not before', async () => {
  const window = await open();
  expect(window.visible).toBe(false);
  window.emit('ready-to-show');
  expect(window.visible).toBe(true);
});

test.each([
  ['auto', false, '#f5f7f9'],
  ['auto', true, '#12161c'],
  ['dark', false, '#12161c'],
  ['light', true, '#f5f7f9'],
] as const)(
  'its background has the scheme %s, where the system is dark: %s',
  async (scheme, dark, color) => {
    nativeTheme.shouldUseDarkColors = dark;
    expect((await open(scheme)).options.backgroundColor).toBe(color);
  },
);

describe('a page that is gone', () => {
  test('is offered to be loaded again, once however often it is told', async () => {
    const window = await open();
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    await expect.poll(() => window.webContents.reloads).toBe(1);
    expect(dialog.questions).toHaveLength(1);
    expect(dialog.questions[0]?.detail).toContain('crashed');
    expect(window.visible).toBe(true);
    expect(faults).toEqual(['the page is gone', 'the page is gone']);
  });

  test('may end the app', async () => {
    dialog.response = 1;
    const window = await open();
    window.webContents.emit('did-fail-load', {}, -6, 'ERR_FILE_NOT_FOUND', 'app://console/', true);
    await expect.poll(() => app.quits).toBe(1);
    expect(window.webContents.reloads).toBe(0);
  });

  test('is none where the load gave way to another one, or the page ended by itself', async () => {
    const window = await open();
    window.webContents.emit('did-fail-load', {}, -3, 'ERR_ABORTED', 'app://console/', true);
    window.webContents.emit('did-fail-load', {}, -6, 'ERR_FAILED', 'app://console/', false);
    window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
    expect(dialog.questions).toEqual([]);
  });
});
