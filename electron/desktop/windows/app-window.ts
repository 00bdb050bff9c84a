import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme } from 'electron';
import type { WindowAddress } from '../../../shared/address/window-address.ts';
import type { Preferences } from '../../../shared/model/app-info.ts';
import type { FaultLog } from '../../support/log.ts';
import { pageAt } from './page-address.ts';
import { minimumSize, type Placement } from './window-place.ts';

/** The body's colours in renderer/styles.css: what shows until the page has drawn itself. */
const backgrounds = { light: '#f5f7f9', dark: '#12161c' } as const;

function backgroundOf(scheme: Preferences['colorScheme']): string {
  if (scheme !== 'auto') return backgrounds[scheme];
  return backgrounds[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'];
}

export interface AppWindowParts {
  readonly address: WindowAddress;
  /** Null is that of this machine. */
  readonly console: string | null;
  readonly place: Placement;
  readonly maximized: boolean;
  readonly fullScreen: boolean;
  readonly colorScheme: Preferences['colorScheme'];
  readonly logFault: FaultLog;
}

/** Opens a window of the app. The page in it has no Node, no preload but the bridge, and a sandbox around it. */
export function openAppWindow(parts: AppWindowParts): BrowserWindow {
  const window = new BrowserWindow({
    ...parts.place,
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    ...(parts.fullScreen ? { fullscreen: true } : {}),
    title: app.getName(),
    icon: process.platform === 'linux' ? join(app.getAppPath(), 'build/icon.png') : undefined,
    backgroundColor: backgroundOf(parts.colorScheme),
    show: false,
    webPreferences: {
      preload: join(app.getAppPath(), 'out/preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  window.once('ready-to-show', () => {
    if (parts.maximized) window.maximize();
    window.show();
  });
  leadTo(window, parts.address, parts.console, parts.logFault);
  return window;
}

/** Leads a window to an address of a console: a page that is loaded goes there itself, as when its user does, and may ask before it leaves a form. */
export function leadTo(
  window: BrowserWindow,
  address: WindowAddress,
  console: string | null,
  logFault: FaultLog,
): void {
  // A load that fails is told to `did-fail-load` as well, where the user is asked.
  window
    .loadURL(pageAt(address, console))
    .catch((error: unknown) => logFault('loading the page', error));
}

/** Brings a window to the front, wherever it is. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
