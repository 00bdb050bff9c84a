import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Batch, useAlerts } from '../../../api/alerts.ts';
import { useApi } from '../../../api/context.ts';
import { RouteLink } from '../../../components/route-link.tsx';
import { notifyAlert, notifyDone } from '../../../components/toast.tsx';
import { paths } from '../../../routes.ts';
import { useAlertWords } from '../../alerts/alert-words.ts';

/** The message of all that fires, so that many are one. */
const messageId = 'alerts';
/** So many lines, the newest. */
const mostLines = 3;

interface Told {
  readonly again: boolean;
  readonly batch: Batch;
}

/**
 * Tells of alerts in the window, as the console says: once for what fired together, and all that was not looked at yet in one message, which goes when
 * everything in it is acknowledged or over.
 */
export function AlertNews() {
  const { client, failure } = useApi();
  const { t } = useTranslation();
  const words = useAlertWords();
  const open = useAlerts().value;
  const told = useRef<readonly Told[]>([]);
  const said = useRef(words.batch);
  said.current = words.batch;
  const show = useRef((_isNew: boolean): void => {});
  show.current = (isNew) => {
    const [first] = told.current;
    if (first === undefined) {
      notifications.hide(messageId);
      return;
    }
    const lines = told.current.slice(0, mostLines).map(({ batch }) => {
      const { what, who } = said.current(batch);
      return <div key={batch[0].batch}>{`${what}: ${who}`}</div>;
    });
    const others = told.current.length - lines.length;
    notifyAlert(
      t(first.again ? 'alerts:news.again' : 'alerts:news.fired'),
      <>
        {lines}
        {others > 0 && <div>{t('alerts:news.others', { count: others })}</div>}
        <RouteLink to={paths.alerts}>{t('alerts:news.show')}</RouteLink>
      </>,
      {
        id: messageId,
        isNew,
        onClose: () => {
          told.current = [];
        },
      },
    );
  };
  useEffect(
    () =>
      client.subscribe(
        'alerts.news',
        {},
        ({ kind, alerts }) => {
          const [alert, ...others] = alerts;
          if (alert === undefined) return;
          const batch: Batch = [alert, ...others];
          const rest = told.current.filter((each) => each.batch[0].batch !== alert.batch);
          if (kind === 'over') {
            const { what, who } = said.current(batch);
            notifyDone(t('alerts:news.over'), `${what}: ${who}`);
            return;
          }
          const isNew = told.current.length === 0;
          told.current = [{ again: kind === 'again', batch }, ...rest];
          show.current(isNew);
        },
        (error) => failure.set(error),
      ),
    [client, failure, t],
  );
  useEffect(() => {
    if (open === null || told.current.length === 0) return;
    const unseen = new Set(
      open.flatMap(({ batch, acknowledged }) => (acknowledged === null ? [batch] : [])),
    );
    const still = told.current.filter(({ batch: [{ batch }] }) => unseen.has(batch));
    if (still.length === told.current.length) return;
    told.current = still;
    show.current(false);
  }, [open]);
  return null;
}
