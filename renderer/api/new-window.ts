import { bridgeProperty } from '../../shared/ipc/bridge-property.ts';
import { hrefOf } from '../routes.ts';
import type { Client } from './client.ts';

/** Whether this page is in a window of the desktop app, and not in a browser. */
export function inDesktopApp(): boolean {
  return bridgeProperty in window;
}

/** The path of what this window shows, with all that its address says. */
export function pathShown(): string {
  return window.location.hash.slice(1) || '/';
}

/** Opens a path in a window of its own: one of the desktop app, which brings a window forward that shows it already, or one of the browser. */
export async function openInWindow(client: Pick<Client, 'call'>, path: string): Promise<void> {
  if (inDesktopApp()) await client.call('desktop.openWindow', { address: path });
  // No window may lead the one that it was opened from elsewhere.
  else window.open(hrefOf(path), '_blank', 'noopener');
}
