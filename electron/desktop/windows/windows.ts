import { app, BrowserWindow, screen } from 'electron';
import {
  pageAddress,
  parseWindowAddress,
  type WindowAddress,
  writeWindowAddress,
} from '../../../shared/address/window-address.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Preferences } from '../../../shared/model/app-info.ts';
import type { DesktopTexts } from '../../../shared/texts/desktop-texts.ts';
import { createTurns } from '../../base/turns.ts';
import type { FaultLog } from '../../support/log.ts';
import { bringForward, leadTo, openAppWindow } from './app-window.ts';
import { askBeforeLeaving } from './leave-question.ts';
import { addressOfPage, consoleOfPage } from './page-address.ts';
import { offerReload } from './page-gone.ts';
import { mostWindows, readWindows, type SavedWindow, saveWindows } from './saved-windows.ts';
import { windowKey } from './window-key.ts';
import { type DisplayArea, placeBeside, placeWindow } from './window-place.ts';

/** A window that is moved about is saved so long after, milliseconds. */
const saveAfterMs = 1000;

export interface WindowsParts {
  readonly directory: string;
  readonly texts: DesktopTexts;
  readonly logFault: FaultLog;
  /** The colour scheme that the user chose. */
  readonly colorScheme: () => Promise<Preferences['colorScheme']>;
  /** Tells the user why no window was opened. */
  readonly notOpened: (error: unknown) => void;
}

/** The windows of the app. Those that are open are opened again, where they were, when the app is started the next time. */
export interface Windows {
  /** Opens the windows of the last time, or the first one. */
  restore(): Promise<void>;
  /** Brings the one that was used last to the front, or restores where there is none. */
  show(): Promise<void>;
  /**
   * Shows an address, of the console of this machine unless another is told by its id: in the window that shows the same already, else in a new one. The window that has the focus is not taken, since it is from there
   * that another is wanted. Throws `invalid-input` where too many are open.
   */
  open(address: WindowAddress, console?: string | null): Promise<void>;
  /** Shows an address wherever it is shown already, also in the window that has the focus. Throws as `open` does. */
  lead(address: WindowAddress): Promise<void>;
  /** Leads the window that was used last to an address, or a new one where there is none. */
  go(address: WindowAddress): Promise<void>;
  /** A new window on the board. Throws as `open` does. */
  openNew(): Promise<void>;
}

interface Opened {
  readonly window: BrowserWindow;
  address: WindowAddress;
  /** Null is that of this machine. */
  console: string | null;
}

const board = (): WindowAddress => pageAddress('board');

