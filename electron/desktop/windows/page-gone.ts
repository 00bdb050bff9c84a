import { app, type BrowserWindow, dialog } from 'electron';
import type { DesktopTexts } from '../../../shared/texts/desktop-texts.ts';
import type { FaultLog } from '../../support/log.ts';

/** The code of a load that was given up for another one, as every reload does. */
const aborted = -3;

/** A page that crashed or could not be loaded is offered to be loaded again, where it would leave a white window. */
export function offerReload(window: BrowserWindow, texts: DesktopTexts, logFault: FaultLog): void {
  let asking = false;
  const offer = async (reason: string): Promise<void> => {
    logFault('the page is gone', new Error(reason));
    if (asking || window.isDestroyed()) return;
    asking = true;
    window.show();
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      message: texts.pageGone,
      detail: texts.pageGoneDetail(reason),
      buttons: [texts.reloadWindow, texts.quit],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    asking = false;
    if (response === 1) app.quit();
    else if (!window.isDestroyed()) window.webContents.reload();
  };
  const ask = (reason: string): void => {
    offer(reason).catch((error: unknown) => logFault('offering to load the page again', error));
  };
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') ask(reason);
  });
  window.webContents.on('did-fail-load', (_event, code, description, _url, isMainFrame) => {
    if (isMainFrame && code !== aborted) ask(description);
  });
}
