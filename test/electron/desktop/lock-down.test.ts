import type { Session, WebContents } from 'electron';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  keepChromiumOffline,
  lockContents,
  lockSession,
} from '../../../electron/desktop/lock-down.ts';
import { app, StubContents, StubSession } from '../../support/electron-stub.ts';

vi.mock('electron', () => import('../../support/electron-stub.ts'));

describe('a session', () => {
  let session: StubSession;
  beforeEach(() => {
    app.isPackaged = true;
    session = new StubSession();
    lockSession(session as unknown as Session);
  });
  const asks = (permission: string, url: string): boolean | undefined => {
    const contents = new StubContents();
    contents.mainFrame.url = url;
    let granted: boolean | undefined;
    session.requestHandler?.(contents, permission, (answer) => {
      granted = answer;
    });
    return granted;
  };
  const cancels = (url: string): boolean | undefined => {
    let cancelled: boolean | undefined;
    session.beforeRequest?.({ url }, ({ cancel }) => {
      cancelled = cancel;
    });
    return cancelled;
  };

  test.each([
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'fileSystem',
    'openExternal',
  ])('refuses %s, asked and checked', (permission) => {
    expect(asks(permission, 'app://console/')).toBe(false);
    expect(session.checkHandler?.(null, permission, 'app://console/')).toBe(false);
  });

  test.each(['clipboard-sanitized-write', 'fullscreen', 'screen-wake-lock'])(
    "grants %s to the app's own page, and to no other",
    (permission) => {
      expect(asks(permission, 'app://console/')).toBe(true);
      expect(session.checkHandler?.(null, permission, 'app://console/')).toBe(true);
      expect(asks(permission, 'https://example.com/')).toBe(false);
      expect(session.checkHandler?.(null, permission, 'https://example.com')).toBe(false);
    },
  );

  test.each([
    'https://example.com/',
    'wss://example.com/',
    'http://127.0.0.1:9899/',
    'file:///etc/passwd',
    'app://elsewhere/x.js',
    'devtools://devtools/bundled/x.js',
  ])('requests nothing but its own files: %s is cancelled', (url) => {
    expect(cancels(url)).toBe(true);
  });

  test('requests its own files, and the developer tools where the app is not packaged', () => {
    expect(cancels('app://console/assets/index.js')).toBe(false);
    expect(cancels('blob:app://console/9a1c')).toBe(false);
    app.isPackaged = false;
    expect(cancels('devtools://devtools/bundled/x.js')).toBe(false);
  });

  test('checks no spelling, gives no device away and takes no download but its own', () => {
    expect(session.spellChecker).toBe(false);
    expect(session.deviceHandler?.()).toBe(false);
    const preventDefault = vi.fn();
    const download = (url: string) =>
      session.emit('will-download', { preventDefault }, { getURL: () => url });
    download('blob:app://console/9a1c');
    expect(preventDefault).not.toHaveBeenCalled();
    for (const url of ['https://example.com/x.csv', 'blob:https://example.com/9a1c', 'data:,x']) {
      preventDefault.mockClear();
      download(url);
      expect(preventDefault, url).toHaveBeenCalledOnce();
    }
  });
});

describe('a page', () => {
  const locked = (): StubContents => {
    const contents = new StubContents();
    lockContents(contents as unknown as WebContents);
    return contents;
  };
  const isStopped = (event: string, url: string): boolean => {
    const preventDefault = vi.fn();
    locked().emit(event, { url, preventDefault });
    return preventDefault.mock.calls.length > 0;
  };

  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])(
    'stays where it is: %s to anywhere else is stopped',
    (event) => {
      expect(isStopped(event, 'https://example.com/')).toBe(true);
      expect(isStopped(event, 'file:///etc/passwd')).toBe(true);
      expect(isStopped(event, 'data:text/html,x')).toBe(true);
      expect(isStopped(event, 'app://console/')).toBe(false);
    },
  );

  test('opens no window and embeds none', () => {
    expect(locked().windowOpenHandler?.({ url: 'https://example.com/' })).toEqual({
      action: 'deny',
    });
    expect(isStopped('will-attach-webview', '')).toBe(true);
  });
});

test('Chromium resolves no name', () => {
  keepChromiumOffline(app.commandLine as never);
  expect(app.switches).toContain('host-resolver-rules=MAP * ~NOTFOUND');
});
