import { consoleShown, searchOfConsole } from '../../../shared/address/console-shown.ts';
import {
  firstAddress,
  parseWindowAddress,
  type WindowAddress,
  writeWindowAddress,
} from '../../../shared/address/window-address.ts';
import { appPage, isAppPage } from '../app-page.ts';

/** What a window loads to begin at an address within the app, of a console by its id; null is that of this machine. */
export function pageAt(address: WindowAddress, console: string | null = null): string {
  const path = writeWindowAddress(address);
  const page = `${appPage}${searchOfConsole(console)}`;
  return path === firstAddress ? page : `${page}#${path}`;
}

/** Which console a page with this URL shows; null is that of this machine. */
export function consoleOfPage(url: string): string | null {
  return (isAppPage(url) ? consoleShown(new URL(url).search) : null) ?? null;
}

/** Where a page with this URL is within the app; null where that is none of the app's pages. */
export function addressOfPage(url: string): WindowAddress | null {
  if (!isAppPage(url)) return null;
  const hash = new URL(url).hash.slice(1);
  return parseWindowAddress(hash === '' ? firstAddress : hash);
}
