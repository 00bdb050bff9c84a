import { app, BrowserWindow } from 'electron';
import type { WindowAddress } from '../../../shared/address/window-address.ts';
import type { DesktopTexts } from '../../../shared/texts/desktop-texts.ts';
import type { SharedConsole } from '../../attach/shared-console.ts';
import { ask } from '../../ipc/ask.ts';
import type { FaultLog } from '../../support/log.ts';
import type { Windows } from '../windows/windows.ts';
import { afterLastWindow } from './after-last-window.ts';
import { showBadge } from './badge.ts';
import { createFleetTray, type FleetTray } from './tray.ts';

export interface SignsParts {
  readonly core: () => Pick<SharedConsole, 'router' | 'attention'>;
  readonly windows: Windows;
  readonly texts: DesktopTexts;
  readonly logFault: FaultLog;
  /** Tells the user why no window was opened. */
  readonly notOpened: (error: unknown) => void;
}

/** The tray with what it does to the app. Nothing is in it before `followFleet`. */
export function createAppTray(parts: SignsParts): FleetTray {
  const { core, windows, texts, logFault, notOpened } = parts;
  const lead = (page: WindowAddress['page'], id: string | null, search = {}): void => {
    const address = { page, id, search: new Map(Object.entries<string>(search)) };
    windows.lead(address).catch(notOpened);
  };
  const pauseAll = async (paused: boolean): Promise<void> => {
    const ids = (await ask(core().router, 'profiles.list', {})).map(({ id }) => id);
    if (ids.length > 0) await ask(core().router, 'fleet.pause', { ids, paused });
  };
  return createFleetTray({
    texts,
    logFault,
    now: () => core().attention.now(),
    deeds: {
      show: () => void windows.show().catch(notOpened),
      openProxy: (id) => lead('proxy', id),
      openTrouble: () => lead('board', null, { text: 'is:trouble' }),
      openAlerts: () => lead('alerts', null),
      pauseAll: (paused) =>
        void pauseAll(paused).catch((error: unknown) => logFault('pausing all proxies', error)),
      quit: () => app.quit(),
    },
  });
}

/** Tells of the fleet in the tray and on the app's own button, from now on. */
export function followFleet(
  tray: FleetTray,
  { core, texts, logFault }: Pick<SignsParts, 'core' | 'texts' | 'logFault'>,
): void {
  const { attention } = core();
  const badge = (): void => {
    try {
      showBadge(attention.now(), texts);
    } catch (error) {
      logFault('showing how many proxies need attention', error);
    }
  };
  attention.changes.listen((fleet) => {
    tray.tell(fleet);
    badge();
  });
  app.on('browser-window-created', badge);
  // Whoever shows the tray may take seconds to answer: no window waits for that.
  tray.look().catch((error: unknown) => logFault('looking for a tray', error));
}

/** Ends the app when its last window is closed, unless it lives on in the tray, as its user chose, and somebody sees it there. */
export function endAfterLastWindow(
  tray: FleetTray,
  { core, logFault }: Pick<SignsParts, 'core' | 'logFault'>,
): void {
  const decide = async (): Promise<void> => {
    const { closeToTray } = await ask(core().router, 'preferences.get', {});
    const has = {
      platform: process.platform,
      closeToTray,
      tray: closeToTray && (await tray.look()),
    };
    if (BrowserWindow.getAllWindows().length === 0 && afterLastWindow(has) === 'quit') app.quit();
  };
  app.on('window-all-closed', () => {
    decide().catch((error: unknown) => {
      logFault('after the last window', error);
      app.quit();
    });
  });
}

/** Whether the app begins without a window: started at login, and with a sign that leads to its windows. */
export async function beginsHidden(
  tray: FleetTray,
  { core }: Pick<SignsParts, 'core'>,
  startedAtLogin: boolean,
): Promise<boolean> {
  if (!startedAtLogin) return false;
  const { closeToTray } = await ask(core().router, 'preferences.get', {});
  return closeToTray && (await tray.look());
}
