import { Alert, Text } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useApi, useFeed } from '../../../api/context.ts';
import { useStore } from '../../../api/store.ts';
import { useFormat } from '../../../format/use-format.ts';
import classes from './banners.module.css';

/** Says over every view that what the window shows is old, and since when: the console is lost, or says nothing any more. */
export function LostBanner() {
  const { client } = useApi();
  const { t } = useTranslation();
  const format = useFormat();
  const feed = useFeed();
  const lost = useStore(client.state) === 'lost';
  if (!lost && feed.kind === 'fed') return null;
  const since = feed.kind === 'silent' ? feed.since : null;
  return (
    <Alert
      role="alert"
      variant="filled"
      color="yellow.9"
      className={classes.lost}
      data-sticky="top"
      icon={<IconPlugConnectedX aria-hidden />}
      title={since === null ? t('lost.title') : t('lost.since', { time: format.time(since) })}
    >
      <Text size="sm">{t('lost.text')}</Text>
    </Alert>
  );
}
