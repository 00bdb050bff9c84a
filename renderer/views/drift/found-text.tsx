import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DriftRow } from '../../../shared/model/drift.ts';
import { ValueText } from '../../components/value-text.tsx';
import { useFormat } from '../../format/use-format.ts';

/** What is known to be in force, and since when that is known; of a buffer size what was last set from here. */
export function FoundText({ row: { setting, found } }: { row: DriftRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const isSize = setting === 'bufferSize';
  if (found === null) {
    return (
      <Text size="sm" c="dimmed">
        {t(isSize ? 'drift:neverSet' : 'drift:neverRead')}
      </Text>
    );
  }
  return (
    <>
      <ValueText setting={setting} value={found.value} />
      <Text size="xs" c="dimmed">
        {t(isSize ? 'drift:lastSet' : 'drift:readAt', { time: format.dateTime(found.at) })}
      </Text>
    </>
  );
}
