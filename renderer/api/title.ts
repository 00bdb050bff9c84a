/** The window's title is said by the page; before it stands how many proxies are in trouble, as other tabs have their unread. */
let page = '';
let prefix = '';

function write(): void {
  document.title = `${prefix}${page}`;
}

/** What screen readers, hyphenation and the window's title need to know. */
export function describePage(language: string, title: string): void {
  document.documentElement.lang = language;
  page = title;
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
  const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  const href = count === 0 ? icons.calm : icons.trouble;
  // Setting the same one again makes some browsers fetch it again.
  if (icon !== null && icon.getAttribute('href') !== href) icon.setAttribute('href', href);
  // Only in secure places and installed apps, and refused at the system's will: it is one sign of three.
  void navigator.setAppBadge?.(count ?? undefined).catch(() => undefined);
}
