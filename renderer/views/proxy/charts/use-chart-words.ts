import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryMark } from '../../../../shared/model/history.ts';
import { factOfMark } from '../../../api/live-history.ts';
import type { TimeSpan } from '../../../charts/sparkline-series.ts';
import { type AxisTime, createAxisTime } from '../../../charts/time-chart-time.ts';
import { useSpeaker } from '../../../format/use-speaker.ts';

/** What the charts of a page say of times and of what happened. */
export interface ChartWords {
  readonly time: AxisTime;
  /** A time within a span of this length. */
  point(at: number, span: TimeSpan): string;
  saySince(since: number): string;
  sayMark(mark: HistoryMark): string;
  sayMoreMarks(count: number): string;
}

/** The same object while language and clock are the same. */
export function useChartWords(): ChartWords {
  const { t } = useTranslation();
  const speaker = useSpeaker();
  return useMemo(() => {
    const { format } = speaker;
    const time = createAxisTime(format.locale, format.hourCycle);
    return {
      time,
      point: time.point,
      saySince: (since) => t('proxy:charts.since', { time: format.dateTime(since) }),
      sayMark: (mark) => {
        const what =
          mark.kind === 'restart' ? t('proxy:charts.restarted') : speaker.event(factOfMark(mark));
        return t('proxy:charts.happened', { time: format.dateTime(mark.at), what });
      },
      sayMoreMarks: (count) => t('compare:moreMarks', { count }),
    };
  }, [t, speaker]);
}
