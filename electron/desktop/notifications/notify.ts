import { BrowserWindow, Notification } from 'electron';
import type { WindowAddress } from '../../../shared/address/window-address.ts';
import type { Alert, AlertNews } from '../../../shared/model/alert.ts';
import type { DesktopTexts } from '../../../shared/texts/desktop-texts.ts';
import type { FaultLog } from '../../support/log.ts';
import { noticeOf, placeOf, together } from './alert-notice.ts';

/** Under which the system puts them together, where it does. */
const group = 'alerts';

export interface NotifyParts {
  readonly news: { listen(listener: (news: AlertNews) => void): unknown };
  readonly texts: DesktopTexts;
  /** Whether its user wants any. */
  readonly isWanted: () => Promise<boolean>;
  readonly open: (address: WindowAddress) => void;
  readonly acknowledge: (ids: readonly string[]) => Promise<unknown>;
  readonly logFault: FaultLog;
}

interface Shown {
  readonly notification: Notification;
  readonly alerts: readonly Alert[];
}

/**
 * Tells of alerts by the system, where the user looks at no window: those tell themselves. What fires while a notification is still there is told
 * together with it by one. A click opens what it is about, and where the system has buttons, one acknowledges.
 */
export function notifyOfAlerts(parts: NotifyParts): void {
  const { news, texts, isWanted, open, acknowledge, logFault } = parts;
  let firing: Shown | null = null;
  /** A notification that nobody holds is collected, and its click lost. */
  const held = new Set<Notification>();

  const show = (kind: AlertNews['kind'], alerts: readonly Alert[]): Notification => {
    const notification = new Notification({
      ...noticeOf(kind, alerts, texts),
      groupId: group,
      actions:
        kind === 'over'
          ? []
          : [
              { type: 'button', text: texts.acknowledge },
              { type: 'button', text: texts.show },
            ],
    });
    const gone = (): void => {
      held.delete(notification);
      if (firing?.notification === notification) firing = null;
    };
    const look = (): void => {
      gone();
      open(placeOf(alerts));
    };
    notification.on('click', look);
    notification.on('action', ({ actionIndex }) => {
      if (actionIndex !== 0) {
        look();
        return;
      }
      gone();
      acknowledge(alerts.map(({ id }) => id)).catch((error: unknown) =>
        logFault('acknowledging alerts', error),
      );
    });
    notification.on('close', gone);
    notification.on('failed', (_event, error) => {
      gone();
      logFault('showing a notification', new Error(error));
    });
    held.add(notification);
    notification.show();
    return notification;
  };
  const replaceFiring = (kind: AlertNews['kind'], alerts: readonly Alert[]): void => {
    const before = firing?.notification;
    firing = null;
    before?.close();
    if (alerts.length > 0) firing = { notification: show(kind, alerts), alerts };
  };
  const tell = async ({ kind, alerts }: AlertNews): Promise<void> => {
    const isSeen = BrowserWindow.getFocusedWindow() !== null;
    if (isSeen || !Notification.isSupported() || !(await isWanted())) return;
    if (kind !== 'over') {
      replaceFiring(kind, together(alerts, firing?.alerts ?? []));
      return;
    }
    const over = new Set(alerts.map(({ id }) => id));
    // What is over is told as that, and no more as firing.
    if (firing?.alerts.every(({ id }) => over.has(id))) replaceFiring('fired', []);
    show('over', alerts);
  };
  news.listen((each) => {
    tell(each).catch((error: unknown) => logFault('telling of alerts', error));
  });
}
