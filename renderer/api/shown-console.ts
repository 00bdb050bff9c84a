import { consoleShown, searchOfConsole } from '../../shared/address/console-shown.ts';
import type { ConsoleEntry } from '../../shared/ipc/calls/console.ts';
import { hrefOf, paths } from '../routes.ts';
import type { Client } from './client.ts';
import { inDesktopApp } from './new-window.ts';
import { useCall } from './use-call.ts';

/** The id of the remote console that this window shows; null where it shows that of this machine. */
export function shownConsole(): string | null {
  return consoleShown(window.location.search) ?? null;
}

/** Shows another console in this window, from its board on. The page is loaded anew: nothing of the one before stays. */
export function showConsole(id: string | null): void {
  window.location.assign(`${window.location.pathname}${searchOfConsole(id)}${hrefOf(paths.board)}`);
}

/** The same in a window of its own: one of the desktop app, or of the browser. */
export async function openConsole(client: Pick<Client, 'call'>, id: string | null): Promise<void> {
  if (inDesktopApp())
    await client.call('desktop.openWindow', { address: paths.board, console: id });
  else {
    const { pathname } = window.location;
    // No window may lead the one that it was opened from elsewhere.
    window.open(`${pathname}${searchOfConsole(id)}`, '_blank', 'noopener');
  }
}

/** What this window shows, where that is a remote console: `entry` is null while it is not known, or where it is in no list any more. */
export function useShownConsole(): {
  readonly id: string;
  readonly entry: ConsoleEntry | null;
} | null {
  const id = shownConsole();
  const { value } = useCall('consoles.list', {}, { live: true });
  if (id === null) return null;
  return { id, entry: value?.consoles.find((each) => each.id === id) ?? null };
}
