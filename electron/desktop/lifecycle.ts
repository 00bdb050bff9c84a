import { app, dialog, powerMonitor } from 'electron';
import { desktopTexts } from '../../shared/texts/desktop.ts';
import type { DesktopTexts } from '../../shared/texts/desktop-texts.ts';
import type { FaultLog } from '../support/log.ts';
import { messageIn } from './message-in.ts';

/** Proxies are told goodbye in this time, or not at all, milliseconds: an app that is told to end must end. */
const goodbyeMs = 5000;

/** Ends the console, in order, before the app ends, with the code that it ends with. Answers a function that ends the app with an exit code. */
export function closeBeforeQuit(
  close: (code: number) => Promise<void>,
  logFault: FaultLog,
): (code: number) => void {
  let closing = false;
  const end = (code: number): void => {
    if (closing) return;
    closing = true;
    const patience = setTimeout(() => {
      logFault('ending', new Error(`not done after ${goodbyeMs} ms`));
      app.exit(code);
    }, goodbyeMs);
    close(code)
      .catch((error: unknown) => logFault('ending', error))
      .finally(() => {
        clearTimeout(patience);
        app.exit(code);
      });
  };
  // By then the windows are closed, so that nobody looks at one that no longer answers.
  app.on('will-quit', (event) => {
    event.preventDefault();
    end(0);
  });
  return end;
}

/** After a sleep no proxy waits for its next attempt: each is tried at once. */
export function probeOnResume(probe: () => void): void {
  powerMonitor.on('resume', probe);
  powerMonitor.on('unlock-screen', probe);
}

/** When the machine goes to sleep, or its screen is locked. */
export function lockWhenLeft(lock: () => void): void {
  powerMonitor.on('suspend', lock);
  powerMonitor.on('lock-screen', lock);
}

/** A bug in the main process: it is written down, the user is told where, and the app ends, since what goes on after it cannot be trusted. */
export function endOnFault(
  logFault: FaultLog,
  logFile: string,
  texts: DesktopTexts,
  end: (code: number) => void,
): void {
  process.on('uncaughtException', (error) => {
    logFault('uncaught', error);
    dialog.showErrorBox(texts.fault, texts.faultDetail(logFile));
    end(1);
  });
  process.on('unhandledRejection', (reason) => logFault('unhandled rejection', reason));
}

/** Tells why the app cannot start, and ends it. To be called when the app is ready: before, Linux has no dialog. */
export function failToStart(locale: string, error: unknown): void {
  const title = desktopTexts(locale).cannotStart;
  const message = messageIn(locale, error);
  process.stderr.write(`${title}: ${message}\n`);
  dialog.showErrorBox(title, message);
  app.exit(1);
}
