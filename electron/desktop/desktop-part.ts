import { Notification } from 'electron';
import type { Desktop } from '../core/desktop.ts';
import type { StartAtLogin } from './login/start-at-login.ts';
import type { FleetTray } from './tray/tray.ts';
import type { Windows } from './windows/windows.ts';

/** What windows ask of the desktop, through the contract. */
export function createDesktop(parts: {
  readonly windows: Pick<Windows, 'open'>;
  readonly tray: Pick<FleetTray, 'look'>;
  readonly login: StartAtLogin;
}): Desktop {
  const { windows, tray, login } = parts;
  const livesOn = process.platform === 'darwin';
  return {
    state: async () => ({
      tray: livesOn ? 'lives-on' : (await tray.look()) ? 'there' : 'none',
      startAtLogin: login.state(),
      notifications: Notification.isSupported(),
    }),
    openWindow: windows.open,
    setStartAtLogin: async (on) => login.set(on),
  };
}
