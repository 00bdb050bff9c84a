import type { HistoryMark, HistoryRange } from '../../shared/model/history.ts';
import type { HistoryElsewhere } from '../../shared/model/history-from.ts';
import { columnsOf } from '../store/history/columns.ts';
import { widthAt } from '../store/history/levels.ts';
import { joined, type Piece, part } from './joined.ts';
import type { Read } from './reader.ts';
import { type Filled, filledOf, rowsOf } from './recorded/recorded-rows.ts';

/**
 * What is kept here from `asked.to` on, before that what the Prometheus has, and what it has not from here again; `finest` is how far apart points
 * lie at least, milliseconds.
 */
export function withElsewhere(
  range: HistoryRange,
  read: Read | undefined,
  finest: number,
  of: Omit<HistoryElsewhere, 'spans'>,
): HistoryRange {
  if (read === undefined) return { ...range, elsewhere: { ...of, spans: [] } };
  const { recorded, buckets, sampleMs } = read;
  const { from, to } = of.asked;
  const filled = filledOf(recorded, buckets, sampleMs);
  const isShown = (bucket: number): boolean => {
    const start = buckets.origin + bucket * buckets.width;
    return start + buckets.width > from && start < to;
  };
  const rows = rowsOf(recorded, filled, buckets, sampleMs);
  const shown = rows.filter(([bucket]) => isShown(bucket ?? 0));
  const there: Piece = { columns: columnsOf(shown, from, buckets), width: buckets.width };
  const first = range.at.findIndex((at) => at >= to);
  const cut = first < 0 ? range.at.length : first;
  const width = widthAt(range.level, finest);
  const later: Piece = { columns: part(range, cut, range.at.length), width };
  const earlier: Piece = { columns: part(range, 0, cut), width };
  const { columns, spansOf } = joined([later, there, earlier]);
  const spans = spansOf(there);
  const isThere = (at: number): boolean => spans.some((span) => at >= span.from && at < span.to);
  const marks = [
    ...range.marks.filter(({ kind, at }) => kind !== 'restart' || !isThere(at)),
    ...restartsOf(filled, from).filter(({ at }) => isThere(at)),
  ].sort((a, b) => a.at - b.at);
  return { ...range, ...columns, marks, elsewhere: { ...of, spans } };
}

function restartsOf(filled: readonly Filled[], from: number): readonly HistoryMark[] {
  return filled.flatMap(({ fellAt, falls }): HistoryMark[] => {
    if (fellAt === null) return [];
    return [
      { kind: 'restart', at: Math.max(from, fellAt), ...(falls > 1 ? { count: falls } : {}) },
    ];
  });
}
