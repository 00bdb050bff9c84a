import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createWindows, type Windows } from '../../../../electron/desktop/windows/windows.ts';
import {
  parseWindowAddress,
  type WindowAddress,
} from '../../../../shared/address/window-address.ts';
import { desktopTexts } from '../../../../shared/texts/desktop.ts';
import { app, BrowserWindow, dialog, screen } from '../../../support/electron-stub.ts';

vi.mock('electron', () => import('../../../support/electron-stub.ts'));

const a = '00000000-0000-4000-8000-00000000000a';
const b = '00000000-0000-4000-8000-00000000000b';
const first = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } };
const second = { id: 2, workArea: { x: 1920, y: 0, width: 1920, height: 1040 } };

let directory: string;
let faults: string[];
let windows: Windows;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'spcp-windows-'));
  faults = [];
  screen.displays = [first, second];
  dialog.questions.length = 0;
  dialog.response = 0;
  windows = begin();
});
afterEach(() => {
  screen.displays = [first];
  rmSync(directory, { recursive: true, force: true });
});

/** As after a start of the app. */
function begin(): Windows {
  BrowserWindow.opened = [];
  app.removeAllListeners();
  app.ending = false;
  return createWindows({
    directory,
    texts: desktopTexts('en'),
    logFault: (what) => faults.push(what),
    notOpened: (error) => faults.push(String(error)),
    colorScheme: async () => 'auto',
  });
}

function at(text: string): WindowAddress {
  const address = parseWindowAddress(text);
  if (address === null) throw new Error(`${text} is no address`);
  return address;
}

const loaded = () => BrowserWindow.getAllWindows().map((each) => each.loaded);
const last = (): BrowserWindow => {
  const window = BrowserWindow.opened.at(-1);
  if (window === undefined) throw new Error('no window was opened');
  return window;
};

describe('windows', () => {
  test('open each on an address of its own, a step beside the one before', async () => {
    await windows.restore();
    last().bounds = { x: 100, y: 50, width: 900, height: 700 };
    await windows.open(at(`/proxies/${a}?range=24h`));
    expect(loaded()).toEqual(['app://console/', `app://console/#/proxies/${a}?range=24h`]);
    expect(last().options).toMatchObject({ x: 128, y: 78, width: 900, height: 700 });
    expect(last().options.webPreferences).toMatchObject({ sandbox: true, nodeIntegration: false });
  });

  test('show what is asked for where it is shown already, each set of compared proxies in one', async () => {
    await windows.restore();
    await windows.lead(at(`/compare?ids=${a},${b}`));
    const compared = last();
    compared.minimized = true;
    await windows.lead(at('/wall'));
    await windows.lead(at(`/compare?ids=${b},${a}&range=24h`));
    expect(BrowserWindow.opened).toHaveLength(3);
    expect(compared).toMatchObject({
      minimized: false,
      focused: true,
      loaded: `app://console/#/compare?ids=${b},${a}&range=24h`,
    });
    await windows.lead(at(`/compare?ids=${a}`));
    expect(BrowserWindow.opened).toHaveLength(4);
  });

  test('from the window that shows it already, a second one is opened', async () => {
    await windows.restore();
    await windows.go(at(`/proxies/${a}`));
    last().focus();
    await windows.open(at(`/proxies/${a}`));
    expect(loaded()).toEqual([`app://console/#/proxies/${a}`, `app://console/#/proxies/${a}`]);
    last().focus();
    await windows.open(at(`/proxies/${a}`));
    expect(BrowserWindow.opened).toHaveLength(2);
  });

  test('are known by where their user went, and the one that was used last comes to the front', async () => {
    await windows.restore();
    const board = last();
    await windows.openNew();
    await board.loadURL(`app://console/#/proxies/${a}`);
    await windows.lead(at(`/proxies/${a}`));
    expect(BrowserWindow.opened).toHaveLength(2);
    expect(board.focused).toBe(true);
    board.minimized = true;
    await windows.show();
    expect(board.minimized).toBe(false);
    await windows.go(at('/settings'));
    expect(board.loaded).toBe('app://console/#/settings');
  });

  test('are what a middle click on a link opens, and nothing else', async () => {
    await windows.restore();
    const click = (url: string) => last().webContents.windowOpenHandler?.({ url });
    expect(click(`app://console/#/proxies/${a}`)).toEqual({ action: 'deny' });
    await expect.poll(() => BrowserWindow.opened).toHaveLength(2);
    for (const url of [
      'https://example.com/',
      'app://console/#/nowhere',
      'app://other/',
      'about:blank',
    ])
      expect(click(url)).toEqual({ action: 'deny' });
    await windows.show();
    expect(loaded()).toEqual(['app://console/', `app://console/#/proxies/${a}`]);
  });

  test('are so many and no more', async () => {
    for (let i = 0; i < 20; i++) await windows.openNew();
    await expect(windows.openNew()).rejects.toMatchObject({
      code: 'invalid-input',
      detail: { case: 'windows', limit: 20 },
    });
    expect(BrowserWindow.opened).toHaveLength(20);
  });

  test('are so many and no more also where fifty are asked for at once', async () => {
    await windows.restore();
    const asked = await Promise.allSettled(Array.from({ length: 50 }, () => windows.openNew()));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(19);
    expect(BrowserWindow.opened).toHaveLength(20);
  });

  test('are one for a proxy in whatever case its identifier is written', async () => {
    await windows.restore();
    await windows.lead(at(`/proxies/${a}`));
    await windows.lead(at(`/proxies/${a.toUpperCase()}`));
    await windows.lead(at(`/compare?ids=${a},${b}`));
    await windows.lead(at(`/compare?ids=${b.toUpperCase()},${a}`));
    expect(BrowserWindow.opened).toHaveLength(3);
  });

  test('are one for each address also where it is asked for twice at once', async () => {
    await windows.restore();
    await Promise.all([windows.lead(at('/wall')), windows.lead(at('/wall'))]);
    expect(BrowserWindow.opened).toHaveLength(2);
  });
});

