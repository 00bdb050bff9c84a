import { type App, app, type Session, type WebContents } from 'electron';
import { isAppPage, isOwnContent } from './app-page.ts';

/** Writing to the clipboard is what a Copy button does; the board on a wall has the whole screen, and keeps it on. Every other permission is refused. */
const permitted: ReadonlySet<string> = new Set([
  'clipboard-sanitized-write',
  'fullscreen',
  'screen-wake-lock',
]);

/**
 * Whether the installed app was started without Chromium's sandbox, which holds a page that got out of hand. An AppImage is started so
 * where it finds no user namespaces, and tells nobody.
 */
export function isUnsandboxed({ isPackaged, commandLine }: App): boolean {
  return isPackaged && commandLine.hasSwitch('no-sandbox');
}

/** The network is Node's alone, towards the proxies: Chromium resolves no name and looks for no updates of its components. To be called before the app is ready. */
export function keepChromiumOffline(commandLine: App['commandLine']): void {
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  commandLine.appendSwitch('disable-background-networking');
  commandLine.appendSwitch('disable-component-update');
  commandLine.appendSwitch('no-pings');
}

/** A session loads the app's own files, holds no permission, takes no download but what its page made itself, and checks no spelling (whose dictionaries come over the network). */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer) => {
    answer(permitted.has(permission) && isAppPage(contents.getURL()));
  });
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => permitted.has(permission) && isAppPage(origin),
  );
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event, item) => {
    if (!isOwnContent(item.getURL())) event.preventDefault();
  });
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({
      cancel: !(
        isAppPage(url) ||
        isOwnContent(url) ||
        (!app.isPackaged && url.startsWith('devtools:'))
      ),
    });
  });
}

/** A page stays on the app's own page, opens no window and embeds none. */
export function lockContents(contents: WebContents): void {
  const stay = (event: { readonly url: string; preventDefault(): void }): void => {
    if (!isAppPage(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
