import type { WindowAddress } from '../../shared/address/window-address.ts';
import type { DesktopState } from '../../shared/model/desktop.ts';

/** What the shell does on a desktop, where it has one. */
export interface Desktop {
  state(): Promise<DesktopState>;
  /** Of a console by its id, null is that of this machine. Throws `invalid-input` where too many windows are open. */
  openWindow(address: WindowAddress, console: string | null): Promise<void>;
  /** Throws `not-found` where the app is not installed, and `storage-failed` and `storage-full`. */
  setStartAtLogin(on: boolean): Promise<void>;
}
