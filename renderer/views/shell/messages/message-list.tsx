import { Notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { onKey } from '../../../api/page.ts';
import { AlertNews } from '../alerts/alert-news.tsx';
import classes from './messages.module.css';

/** More would leave no room for what they stand beside; the next ones come when these are gone. */
const mostShown = 3;

/** What was told, the newest last, in the flow of what it stands in. F8 goes to the newest: to what takes it back, if that can be. */
export default function MessageList() {
  const { t } = useTranslation();
  const list = useRef<HTMLElement>(null);
  useEffect(
    () =>
      onKey((event) => {
        if (event.key !== 'F8') return;
        const newest = [
          ...(list.current?.querySelectorAll('[role="alert"], [role="status"]') ?? []),
        ];
        const button = newest.at(-1)?.querySelector<HTMLElement>('a[href], button');
        if (button === null || button === undefined) return;
        event.preventDefault();
        button.focus();
      }),
    [],
  );
  return (
    <section ref={list} aria-label={t('messages')} className={classes.list}>
      <AlertNews />
      <Notifications
        withinPortal={false}
        limit={mostShown}
        classNames={{ root: classes.root, notification: classes.message }}
      />
    </section>
  );
}
