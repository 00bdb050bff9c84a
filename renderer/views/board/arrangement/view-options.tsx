import { Button, Popover, SegmentedControl, Stack } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import {
  boardChartSpans,
  boardMetrics,
  boardScales,
  boardSpans,
} from '../../../../shared/model/preference-words.ts';
import type { ChangeView } from '../../../api/view-state.ts';
import help from '../../../components/help/help.module.css';
import { withinWindow } from '../../../components/help/within-window.ts';
import type { BoardView } from './board-view.ts';
import classes from './toolbar.module.css';

/** What is chosen more rarely: what the numbers are means over, and what the charts draw. */
export function ViewOptions(props: { view: BoardView; onView: ChangeView<BoardView> }) {
  const { view, onView } = props;
  const { t } = useTranslation();
  return (
    <Popover position="bottom-end" width={400} {...withinWindow}>
      <Popover.Target>
        <Button
          variant="default"
          size="sm"
          px="sm"
          aria-label={t('arrangement:options.open')}
          title={t('arrangement:options.label')}
        >
          <IconAdjustmentsHorizontal size={16} aria-hidden />
          <span className={classes.optionsName}>{t('arrangement:options.open')}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={help.text} aria-label={t('arrangement:options.label')}>
        <Stack gap="sm">
          <Option
            label={t('arrangement:options.span')}
            hint={t('arrangement:options.spanHint')}
            values={boardSpans}
            value={view.span}
            nameOf={(value) => t(`arrangement:spans.${value}`)}
            onChange={(span) => onView({ span })}
          />
          <Option
            label={t('arrangement:options.metric')}
            values={boardMetrics}
            value={view.metric}
            nameOf={(value) => t(`arrangement:metrics.${value}`)}
            onChange={(metric) => onView({ metric })}
          />
          <Option
            label={t('arrangement:options.chart')}
            values={boardChartSpans}
            value={view.chart}
            nameOf={(value) => t(`arrangement:spans.${value}`)}
            onChange={(chart) => onView({ chart })}
          />
          <Option
            label={t('arrangement:options.scale')}
            hint={t('arrangement:options.scaleHint')}
            values={boardScales}
            value={view.scale}
            nameOf={(value) => t(`arrangement:scales.${value}`)}
            onChange={(scale) => onView({ scale })}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function Option<T extends string>(props: {
  label: string;
  hint?: string;
  values: readonly T[];
  value: T;
  nameOf: (value: T) => string;
  onChange: (value: T) => void;
}) {
  const id = useId();
  const hintId = useId();
  return (
    <div>
      <div id={id} className={classes.optionLabel}>
        {props.label}
      </div>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-labelledby={id}
        aria-describedby={props.hint === undefined ? undefined : hintId}
        value={props.value}
        onChange={props.onChange}
        data={props.values.map((value) => ({ value, label: props.nameOf(value) }))}
      />
      {props.hint !== undefined && (
        <div id={hintId} className={classes.hint}>
          {props.hint}
        </div>
      )}
    </div>
  );
}
