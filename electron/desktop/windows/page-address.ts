import {
  firstAddress,
  parseWindowAddress,
  type WindowAddress,
  writeWindowAddress,
} from '../../../shared/address/window-address.ts';
import { appPage, isAppPage } from '../app-page.ts';

/** What a window loads to begin at an address within the app. */
export function pageAt(address: WindowAddress): string {
  const path = writeWindowAddress(address);
  return path === firstAddress ? appPage : `${appPage}#${path}`;
}

/** Where a page with this URL is within the app; null where that is none of the app's pages. */
export function addressOfPage(url: string): WindowAddress | null {
  if (!isAppPage(url)) return null;
  const hash = new URL(url).hash.slice(1);
  return parseWindowAddress(hash === '' ? firstAddress : hash);
}
