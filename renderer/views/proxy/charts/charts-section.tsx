import { Button, Group, SegmentedControl, Text, Title } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconDiamondFilled, IconTriangleInvertedFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useApi, usePreferences } from '../../../api/context.ts';
import { seriesNames } from '../../../api/point-ring.ts';
import { useViewState } from '../../../api/view-state.ts';
import type { ChartMark } from '../../../charts/time-chart-series.ts';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { proxySearch } from '../../../searches.ts';
import { ChartPanel } from './chart-panel.tsx';
import classes from './charts-section.module.css';
import { rangeNames } from './ranges.ts';
import { usePictures } from './use-pictures.ts';

/** Points are fetched in steps of so many, so that a window that is resized does not fetch at each pixel. */
const pointStep = 100;

/** The three metrics over the range that was chosen. `marks` are of the last minutes; those of longer ranges come with the history. */
export function ChartsSection({ id, marks }: { id: string; marks: readonly ChartMark[] }) {
  const { t } = useTranslation();
  const api = useApi();
  const { chartRange } = usePreferences();
  const [{ range }, setView] = useViewState(proxySearch, {
    defaults: { range: chartRange },
    remember: (change) => api.setPreferences({ chartRange: change.range }),
  });
  const { ref, width } = useElementSize<HTMLDivElement>();
  const points = Math.min(4000, Math.max(300, Math.ceil(width / pointStep) * pointStep));
  const { pictures, error, reload } = usePictures(id, range, points, marks);
  return (
    <section className={classes.charts} aria-labelledby="charts-title">
      <Group justify="space-between" mb="xs" gap="xs">
        <Group gap="md">
          <Title order={2} size="h5" id="charts-title">
            {t('proxy:charts.title')}
          </Title>
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
        </Group>
        <SegmentedControl
          size="xs"
          aria-label={t('proxy:charts.range')}
          value={range}
          onChange={(value) => setView({ range: value })}
          data={rangeNames.map((value) => ({ value, label: t(`proxy:charts.ranges.${value}`) }))}
        />
      </Group>
      {error !== null && (
        <ErrorPanel error={error} tone="yellow">
          <Button size="xs" variant="default" onClick={reload}>
            {t('tryAgain')}
          </Button>
        </ErrorPanel>
      )}
      <div className={classes.grid} ref={ref}>
        {seriesNames.map((series) => (
          <ChartPanel
            key={series}
            series={series}
            picture={pictures[series]}
            cursorKey={id}
            rangeLabel={t(`proxy:charts.ranges.${range}`)}
          />
        ))}
      </div>
    </section>
  );
}
