import { BrowserWindow, Notification } from 'electron';
import type { Alert, AlertNews } from '../../shared/model/alert.ts';
import { namesInLine, ruleSaid } from '../../shared/texts/alert-line.ts';
import type { DesktopTexts } from '../../shared/texts/desktop-texts.ts';

/** Tells of alerts beside the windows, where the user looks at none of them: those tell themselves. `show` opens one. */
export function notifyOfAlerts(
  news: { listen(listener: (news: AlertNews) => void): unknown },
  texts: DesktopTexts,
  show: () => void,
): void {
  news.listen(({ kind, alerts }) => {
    if (BrowserWindow.getFocusedWindow() !== null || !Notification.isSupported()) return;
    const notification = new Notification({
      title: texts.alertNews[kind],
      body: bodyOf(alerts, texts),
    });
    notification.on('click', show);
    notification.show();
  });
}

function bodyOf(alerts: readonly Alert[], texts: DesktopTexts): string {
  const names = alerts.flatMap(({ about }) => (about.kind === 'rule' ? [about.profileName] : []));
  const [first] = alerts;
  if (first === undefined || first.about.kind === 'own-network') return texts.ownNetwork;
  const { ruleName, condition } = first.about;
  const what = ruleSaid(ruleName, texts.alerts[condition.kind]);
  return `${what}: ${namesInLine(names, (count) => `+${count}`)}`;
}
