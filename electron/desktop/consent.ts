import { BrowserWindow, dialog, type MessageBoxOptions } from 'electron';
import { assertNever } from '../../shared/assert.ts';
import type { DesktopTexts } from '../../shared/texts/desktop-texts.ts';
import type { Consent, Deed } from '../core/consent.ts';
import { commandLine } from '../store/secrets/command/agreement.ts';
import type { FaultLog } from '../support/log.ts';

/**
 * Asks in a dialog of the system, which no page can answer. One at a time: a page that asks again and again is refused meanwhile. What cannot
 * be asked is not agreed to.
 */
export function askOutsideOfPages(texts: DesktopTexts, logFault: FaultLog): Consent {
  let asking = false;
  return async (deed) => {
    if (asking) return false;
    asking = true;
    try {
      const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
      const options = questionOf(deed, texts);
      const { response } =
        window === undefined
          ? await dialog.showMessageBox(options)
          : await dialog.showMessageBox(window, options);
      return response === agreed;
    } catch (error) {
      logFault('asking the user outside of the page', error);
      return false;
    } finally {
      asking = false;
    }
  };
}

/** The buttons' places: who only presses Enter or Escape does not agree. */
const declined = 0;
const agreed = 1;

function questionOf(deed: Deed, texts: DesktopTexts): MessageBoxOptions {
  const { message, detail, agree } = said(deed, texts);
  return {
    type: 'warning',
    message,
    detail,
    buttons: [texts.cancel, agree],
    defaultId: declined,
    cancelId: declined,
    noLink: true,
  };
}

function said(deed: Deed, texts: DesktopTexts) {
  switch (deed.kind) {
    case 'export-passwords':
      return {
        message: texts.exportPasswords(deed.passwords),
        detail: texts.exportPasswordsDetail,
        agree: texts.exportNow,
      };
    case 'try-command':
    case 'use-command': {
      const line = commandLine(deed.command);
      const use = deed.kind === 'use-command';
      return {
        message: use ? texts.takeProgram : texts.runProgram,
        detail: use ? texts.takeProgramDetail(line) : texts.runProgramDetail(line),
        agree: use ? texts.takeNow : texts.runNow,
      };
    }
    case 'try-transformation':
      return {
        message: texts.tryTransformation,
        detail: texts.runProgramDetail(deed.command),
        agree: texts.runNow,
      };
    default:
      return assertNever(deed);
  }
}
