import { type BrowserWindow, dialog } from 'electron';
import type { DesktopTexts } from '../../../shared/texts/desktop-texts.ts';

/** The buttons' places: who only presses Enter or Escape stays. */
const stay = 0;
const leave = 1;

/** A page with something to lose would keep its window open without a word: Electron asks nobody. `onStay` hears that the window stays. */
export function askBeforeLeaving(
  window: BrowserWindow,
  texts: DesktopTexts,
  onStay: () => void,
): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const answer = dialog.showMessageBoxSync(window, {
      type: 'question',
      message: texts.leave,
      detail: texts.leaveDetail,
      buttons: [texts.stay, texts.leaveNow],
      defaultId: stay,
      cancelId: stay,
      noLink: true,
    });
    // Preventing this event is letting the page go.
    if (answer === leave) event.preventDefault();
    else onStay();
  });
}
