import { useTranslation } from 'react-i18next';
import { MarkButton } from '../../charts/mark-button.tsx';
import type { OverlayMark } from '../../charts/overlay-series.ts';
import classes from './compare.module.css';
import type { LegendRow } from './legend-rows.ts';
import type { LensLinks } from './lens-links.ts';
import { useSayMark } from './use-say-mark.ts';

/** How many restarts and changes a proxy had: which they were, under the pointer and with the focus, and before and after of each change. */
export function LegendMarks(props: {
  row: LegendRow;
  sayTime: (at: number) => string;
  lens: LensLinks;
}) {
  const { row, lens } = props;
  const { t } = useTranslation();
  const sayMark = useSayMark(props.sayTime);
  const counts = (['restarts', 'changes'] as const).flatMap((kind) =>
    row.statistics[kind] === 0 ? [] : [t(`compare:table.${kind}`, { count: row.statistics[kind] })],
  );
  if (counts.length === 0) return null;
  // The newest say most.
  const marks = row.marks
    .map((mark): OverlayMark => ({ ...mark, proxyId: row.id, name: row.name }))
    .reverse();
  return (
    <MarkButton
      marks={marks}
      words={{ text: counts.join(', '), className: classes.marks }}
      sayMark={sayMark}
      sayMore={(count) => t('compare:moreMarks', { count })}
      // What is shown of another time was moved to this one.
      linkOf={(mark) => (row.pale ? null : lens.linkOf(mark))}
      onOpen={lens.onOpen}
    />
  );
}
