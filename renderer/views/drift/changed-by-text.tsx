import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DriftRow } from '../../../shared/model/drift.ts';
import { sayChangedBy } from '../../components/changed-by.tsx';
import { useFormat } from '../../format/use-format.ts';

/** Who made what deviates so, as far as this console knows. */
export function ChangedByText({ row: { by } }: { row: Pick<DriftRow, 'by'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (by === null) return null;
  return (
    <Text size="xs" c="dimmed">
      {by.kind === 'here'
        ? t('drift:here', { who: sayChangedBy(t, by), time: format.dateTime(by.at) })
        : t('drift:elsewhere', {
            since: format.dateTime(by.since),
            until: format.dateTime(by.until),
          })}
    </Text>
  );
}
