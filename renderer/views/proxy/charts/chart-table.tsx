import { Anchor, Button, Group, Table, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryMark } from '../../../../shared/model/history.ts';
import { noData } from '../../../../shared/texts/format.ts';
import type { Readable } from '../../../api/store.ts';
import { type ChartPicture, rowsOf } from '../../../charts/time-chart-series.ts';
import classes from './chart-table.module.css';
import type { ChartWords } from './use-chart-words.ts';

const rowCount = 30;

/** The numbers of a chart, and what happened when. Stands still until asked for newer ones, so that it can be read. */
export function ChartTable(props: {
  picture: Readable<ChartPicture | null>;
  caption: string;
  formatValue: (value: number) => string;
  words: ChartWords;
  linkOf: (mark: HistoryMark) => string | null;
}) {
  const { picture, words } = props;
  const { t } = useTranslation();
  const [shown, setShown] = useState(() => picture.get());
  useEffect(() => {
    // Another span is another table, and so are the first numbers of an empty one; the same range a moment later is not.
    return picture.subscribe(() => {
      const next = picture.get();
      setShown((before) =>
        next === null || before?.asked !== next.asked || rowsOf(before, rowCount).length === 0
          ? next
          : before,
      );
    });
  }, [picture]);
  const rows = shown === null ? [] : rowsOf(shown, rowCount);
  const value = (number: number | null): string =>
    number === null ? noData : props.formatValue(number);
  const time = (at: number): string => (shown === null ? '' : words.point(at, shown));
  return (
    <>
      <section
        className={classes.scroll}
        aria-label={props.caption}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <Table className={classes.table} stickyHeader>
          <caption className="visually-hidden">{props.caption}</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('proxy:charts.time')}</Table.Th>
              <Table.Th scope="col">{t('proxy:charts.min')}</Table.Th>
              <Table.Th scope="col">{t('proxy:charts.mean')}</Table.Th>
              <Table.Th scope="col">{t('proxy:charts.max')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.length === 0 && (
              <Table.Tr>
                <Table.Td colSpan={4}>{t('noData')}</Table.Td>
              </Table.Tr>
            )}
            {rows.map((row) => (
              <Table.Tr key={row.from}>
                <Table.Th scope="row" fw={400}>
                  <span className={classes.when}>
                    {time(row.from)} – {time(row.to)}
                  </span>
                  {row.marks.map((mark) => (
                    <div key={`${mark.at} ${mark.kind}`}>
                      {words.sayMark(mark)} <LensAnchor href={props.linkOf(mark)} />
                    </div>
                  ))}
                </Table.Th>
                <Table.Td>{value(row.min)}</Table.Td>
                <Table.Td>{value(row.mean)}</Table.Td>
                <Table.Td>{value(row.max)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      <Group justify="space-between" h={28} align="end">
        <Text size="xs" c="dimmed">
          {shown === null ? t('noData') : t('proxy:charts.asOf', { time: time(shown.to) })}
        </Text>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconRefresh size={13} aria-hidden />}
          onClick={() => setShown(picture.get())}
        >
          {t('proxy:charts.newer')}
        </Button>
      </Group>
    </>
  );
}

function LensAnchor({ href }: { href: string | null }) {
  const { t } = useTranslation();
  return href === null ? null : (
    <Anchor href={href} inherit>
      {t('lens:open')}
    </Anchor>
  );
}
