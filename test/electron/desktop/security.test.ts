import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Session, WebContents } from 'electron';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { root } from '../../../build/tool.ts';
import { isAppPage, schemePrivileges, serveAppPage } from '../../../electron/desktop/app-page.ts';
import { lockContents, lockSession } from '../../../electron/desktop/lock-down.ts';
import { openAppWindow } from '../../../electron/desktop/windows/app-window.ts';
import { createWindows } from '../../../electron/desktop/windows/windows.ts';
import { carryOverElectron } from '../../../electron/ipc/electron-carrier.ts';
import type { Router } from '../../../electron/ipc/router.ts';
import manifest from '../../../package.json' with { type: 'json' };
import lock from '../../../package-lock.json' with { type: 'json' };
import { desktopTexts } from '../../../shared/texts/desktop.ts';
import {
  app,
  BrowserWindow,
  contextBridge,
  ipcMain,
  StubContents,
  StubSession,
} from '../../support/electron-stub.ts';

vi.mock('electron', () => import('../../support/electron-stub.ts'));

let preferences: Record<string, unknown>;
let loaded: string | undefined;
let sources: readonly { readonly file: string; readonly text: string }[];

beforeAll(() => {
  const folder = join(root, 'electron');
  sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
});
beforeEach(() => {
  BrowserWindow.opened = [];
  app.isPackaged = true;
  openAppWindow({
    address: { page: 'board', id: null, search: new Map() },
    console: null,
    place: { width: 1280, height: 800 },
    maximized: false,
    fullScreen: false,
    colorScheme: 'light',
    logFault: () => undefined,
  });
  const [window] = BrowserWindow.opened;
  preferences = window?.options.webPreferences ?? {};
  loaded = window?.loaded;
});

const naming = (word: string): readonly string[] =>
  sources.filter(({ text }) => text.includes(word)).map(({ file }) => file);

function stopped(event: string, url: string): boolean {
  const contents = new StubContents();
  lockContents(contents as unknown as WebContents);
  const preventDefault = vi.fn();
  contents.emit(event, { url, preventDefault });
  return preventDefault.mock.calls.length > 0;
}

function sessionLocked(): StubSession {
  const session = new StubSession();
  lockSession(session as unknown as Session);
  return session;
}

async function page(): Promise<Response> {
  const serve = serveAppPage(join(root, 'renderer'));
  return serve({ url: 'app://console/', method: 'GET' } as Request);
}

