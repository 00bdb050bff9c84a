import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Lens } from '../../../shared/fleet/lens.ts';
import { Callout } from '../../components/callout.tsx';
import { useFormat } from '../../format/use-format.ts';
import { LensRow } from './lens-row.tsx';

/** Each metric before and after, what is to be known of the comparison, and its arithmetic. */
export function LensTable({ lens }: { lens: Lens }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      {lens.conditions.length > 0 && (
        <Callout tone="warning" title={t('lens:careful')}>
          {lens.conditions.map((condition) => (
            <Text key={condition} size="sm">
              {t(`lens:conditions.${condition}`, {
                before: format.percent(lens.watched.before),
                after: format.percent(lens.watched.after),
              })}
            </Text>
          ))}
        </Callout>
      )}
      <Table.ScrollContainer minWidth={720} type="native" mt="xs">
        <Table verticalSpacing={6} aria-label={t('pages.lens')}>
          <Table.Thead>
            <Table.Tr>
              {(['measure', 'before', 'after', 'change', 'others', 'finding'] as const).map(
                (column) => (
                  <Table.Th key={column} scope="col">
                    {t(`lens:columns.${column}`)}
                  </Table.Th>
                ),
              )}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lens.lines.map((line) => (
              <LensRow key={line.measure} line={line} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="xs" c="dimmed" mt="xs">
        {t('lens:arithmetic')}
      </Text>
    </>
  );
}
