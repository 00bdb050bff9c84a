import { Group, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WhyNot } from '../../../../shared/fleet/insights/insight.ts';
import { type Explained, InsightHelp } from '../../../components/insights/insight-help.tsx';
import { useWhyNot } from '../../../components/insights/use-why-not.ts';

/** One number with its explanation, or in words why there is none. */
export function InsightRow(props: {
  of: Explained;
  value: string | null;
  why: WhyNot | null;
  /** Of what is known, what has to be known with it. */
  note?: ReactNode;
}) {
  const { of, value, why, note } = props;
  const { t } = useTranslation();
  const say = useWhyNot();
  return (
    <Table.Tr data-insight={of}>
      <Table.Th scope="row" fw={400}>
        <Group gap={4} wrap="nowrap">
          {t(`insights:names.${of}`)}
          <InsightHelp of={of} />
        </Group>
      </Table.Th>
      <Table.Td>
        {value !== null && (
          <Text size="sm" component="span" fw={600}>
            {value}
          </Text>
        )}
        {value === null && (
          <Text size="sm" c="dimmed" component="span">
            {why === null ? t('loading') : say(why)}
          </Text>
        )}
        {note != null && (
          <Text size="xs" c="dimmed">
            {note}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
