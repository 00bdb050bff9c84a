import { Table, Text } from '@mantine/core';
import { IconArrowsSplit2, IconCircleCheck, IconHelpCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LensLine } from '../../../shared/fleet/lens.ts';
import { noData } from '../../../shared/texts/format.ts';
import { type Look, SignLabel } from '../../components/sign-label.tsx';
import { useFormat } from '../../format/use-format.ts';

const unclear: Look = { icon: IconHelpCircle, color: 'var(--spcp-waiting)' };
const looks: Readonly<Record<LensLine['finding'], Look>> = {
  unlike: { icon: IconArrowsSplit2, color: 'var(--spcp-attention)' },
  alike: { icon: IconCircleCheck, color: 'var(--spcp-ready)' },
  'no-control': unclear,
  unknown: unclear,
};

/** One measure before and after, what the untouched made of it, and how far apart both are. */
export function LensRow({ line }: { line: LensLine }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { measure, before, after, factor, usual, spread, score, untouched } = line;
  const value = (number: number | null): string => {
    if (number === null) return noData;
    if (measure === 'bytesPerSecond') return format.bytesPerSecond(number);
    if (measure === 'accessesPerSecond') return format.perSecond(number);
    if (measure === 'bytesPerAccess') return format.bytes(number);
    return format.number(Math.round(number * 100) / 100);
  };
  const times = (number: number | null): string =>
    number === null ? noData : t('lens:times', { factor: format.number(round(number)) });
  return (
    <Table.Tr data-finding={line.finding}>
      <Table.Th scope="row" fw={400}>
        {t(`lens:measures.${measure}`)}
      </Table.Th>
      <Table.Td>{value(before)}</Table.Td>
      <Table.Td>{value(after)}</Table.Td>
      <Table.Td>{times(factor)}</Table.Td>
      <Table.Td>
        {times(usual)}
        <Text size="xs" c="dimmed">
          {t('lens:untouched', { count: untouched })}
        </Text>
      </Table.Td>
      <Table.Td>
        <SignLabel look={looks[line.finding]} word={t(`lens:findings.${line.finding}`)} />
        {score !== null && spread !== null && (
          <Text size="xs" c="dimmed">
            {t('lens:score', {
              score: format.number(round(score)),
              spread: format.number(round(spread)),
            })}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}
