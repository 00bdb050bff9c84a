import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { HistoryLevel } from '../../../../shared/model/history-kept.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { useFormat } from '../../../format/use-format.ts';

/** A level that is to be kept for less time than it reaches back. */
export interface Shortening {
  readonly level: HistoryLevel;
  /** In the unit of the level. */
  readonly chosen: number;
  /** What is before it goes, epoch milliseconds. */
  readonly before: number;
}

/** Before history is dropped that nothing brings back: what goes, and what stays of it. */
export function ShortenQuestion(props: {
  asked: Shortening;
  onClose: () => void;
  onSure: () => void;
}) {
  const { asked, onClose, onSure } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const level = t(`settings:history.levels.${asked.level}`);
  return (
    <Dialog opened onClose={onClose} title={t('settings:history.shorten', { level })} centered>
      <Stack gap="sm">
        <Text size="sm">
          {t('settings:history.goes', { level, time: format.dateTime(asked.before) })}{' '}
          {t(`settings:history.stays.${asked.level}`)}
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('cancel')}
          </Button>
          <Button color="red.9" onClick={onSure}>
            {t('settings:history.sure')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
