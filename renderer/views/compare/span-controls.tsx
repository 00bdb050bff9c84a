import { ActionIcon, Button, Group, SegmentedControl, Tooltip } from '@mantine/core';
import {
  type Icon,
  IconChevronLeft,
  IconChevronRight,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/context.ts';
import { endingBy, scaled, shifted, spanFields } from '../../charts/chart-span.ts';
import { type RangeName, rangeNames } from '../../charts/ranges.ts';
import type { TimeSpan } from '../../charts/sparkline-series.ts';
import { type ChangeCompareView, noZoom } from './compare-view.ts';
import { SpanPicker } from './span-picker.tsx';

/** Over what time: the ranges, what a drag over the chart does but by buttons, and the way back. */
export function SpanControls(props: {
  span: TimeSpan;
  zoomed: boolean;
  /** Epoch milliseconds of the first reading of any of the proxies; null where there is none. */
  since: number | null;
  range: RangeName;
  change: ChangeCompareView;
}) {
  const { span, zoomed, range, change } = props;
  const { t } = useTranslation();
  const { fleet } = useApi();
  const button = (label: string, Sign: Icon, next: TimeSpan) => (
    <Tooltip label={label}>
      <ActionIcon
        variant="default"
        size="sm"
        aria-label={label}
        onClick={() => change(spanFields(endingBy(fleet.now(), next)))}
      >
        <Sign size={14} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
  return (
    <Group gap={6}>
      <SegmentedControl
        size="xs"
        aria-label={t('compare:range')}
        // A span that was zoomed to is none of the ranges.
        value={zoomed ? '' : range}
        onChange={(value) => {
          const next = rangeNames.find((name) => name === value);
          if (next !== undefined) change({ range: next, ...noZoom });
        }}
        data={rangeNames.map((value) => ({ value, label: t(`compare:ranges.${value}`) }))}
      />
      {button(t('compare:earlier'), IconChevronLeft, shifted(span, -1 / 2))}
      {button(t('compare:later'), IconChevronRight, shifted(span, 1 / 2))}
      {button(t('compare:zoomIn'), IconZoomIn, scaled(span, 0.5))}
      {button(t('compare:zoomOut'), IconZoomOut, scaled(span, 2))}
      <SpanPicker span={span} since={props.since} onSpan={(next) => change(spanFields(next))} />
      {zoomed && (
        <Button size="compact-xs" variant="light" onClick={() => change(noZoom)}>
          {t('compare:back', { range: t(`compare:ranges.${range}`) })}
        </Button>
      )}
    </Group>
  );
}
