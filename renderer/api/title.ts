/** The window's title is said by the page; before it stands how many proxies are in trouble, as other tabs have their unread. */
let page = '';
let prefix = '';
let shown = '';
let calmIcon = true;

function write(): void {
  document.title = `${prefix}${shown}${page}`;
}

/** What screen readers, hyphenation and the window's title need to know. */
export function describePage(language: string, title: string): void {
  document.documentElement.lang = language;
  page = title;
  write();
}

/** Tells in the title which remote console the window shows; null where it is that of this machine. */
export function tellConsole(name: string | null): void {
  shown = name === null ? '' : `[${name}] `;
  write();
}

/**
 * Tells outside of the page how many proxies are in trouble, null where that is not known now: in the title, as the icon with these
 * addresses, and as the badge of the app where the system has one for it.
 */
export function tellTrouble(
  count: number | null,
  icons: { readonly calm: string; readonly trouble: string },
): void {
  prefix = count === null ? '(?) ' : count === 0 ? '' : `(${count}) `;
  write();
  const calm = count === 0;
  if (calm !== calmIcon) {
    // The page begins with the calm one, and each change is fetched.
    calmIcon = calm;
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    icon?.setAttribute('href', calm ? icons.calm : icons.trouble);
  }
  // Only in secure places and installed apps, and refused at the system's will: it is one sign of three.
  void navigator.setAppBadge?.(count ?? undefined).catch(() => undefined);
}
