import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import type { Preferences } from '../../shared/model/app-info.ts';
import type { DesktopTexts } from '../../shared/texts/desktop-texts.ts';
import { appPage } from './app-page.ts';
import type { FaultLog } from './fault-log.ts';
import { offerReload } from './page-gone.ts';
import { minimumSize, placeWindow, readBounds, saveBounds } from './window-bounds.ts';

/** The body's colours in renderer/styles.css: what shows until the page has drawn itself. */
const backgrounds = { light: '#f5f7f9', dark: '#12161c' } as const;

function backgroundOf(scheme: Preferences['colorScheme']): string {
  if (scheme !== 'auto') return backgrounds[scheme];
  return backgrounds[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'];
}

export interface WindowParts {
  readonly directory: string;
  readonly texts: DesktopTexts;
  readonly logFault: FaultLog;
  /** The colour scheme that the user chose. */
  readonly colorScheme: () => Promise<Preferences['colorScheme']>;
}

/** Opens the app's window. The page in it has no Node, no preload but the bridge, and a sandbox around it. */
export async function openWindow(parts: WindowParts): Promise<BrowserWindow> {
  const backgroundColor = backgroundOf(await parts.colorScheme());
  const displays = screen.getAllDisplays().map(({ workArea }) => workArea);
  const { maximized, ...place } = placeWindow(readBounds(parts.directory), displays);
  const window = new BrowserWindow({
    ...place,
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    title: app.getName(),
    icon: process.platform === 'linux' ? join(app.getAppPath(), 'build/icon.png') : undefined,
    backgroundColor,
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
    if (maximized) window.maximize();
    window.show();
  });
  window.on('close', () => {
    try {
      saveBounds(parts.directory, { ...window.getNormalBounds(), maximized: window.isMaximized() });
    } catch (error) {
      // The place of a window is not worth a word to the user.
      parts.logFault('saving the place of the window', error);
    }
  });
  offerReload(window, parts.texts, parts.logFault);
  // A load that fails is told to `did-fail-load` as well, where the user is asked.
  window.loadURL(appPage).catch((error: unknown) => parts.logFault('loading the page', error));
  return window;
}

/** Brings the app's window to the front. Answers false where there is none. */
export function showWindow(): boolean {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) return false;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
  return true;
}
