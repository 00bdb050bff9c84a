import { Tooltip, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './compare.module.css';
import type { LegendRow } from './legend-rows.ts';
import { useSayMark } from './use-say-mark.ts';

/** So many are said; the others are counted. */
const mostSaid = 12;

/** How many restarts and changes a proxy had; which they were, under the pointer and with the focus. */
export function LegendMarks(props: { row: LegendRow; sayTime: (at: number) => string }) {
  const { marks, name, statistics } = props.row;
  const { t } = useTranslation();
  const sayMark = useSayMark(props.sayTime);
  const counts = (['restarts', 'changes'] as const).flatMap((kind) =>
    statistics[kind] === 0 ? [] : [t(`compare:table.${kind}`, { count: statistics[kind] })],
  );
  if (counts.length === 0) return null;
  // The newest say most.
  const said = marks.slice(-mostSaid).map((mark) => sayMark({ ...mark, name }));
  if (marks.length > mostSaid) {
    said.push(t('compare:moreMarks', { count: marks.length - mostSaid }));
  }
  return (
    <Tooltip
      label={said.map((text) => <div key={text}>{text}</div>)}
      events={{ hover: true, focus: true, touch: true }}
    >
      <UnstyledButton className={classes.marks}>{counts.join(', ')}</UnstyledButton>
    </Tooltip>
  );
}
