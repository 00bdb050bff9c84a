import { useTranslation } from 'react-i18next';
import type { HistoryTotals } from '../../../../shared/model/history.ts';
import { useApi } from '../../../api/context.ts';
import { useFormat } from '../../../format/use-format.ts';
import { InsightRow } from './insight-row.tsx';

/** So much of a span that was not watched is a gap, and no slow poll; milliseconds. */
const worthTellingMs = 5000;
const noData = { case: 'no-data' } as const;

/** What was moved in the span, by the counters themselves, and since when the proxy runs at least. */
export function TotalsRows({ totals }: { totals: HistoryTotals | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { fleet } = useApi();
  const why = totals === null ? null : noData;
  const moved = totals?.moved ?? null;
  const epoch = totals?.epoch ?? null;
  const now = fleet.now();
  return (
    <>
      <InsightRow
        of="moved"
        value={moved && format.byteCounter(moved.bytes)}
        why={why}
        note={moved === null ? undefined : <Said moved={moved} now={now} />}
      />
      <InsightRow of="accesses" value={moved && format.counter(moved.accesses)} why={why} />
      <InsightRow
        of="runs"
        value={epoch && format.duration(epoch.lastAt - epoch.at)}
        why={why}
        note={epoch && t(`insights:since.${epoch.kind}`, { time: format.moment(epoch.at, now) })}
      />
    </>
  );
}

function Said(props: { moved: NonNullable<HistoryTotals['moved']>; now: number }) {
  const { moved, now } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const gap = moved.to - moved.from - moved.watchedMs;
  const parts = [
    t('insights:readings', {
      from: format.moment(moved.from, now),
      to: format.moment(moved.to, now),
    }),
    ...(moved.restarts > 0 ? [t('insights:spliced', { count: moved.restarts })] : []),
    ...(gap > worthTellingMs ? [t('insights:gap', { gap: format.duration(gap) })] : []),
  ];
  return parts.join(' · ');
}