describe('the next start', () => {
  test('opens those that were open, where they were, though they closed one by one', async () => {
    await windows.restore();
    last().bounds = { x: 10, y: 20, width: 900, height: 700 };
    await windows.open(at('/wall'));
    Object.assign(last(), {
      bounds: { x: 2000, y: 30, width: 1000, height: 800 },
      fullScreen: true,
    });
    app.quit();
    windows = begin();
    await windows.restore();
    expect(loaded()).toEqual(['app://console/', 'app://console/#/wall']);
    expect(BrowserWindow.opened[0]?.options).toMatchObject({
      x: 10,
      y: 20,
      width: 900,
      height: 700,
    });
    expect(last().options).toMatchObject({ x: 2000, y: 30, width: 1000, fullscreen: true });
  });

  test('opens them on the display that is left', async () => {
    await windows.restore();
    Object.assign(last(), {
      bounds: { x: 2000, y: 30, width: 1000, height: 800 },
      maximized: true,
    });
    app.quit();
    screen.displays = [first];
    windows = begin();
    await windows.restore();
    expect(last().options).toMatchObject({ x: 80, y: 30, width: 1000, height: 800 });
    last().emit('ready-to-show');
    expect(last().maximized).toBe(true);
  });

  test('opens the one that its user closed last', async () => {
    await windows.restore();
    await windows.open(at('/wall'));
    last().bounds = { x: 1, y: 2, width: 900, height: 700 };
    BrowserWindow.opened[0]?.close();
    last().close();
    windows = begin();
    await windows.show();
    expect(loaded()).toEqual(['app://console/#/wall']);
  });

  test('opens one on the board where the file is damaged', async () => {
    writeFileSync(join(directory, 'window.json'), '{"version":2,"windows":[{}]}');
    await windows.restore();
    expect(loaded()).toEqual(['app://console/']);
  });

  test('that is asked for twice at once opens them once', async () => {
    await Promise.all([windows.restore(), windows.show()]);
    expect(BrowserWindow.opened).toHaveLength(1);
  });

  test('places that cannot be saved keep no window open', async () => {
    await windows.restore();
    last().bounds = { x: 0, y: 0, width: 900, height: 700 };
    rmSync(directory, { recursive: true });
    writeFileSync(directory, 'a file is in the way');
    expect(() => last().close()).not.toThrow();
    expect(faults).toEqual(['saving the places of the windows']);
  });
});

describe('a page with something to lose', () => {
  test('asks before its window closes, and stays where nobody agrees', async () => {
    await windows.restore();
    last().webContents.hasUnsaved = true;
    last().close();
    expect(dialog.questions).toEqual([expect.objectContaining({ buttons: ['Stay', 'Leave'] })]);
    expect(last().isDestroyed()).toBe(false);
    dialog.response = 1;
    last().close();
    expect(last().isDestroyed()).toBe(true);
  });

  test('keeps the app from ending, which then goes on as before', async () => {
    await windows.restore();
    last().bounds = { x: 10, y: 20, width: 900, height: 700 };
    last().webContents.hasUnsaved = true;
    app.quit();
    expect(last().isDestroyed()).toBe(false);
    last().webContents.hasUnsaved = false;
    last().bounds = { x: 30, y: 40, width: 900, height: 700 };
    last().close();
    windows = begin();
    await windows.restore();
    expect(last().options).toMatchObject({ x: 30, y: 40 });
  });
});