/** Numbered and named as in Electron's documentation, "Security". */
describe('Electron’s security recommendations', () => {
  test('1. Only load secure content', () => {
    expect(loaded).toMatch(/^app:\/\/console\//);
    const cancels = (url: string) => {
      let cancelled: boolean | undefined;
      sessionLocked().beforeRequest?.({ url }, ({ cancel }) => {
        cancelled = cancel;
      });
      return cancelled;
    };
    for (const url of ['http://example.com/', 'https://example.com/', 'ftp://example.com/'])
      expect(cancels(url)).toBe(true);
  });

  test('2. Do not enable Node.js integration for remote content', () => {
    expect(preferences.nodeIntegration).toBe(false);
    expect(preferences.nodeIntegrationInWorker).toBeUndefined();
    expect(preferences.nodeIntegrationInSubFrames).toBeUndefined();
  });

  test('3. Enable context isolation', () => {
    expect(preferences.contextIsolation).toBe(true);
  });

  test('4. Enable process sandboxing', () => {
    expect(preferences.sandbox).toBe(true);
    expect(naming('app.enableSandbox()')).toEqual(['main.ts']);
    expect(naming("'--no-sandbox'")).toEqual([]);
  });

  test('5. Handle session permission requests from remote content', () => {
    const session = sessionLocked();
    for (const permission of ['media', 'geolocation', 'notifications', 'hid', 'openExternal']) {
      let granted: boolean | undefined;
      session.requestHandler?.(new StubContents(), permission, (answer) => {
        granted = answer;
      });
      expect(granted, permission).toBe(false);
      expect(session.checkHandler?.(null, permission, 'app://console/')).toBe(false);
    }
  });

  test('6. Do not disable webSecurity', () => {
    expect(preferences.webSecurity).toBe(true);
    expect(naming('disable-web-security')).toEqual([]);
  });

  test('7. Define a Content-Security-Policy', async () => {
    const policy = (await page()).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).not.toContain('unsafe-eval');
  });

  test('8. Do not enable allowRunningInsecureContent', () => {
    expect(preferences.allowRunningInsecureContent).toBeUndefined();
  });

  test('9. Do not enable experimental features', () => {
    expect(preferences.experimentalFeatures).toBeUndefined();
    expect(naming('enable-experimental-web-platform-features')).toEqual([]);
  });

  test('10. Do not use enableBlinkFeatures', () => {
    expect(preferences.enableBlinkFeatures).toBeUndefined();
    expect(naming('enable-blink-features')).toEqual([]);
  });

  test('11. Do not use allowpopups for WebViews', () => {
    expect(preferences.webviewTag).toBeUndefined();
  });

  test('12. Verify WebView options before creation', () => {
    expect(stopped('will-attach-webview', '')).toBe(true);
  });

  test('13. Disable or limit navigation', () => {
    for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      expect(stopped(event, 'https://example.com/')).toBe(true);
      expect(stopped(event, 'app://console/')).toBe(false);
    }
  });

  test('14. Disable or limit creation of new windows', async () => {
    const contents = new StubContents();
    lockContents(contents as unknown as WebContents);
    for (const url of ['https://example.com/', 'app://console/', 'about:blank'])
      expect(contents.windowOpenHandler?.({ url })).toEqual({ action: 'deny' });
    BrowserWindow.opened = [];
    await createWindows({
      directory: join(root, 'no-such-directory'),
      texts: desktopTexts('en'),
      logFault: () => undefined,
      colorScheme: async () => 'light',
      notOpened: () => undefined,
    }).restore();
    // The one in force: the app opens its own pages by itself, and Electron opens none.
    const [window] = BrowserWindow.opened;
    for (const url of ['https://example.com/', 'about:blank', 'app://console/#/wall'])
      expect(window?.webContents.windowOpenHandler?.({ url })).toEqual({ action: 'deny' });
  });

  test('15. Do not use shell.openExternal with untrusted content', () => {
    expect(naming('shell.openExternal')).toEqual([]);
  });

  test('16. Use a current version of Electron', () => {
    // One exact version, the same wherever it is installed.
    expect(manifest.devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
    expect(lock.packages['node_modules/electron'].version).toBe(manifest.devDependencies.electron);
  });

  test('17. Validate the sender of all IPC messages', () => {
    const taken: unknown[] = [];
    const router = {
      connect: () => ({ receive: (message: unknown) => taken.push(message), close() {} }),
    } as unknown as Router;
    const refused: string[] = [];
    ipcMain.removeAllListeners();
    carryOverElectron(
      () => router,
      isAppPage,
      (what) => refused.push(what),
    );
    const channels = ipcMain.eventNames();
    expect(channels).toHaveLength(1);
    const sender = new StubContents();
    const from = (senderFrame: unknown) =>
      ipcMain.emit(channels[0] as string, { sender, senderFrame }, { type: 'call' });
    from(null);
    from({ url: 'app://console/' });
    sender.mainFrame.url = 'https://example.com/';
    from(sender.mainFrame);
    expect(taken).toEqual([]);
    expect(refused).toHaveLength(3);
    expect(naming('ipcMain.').filter((file) => file !== 'ipc/electron-carrier.ts')).toEqual([]);
  });

  test('18. Avoid usage of the file:// protocol and prefer usage of custom protocols', () => {
    expect(schemePrivileges).toMatchObject({ standard: true, secure: true });
    expect(naming('loadFile(')).toEqual([]);
    expect(isAppPage('file:///opt/console/index.html')).toBe(false);
  });

  test('19. Check which fuses you can change', () => {
    const config = readFileSync(join(root, 'build/electron-builder.yml'), 'utf8');
    // What the binary of a package has is read back in test/packaging.
    for (const fuse of [
      'runAsNode: false',
      'enableCookieEncryption: true',
      'enableNodeOptionsEnvironmentVariable: false',
      'enableNodeCliInspectArguments: false',
      'enableEmbeddedAsarIntegrityValidation: true',
      'onlyLoadAppFromAsar: true',
      'grantFileProtocolExtraPrivileges: false',
    ])
      expect(config).toContain(`  ${fuse}\n`);
  });

  test('20. Do not expose Electron APIs to untrusted web content', async () => {
    await import('../../../electron/preload.ts');
    const exposed = [...contextBridge.exposed.values()];
    expect(exposed).toHaveLength(1);
    expect(Object.keys(exposed[0] as object).sort()).toEqual(['onMessage', 'send']);
  });
});