export function createWindows(parts: WindowsParts): Windows {
  const { directory, texts, logFault } = parts;
  /** The one that was used last comes first. */
  let opened: readonly Opened[] = [];
  let saving: NodeJS.Timeout | null = null;
  /** While the app ends its windows close one by one: all of them are opened again. */
  let ending = false;

  const save = (): void => {
    if (saving !== null) clearTimeout(saving);
    saving = null;
    if (opened.length === 0) return;
    try {
      saveWindows(directory, opened.map(savedOf).reverse());
    } catch (error) {
      // The place of a window is not worth a word to the user.
      logFault('saving the places of the windows', error);
    }
  };
  const saveSoon = (): void => {
    if (!ending) saving ??= setTimeout(save, saveAfterMs);
  };
  app.on('before-quit', () => {
    if (!ending) save();
    ending = true;
  });

  // Whether one more may be opened is asked, and it is there, before another is looked for.
  const inTurn = createTurns();
  const make = (address: WindowAddress, saved: SavedWindow | null): Promise<void> =>
    inTurn('', () => makeNow(address, saved?.console ?? null, saved));
  const makeNow = async (
    address: WindowAddress,
    console: string | null,
    saved: SavedWindow | null,
  ): Promise<void> => {
    if (opened.length >= mostWindows)
      throw new AppError('invalid-input', { case: 'windows', limit: mostWindows });
    const colorScheme = await parts.colorScheme();
    const window = openAppWindow({
      address,
      console,
      place: placeOf(saved, opened[0]?.window),
      maximized: saved?.maximized ?? false,
      fullScreen: saved?.fullScreen ?? false,
      colorScheme,
      logFault,
    });
    const one: Opened = { window, address, console };
    opened = [one, ...opened];
    window.on('focus', () => {
      opened = [one, ...opened.filter((each) => each !== one)];
    });
    const follow = (): void => {
      const url = window.webContents.getURL();
      one.address = addressOfPage(url) ?? one.address;
      one.console = consoleOfPage(url);
      saveSoon();
    };
    window.webContents.on('did-navigate-in-page', follow);
    window.webContents.on('did-navigate', follow);
    window.on('move', saveSoon);
    window.on('resize', saveSoon);
    window.on('close', () => {
      // The last one that its user closes is opened again.
      if (!ending && opened.length === 1) save();
    });
    window.on('closed', () => {
      opened = opened.filter((each) => each !== one);
      saveSoon();
    });
    // As a middle click on a link asks. Electron opens none by itself: it would be none of these.
    window.webContents.setWindowOpenHandler(({ url }) => {
      const wanted = addressOfPage(url);
      if (wanted !== null) void open(wanted, consoleOfPage(url)).catch(parts.notOpened);
      return { action: 'deny' };
    });
    askBeforeLeaving(window, texts, () => {
      ending = false;
    });
    offerReload(window, texts, logFault);
    saveSoon();
  };
  const showIn = async (
    among: () => readonly Opened[],
    address: WindowAddress,
    console: string | null = null,
  ): Promise<void> => {
    // An app that began without a window would forget those of the last time.
    if (!restored) {
      await restore();
      await showIn(() => opened, address, console);
      return;
    }
    await inTurn('', () => showNow(among(), address, console));
  };
  const showNow = async (
    among: readonly Opened[],
    address: WindowAddress,
    console: string | null,
  ): Promise<void> => {
    const key = windowKey(address, console);
    const found = among.find((each) => windowKey(each.address, each.console) === key);
    if (found === undefined) {
      await makeNow(address, console, null);
      return;
    }
    if (writeWindowAddress(found.address) !== writeWindowAddress(address))
      leadTo(found.window, address, console, logFault);
    bringForward(found.window);
  };
  const open = (address: WindowAddress, console: string | null = null): Promise<void> => {
    const focused = BrowserWindow.getFocusedWindow();
    return showIn(() => opened.filter(({ window }) => window !== focused), address, console);
  };
  let restored = false;
  const openSaved = async (): Promise<void> => {
    restored = true;
    const saved = readWindows(directory);
    for (const each of saved) await make(parseWindowAddress(each.address) ?? board(), each);
    if (saved.length === 0) await make(board(), null);
  };
  /** Two that ask for it at once, as a start and a second one, get the same windows. */
  let restoring: Promise<void> | null = null;
  const restore = (): Promise<void> => {
    restoring ??= openSaved().finally(() => {
      restoring = null;
    });
    return restoring;
  };
  return {
    restore,
    async show() {
      await restoring;
      const [last] = opened;
      if (last === undefined) await restore();
      else bringForward(last.window);
    },
    open,
    lead: (address) => showIn(() => opened, address),
    async go(address) {
      const [last] = opened;
      if (last === undefined) await make(address, null);
      else {
        leadTo(last.window, address, last.console, logFault);
        bringForward(last.window);
      }
    },
    openNew: () => make(board(), null),
  };
}

function savedOf({ window, address, console }: Opened): SavedWindow {
  const bounds = window.getNormalBounds();
  return {
    ...bounds,
    maximized: window.isMaximized(),
    fullScreen: window.isFullScreen(),
    address: writeWindowAddress(address),
    console,
    display: areaOf(screen.getDisplayMatching(bounds)),
  };
}

function areaOf({ id, workArea }: Electron.Display): DisplayArea {
  return { id, ...workArea };
}

function placeOf(saved: SavedWindow | null, from: BrowserWindow | undefined) {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  if (saved !== null || from === undefined)
    return placeWindow(saved, [primary, ...others].map(areaOf));
  const bounds = from.getNormalBounds();
  return placeBeside(bounds, screen.getDisplayMatching(bounds).workArea);
}
