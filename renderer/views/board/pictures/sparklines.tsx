import { type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { useApi } from '../../../api/context.ts';
import { hereFirst } from '../../../api/here-first.ts';
import { pageIsVisible } from '../../../api/page.ts';
import { createStore, type Readable } from '../../../api/store.ts';
import { createOlderPoints, type OlderPoints } from '../../../charts/older-points.ts';
import { heldTop } from '../../../charts/shared-top.ts';
import { type SparklineScope, SparklineScopeContext } from '../../../charts/sparkline-scope.ts';
import { peakOf } from '../../../charts/sparkline-series.ts';
import { unitOf } from '../../../format/metric-format.ts';
import type { BoardView } from '../arrangement/board-view.ts';

const spanMs: Readonly<Record<BoardView['chart'], number>> = {
  '1m': 60_000,
  '5m': 300_000,
  '15m': 900_000,
  '1h': 3_600_000,
};
/** The points of now reach back so far by themselves. */
const ringMs = 300_000;
const olderPoints = 240;
const topEveryMs = 2000;

/** What the sparklines of the board draw: the metric, the span and the scale that the user has chosen. */
export function Sparklines(props: {
  view: Pick<BoardView, 'metric' | 'chart' | 'scale'>;
  /** Those whose values the shared scale holds: not only what is in view, since scrolling must not change it. */
  shown: readonly ProfileEntry[];
  children: ReactNode;
}) {
  const { shown, children } = props;
  const { metric: series, chart, scale } = props.view;
  const span = spanMs[chart];
  const older = useOlderPoints(span);
  const top = useSharedTop(shown, series, span, older);
  const scope = useMemo<SparklineScope>(
    () => ({ series, spanMs: span, older, top: scale === 'shared' ? top : null }),
    [series, span, older, scale, top],
  );
  return <SparklineScopeContext value={scope}>{children}</SparklineScopeContext>;
}

/** What a proxy's sparkline says to who does not see it. */
export function useChartLabel(name: string): string {
  const { series, spanMs } = use(SparklineScopeContext);
  const { t } = useTranslation();
  const metric = t(`metrics.${series}`);
  return t('board:card.chartLabel', { metric, name, count: spanMs / 60_000 });
}

function useOlderPoints(span: number): OlderPoints | null {
  const { client, fleet } = useApi();
  return useMemo(() => {
    if (span <= ringMs) return null;
    return createOlderPoints({
      fetch: (ids) => {
        const to = fleet.now();
        const input = { ids: [...ids], from: to - span, to, points: olderPoints };
        const ask = (here?: true) => client.call('history.range', { ...input, here });
        // What a slow Prometheus has is drawn the next time: a sparkline waits for none.
        return new Promise((resolve, reject) =>
          hereFirst({ whole: ask(), here: () => ask(true), early: resolve }).then(resolve, reject),
        );
      },
      after: (ms, task) => {
        const timer = setTimeout(task, ms);
        return () => clearTimeout(timer);
      },
    });
  }, [client, fleet, span]);
}

function useSharedTop(
  shown: readonly ProfileEntry[],
  series: SparklineScope['series'],
  span: number,
  older: OlderPoints | null,
): Readable<number | null> {
  const { fleet } = useApi();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another metric has another scale
  const top = useMemo(() => createStore<number | null>(null), [series]);
  const [first] = useState(fleet.snapshots);
  useEffect(() => {
    const renew = (): void => {
      if (!pageIsVisible()) return;
      const to = fleet.now();
      let most = 0;
      for (const { id } of shown) {
        const points = { ring: fleet.points(id), older: older?.of(id) ?? null };
        most = Math.max(most, peakOf(points, series, { from: to - span, to }) ?? 0);
      }
      top.set(heldTop(top.get(), most, unitOf[series]));
    };
    renew();
    const timer = setInterval(renew, topEveryMs);
    // What is told first is not waited for; after it a fleet that stands still is not looked through with every frame.
    const stop = first.subscribe(() => {
      stop();
      renew();
    });
    if (first.get() !== null) stop();
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [fleet, first, shown, series, span, older, top]);
  return top;
}
