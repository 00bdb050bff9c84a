import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventCount, EventFilter } from '../../../shared/model/event-filter.ts';
import { Callout } from '../../components/callout.tsx';
import { useFormat } from '../../format/use-format.ts';

/** How many events are wanted, as they come, and how many cannot be read. What is heard of it is the number of each filter once: events come all the time. */
export function EventCountLine({
  filter,
  count,
}: {
  readonly filter: EventFilter;
  readonly count: EventCount | null;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const [told, setTold] = useState<{ readonly of: EventFilter; readonly text: string } | null>(
    null,
  );
  const said = ({ count, more }: EventCount): string => {
    const number = format.number(count);
    return more ? t('events:countMore', { number }) : t('events:count', { count, number });
  };
  if (count !== null && told?.of !== filter) setTold({ of: filter, text: said(count) });
  return (
    <>
      <div className="visually-hidden" role="status">
        {told?.of === filter && told.text}
      </div>
      <Text size="xs" c="dimmed" mb={4}>
        {count !== null && said(count)}
      </Text>
      {count !== null && count.unreadable > 0 && (
        <Callout tone="warning" title={t('events:unreadable', { count: count.unreadable })}>
          <Text size="sm">{t('events:unreadableWhy')}</Text>
        </Callout>
      )}
    </>
  );
}
