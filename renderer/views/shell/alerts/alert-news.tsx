import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../api/context.ts';
import { RouteLink } from '../../../components/route-link.tsx';
import { notifyAlert, notifyDone } from '../../../components/toast.tsx';
import { paths } from '../../../routes.ts';
import { useAlertWords } from '../../alerts/alert-words.ts';

/** Tells of alerts in the window, as the console says: once for what fired together. */
export function AlertNews() {
  const { client, failure } = useApi();
  const { t } = useTranslation();
  const words = useAlertWords();
  const said = useRef(words.batch);
  said.current = words.batch;
  useEffect(
    () =>
      client.subscribe(
        'alerts.news',
        {},
        ({ kind, alerts }) => {
          const [first, ...others] = alerts;
          if (first === undefined) return;
          const { what, who } = said.current([first, ...others]);
          if (kind === 'over') {
            notifyDone(t('alerts:news.over'), `${what}: ${who}`);
            return;
          }
          notifyAlert(
            t(kind === 'fired' ? 'alerts:news.fired' : 'alerts:news.again'),
            <>
              {what}: {who} <RouteLink to={paths.alerts}>{t('alerts:news.show')}</RouteLink>
            </>,
          );
        },
        (error) => failure.set(error),
      ),
    [client, failure, t],
  );
  return null;
}
