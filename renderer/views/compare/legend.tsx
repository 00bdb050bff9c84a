import { ActionIcon, Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeriesName } from '../../api/point-ring.ts';
import { type Store, useIsValue } from '../../api/store.ts';
import { isRate } from '../../charts/line-statistics.ts';
import { LineSwatch } from '../../charts/line-swatch.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { formatOf, formatSumOf } from '../../format/metric-format.ts';
import { useFormat } from '../../format/use-format.ts';
import classes from './compare.module.css';
import { LegendMarks } from './legend-marks.tsx';
import {
  type LegendOrder,
  type LegendRow,
  nextOrder,
  sortRows,
  statisticNames,
} from './legend-rows.ts';
import type { LensLinks } from './lens-links.ts';

/** The numbers of the chart, and its legend: the row that is pointed at or has the focus is the line that stands out. */
export function Legend(props: {
  rows: readonly LegendRow[];
  metric: SeriesName;
  caption: string;
  /** So many have a line in the chart; 0 where lines have no looks. */
  lines: number;
  highlight: Store<string | null>;
  /** The proxy's page over the same span. */
  pathOf: (id: string) => string;
  sayTime: (at: number) => string;
  lens: LensLinks;
  onRemove: (id: string) => void;
}) {
  const { rows, metric } = props;
  const { t, i18n } = useTranslation();
  const [order, setOrder] = useState<LegendOrder>({ by: 'chosen', descending: false });
  const columns = statisticNames.filter((name) => name !== 'sum' || isRate(metric));
  const heading = (by: 'name' | (typeof columns)[number]) => {
    const sorted = order.by === by;
    const Arrow = order.descending ? IconArrowDown : IconArrowUp;
    return (
      <Table.Th
        key={by}
        scope="col"
        aria-sort={sorted ? (order.descending ? 'descending' : 'ascending') : undefined}
      >
        <UnstyledButton className={classes.sort} onClick={() => setOrder(nextOrder(order, by))}>
          {t(`compare:table.${by}`)}
          {sorted && <Arrow size={13} aria-hidden />}
        </UnstyledButton>
      </Table.Th>
    );
  };
  return (
    <div className={classes.scroll}>
      <Table className={classes.table}>
        <caption className="visually-hidden">{props.caption}</caption>
        <Table.Thead>
          <Table.Tr>
            {heading('name')}
            {columns.map(heading)}
            <Table.Th scope="col">{t('compare:table.marks')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sortRows(rows, order, i18n.resolvedLanguage ?? 'en').map((row) => (
            <Row key={row.id} {...props} row={row} columns={columns} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Row(props: {
  row: LegendRow;
  columns: readonly (typeof statisticNames)[number][];
  metric: SeriesName;
  lines: number;
  highlight: Store<string | null>;
  /** The proxy's page over the same span. */
  pathOf: (id: string) => string;
  sayTime: (at: number) => string;
  lens: LensLinks;
  onRemove: (id: string) => void;
}) {
  const { row, columns, metric, highlight, sayTime } = props;
  const { id, name, line, statistics } = row;
  const { t } = useTranslation();
  const format = useFormat();
  const near = useIsValue(highlight, id);
  const formatValue = formatOf(format, metric);
  const formatSum = formatSumOf(format, metric);
  const show = (): void => highlight.set(id);
  const hide = (): void => highlight.set(null);
  return (
    <Table.Tr data-near={near} onMouseEnter={show} onMouseLeave={hide} onFocus={show} onBlur={hide}>
      <Table.Th scope="row">
        <span className={classes.proxy}>
          {line < props.lines && <LineSwatch line={line} pale={row.pale} />}
          {row.pale ? (
            <span className={classes.since}>{name}</span>
          ) : (
            <RouteLink to={props.pathOf(id)} size="sm">
              {name}
            </RouteLink>
          )}
          {!row.pale && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size="xs"
              aria-label={t('compare:table.remove', { name })}
              onClick={() => props.onRemove(id)}
            >
              <IconX size={13} aria-hidden />
            </ActionIcon>
          )}
          {!row.pale && row.neverRecorded && (
            <span className={classes.since}>{t('compare:table.neverRecorded')}</span>
          )}
          {row.recordedSince !== null && (
            <span className={classes.since}>
              {t('compare:table.recordedSince', { time: sayTime(row.recordedSince) })}
            </span>
          )}
        </span>
      </Table.Th>
      {columns.map((column) => (
        <Table.Td key={column}>
          {column === 'sum' ? formatSum(statistics.sum) : formatValue(statistics[column])}
        </Table.Td>
      ))}
      <Table.Td>
        <LegendMarks row={row} sayTime={sayTime} lens={props.lens} />
      </Table.Td>
    </Table.Tr>
  );
}
