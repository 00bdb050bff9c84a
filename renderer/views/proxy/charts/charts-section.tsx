import { Group, Text, Title } from '@mantine/core';
import { IconDiamondFilled, IconTriangleInvertedFilled } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../api/context.ts';
import { pointSeries } from '../../../api/point-ring.ts';
import type { WantedSpan } from '../../../api/use-history.ts';
import { dragged, endingBy, spanFields } from '../../../charts/chart-span.ts';
import { ranges } from '../../../charts/ranges.ts';
import type { TimeSpan } from '../../../charts/sparkline-series.ts';
import { useChartCursor } from '../../../charts/use-chart-cursor.ts';
import { useSpanDraft } from '../../../charts/use-span-draft.ts';
import { ElsewhereNote } from '../../../components/elsewhere/elsewhere-note.tsx';
import { StaleError } from '../../../components/error-panel.tsx';
import { noZoom } from '../../compare/compare-view.ts';
import { SpanControls } from '../../compare/span-controls.tsx';
import { InsightsPanel } from '../insights/insights-panel.tsx';
import { ChartPanel } from './chart-panel.tsx';
import classes from './charts-section.module.css';
import { recordedPart } from './record-start.ts';
import { useChartSpan } from './use-chart-span.ts';
import { useChartWords } from './use-chart-words.ts';
import { usePictures } from './use-pictures.ts';
import { useRecord } from './use-record.ts';

/** What one proxy did over a span of time, all charts over the same one and with one cursor. */
export function ChartsSection({ id }: { id: string }) {
  const { t } = useTranslation();
  const { fleet } = useApi();
  const { range, zoom, change } = useChartSpan();
  const { value, error, reload } = useRecord(id, range, zoom);
  const cursor = useChartCursor();
  const words = useChartWords();
  const { draft, move } = useSpanDraft(zoom, (next) => change(next, { replace: zoom !== null }));
  const history = value?.byId.get(id) ?? null;
  const since = history?.since ?? null;
  const shown = useMemo((): TimeSpan => {
    if (draft !== null || zoom !== null) return draft ?? zoom ?? nothing;
    return value === null ? nothing : recordedPart(value, since);
  }, [draft, zoom, value, since]);
  const asked = zoom === null ? range : `${zoom.from}-${zoom.to}`;
  const pictures = usePictures(history, shown, asked);
  const wanted = useMemo((): WantedSpan => zoom ?? { lastMs: ranges[range].ms }, [zoom, range]);
  const steer = useMemo(
    () => ({
      onSpan: (next: TimeSpan) => change(spanFields(dragged(next))),
      onMove: (next: TimeSpan) => move(endingBy(fleet.now(), next)),
      onReset: () => {
        move(null);
        if (zoom !== null) change(noZoom);
      },
    }),
    [change, move, fleet, zoom],
  );
  const saySpan =
    zoom === null
      ? t('compare:lastSpan', { range: t(`compare:ranges.${range}`) })
      : t('compare:between', {
          from: words.point(zoom.from, zoom),
          to: words.point(zoom.to, zoom),
        });
  return (
    <div className={classes.charts}>
      <section aria-labelledby="charts-title">
        <Group gap="6px 16px" mb={6}>
          <Title order={2} size="h5" id="charts-title">
            {t('proxy:charts.title')}
          </Title>
          <Legend />
          <Text size="xs" c="dimmed">
            {since !== null && since > shown.from - 1 && words.saySince(since)}
            {value !== null && since === null && t('proxy:charts.neverRecorded')}
          </Text>
        </Group>
        <div className={classes.controls}>
          <SpanControls
            span={shown}
            zoomed={zoom !== null}
            since={since}
            range={range}
            change={change}
          />
        </div>
        {error !== null && <StaleError error={error} reload={reload} />}
        {history !== null && <ElsewhereNote ranges={[history]} reload={reload} />}
        <div className={classes.grid}>
          {pointSeries.map((series, place) => (
            <ChartPanel
              key={series}
              id={id}
              series={series}
              picture={pictures[series]}
              wide={place === 0}
              follows={zoom === null && draft === null}
              cursor={cursor}
              words={words}
              saySpan={saySpan}
              steer={steer}
            />
          ))}
        </div>
      </section>
      <div className={classes.below}>
        <InsightsPanel
          id={id}
          history={history}
          shown={shown}
          wanted={wanted}
          everyMs={zoom === null && Math.min(ranges[range].refreshMs ?? totalsMs, 60_000)}
          saySpan={saySpan}
        />
      </div>
    </div>
  );
}

const nothing: TimeSpan = { from: 0, to: 1 };
/** What was moved in the last minutes is counted anew so often, milliseconds. */
const totalsMs = 5000;

/** The signs of what is marked, in words. */
function Legend() {
  const { t } = useTranslation();
  return (
    <>
      <Group gap={4} wrap="nowrap">
        <IconTriangleInvertedFilled size={10} color="var(--spcp-mark-restart)" aria-hidden />
        <Text size="xs" c="dimmed">
          {t('proxy:charts.restart')}
        </Text>
      </Group>
      <Group gap={4} wrap="nowrap">
        <IconDiamondFilled size={10} color="var(--spcp-mark-change)" aria-hidden />
        <Text size="xs" c="dimmed">
          {t('proxy:charts.change')}
        </Text>
      </Group>
    </>
  );
}
