import { type IpcMainEvent, ipcMain, type WebContents } from 'electron';
import { ownWindow } from '../core/actor.ts';
import { channel, hello, welcome } from './electron-channel.ts';
import type { Connection, WindowRouter } from './router.ts';

/**
 * Carries the contract between the app's windows and the router that `routerOf` the page's URL is. A message is taken only from the main frame of a page of the app's own
 * (`isOwnPage` on its URL); all others are dropped and told to `logFault`.
 */
export function carryOverElectron(
  routerOf: (url: string) => WindowRouter,
  isOwnPage: (url: string) => boolean,
  logFault: (what: string, error: unknown) => void,
): void {
  const connections = new Map<WebContents, Connection>();
  const watched = new WeakSet<WebContents>();
  const end = (contents: WebContents): void => {
    connections.get(contents)?.close();
    connections.delete(contents);
  };
  const begin = (contents: WebContents, url: string): void => {
    end(contents);
    if (!watched.has(contents)) {
      watched.add(contents);
      contents.once('destroyed', () => end(contents));
      contents.on('render-process-gone', () => end(contents));
    }
    const connection = routerOf(url).connect(
      (message) => {
        if (!contents.isDestroyed()) contents.send(channel, message);
      },
      { ...ownWindow(), shell: 'desktop' },
    );
    connections.set(contents, connection);
    contents.send(channel, welcome);
  };
  ipcMain.on(channel, (event: IpcMainEvent, message: unknown) => {
    const frame = event.senderFrame;
    if (frame === null || frame !== event.sender.mainFrame || !isOwnPage(frame.url)) {
      logFault('a message from a page that is not the app', new Error(frame?.url ?? 'no frame'));
      return;
    }
    if (message === hello) begin(event.sender, frame.url);
    else connections.get(event.sender)?.receive(message);
  });
}
