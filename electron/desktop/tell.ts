import { app, dialog } from 'electron';
import type { DesktopTexts } from '../../shared/texts/desktop-texts.ts';
import type { FaultLog } from '../support/log.ts';
import { messageIn } from './message-in.ts';

/** Tells the user of something in a dialog of the system, where no page can. */
export interface Teller {
  /** One at a time: what comes while one is shown is dropped, since whoever sends a thousand links must not open a thousand dialogs. */
  tell(message: string, detail: string): void;
  /** No window was opened, and why. */
  notOpened(error: unknown): void;
}

export function createTeller(texts: DesktopTexts, logFault: FaultLog): Teller {
  let telling = false;
  const tell = (message: string, detail: string): void => {
    if (telling) return;
    telling = true;
    dialog
      .showMessageBox({ type: 'warning', message, detail, buttons: [texts.ok], noLink: true })
      .catch((error: unknown) => logFault('telling the user', error))
      .finally(() => {
        telling = false;
      });
  };
  return {
    tell,
    notOpened(error) {
      logFault('opening a window', error);
      tell(texts.notOpened, messageIn(app.getLocale(), error));
    },
  };
}
