import { Button, Table, Text, Title, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Span } from '../../../shared/model/history.ts';
import type { ReportTable as Contents } from '../../../shared/report/table.ts';
import { RouteLink } from '../../components/route-link.tsx';
import { useFormat } from '../../format/use-format.ts';
import { paths } from '../../routes.ts';
import classes from './report.module.css';
import { orderAfter, type RowOrder, sortedRows } from './sorted-rows.ts';

/** Of very many rows the first are drawn, until all are asked for. */
const firstRows = 200;

/** A table of a report. Its headings sort it; a proxy leads to its page over the span. */
export function ReportTable(props: {
  table: Contents;
  over: Span;
  /** All rows are drawn, as on paper. */
  all: boolean;
  onAll: () => void;
}) {
  const { table, over, all } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const heading = useId();
  const [order, setOrder] = useState<RowOrder | null>(null);
  const rows = sortedRows(table.rows, order, format.locale);
  const shown = all ? rows : rows.slice(0, firstRows);
  const named = table.headColumn;
  return (
    <section className={classes.section}>
      <Title order={3} size="h5" id={heading} mb={4}>
        {table.title}
      </Title>
      {table.note !== null && (
        <Text size="sm" c="dimmed">
          {table.note}
        </Text>
      )}
      {rows.length > 0 && (
        <Table.ScrollContainer
          minWidth={720}
          type="native"
          className={classes.wide}
          role="region"
          aria-labelledby={heading}
          tabIndex={0}
        >
          <Table verticalSpacing={4} aria-labelledby={heading} className={classes.table}>
            <Table.Thead>
              <Table.Tr>
                {table.columns.map(({ title, isNumber }, column) => {
                  const sorted = order?.column === column;
                  const Arrow = order?.descending === true ? IconArrowDown : IconArrowUp;
                  return (
                    <Table.Th
                      key={title}
                      scope="col"
                      ta={isNumber ? 'right' : undefined}
                      aria-sort={
                        sorted ? (order.descending ? 'descending' : 'ascending') : undefined
                      }
                    >
                      <UnstyledButton
                        className={classes.sort}
                        onClick={() => setOrder(orderAfter(order, column, isNumber))}
                      >
                        {title}
                        {sorted && <Arrow size={12} aria-hidden />}
                      </UnstyledButton>
                    </Table.Th>
                  );
                })}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shown.map(({ id, profileId, cells }) => (
                <Table.Tr key={id}>
                  {cells.map(({ text }, column) => (
                    <Cell
                      key={table.columns[column]?.title}
                      text={text}
                      to={
                        column === named && profileId !== null
                          ? paths.proxyOver(profileId, over)
                          : null
                      }
                      isName={column === named}
                      isNumber={table.columns[column]?.isNumber === true}
                    />
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {shown.length < rows.length && (
        <Button size="xs" variant="default" mt="xs" onClick={props.onAll}>
          {t('report:showAll', { count: rows.length })}
        </Button>
      )}
    </section>
  );
}

function Cell(props: { text: string; to: string | null; isName: boolean; isNumber: boolean }) {
  const { text, to, isNumber } = props;
  const content =
    to === null ? (
      <bdi>{text}</bdi>
    ) : (
      <RouteLink to={to} size="sm">
        {text}
      </RouteLink>
    );
  if (props.isName)
    return (
      <Table.Th scope="row" fw={400}>
        {content}
      </Table.Th>
    );
  return (
    <Table.Td ta={isNumber ? 'right' : undefined} className={isNumber ? classes.number : undefined}>
      {content}
    </Table.Td>
  );
}
