import { Button } from '@mantine/core';
import { memo, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { FilterProblem } from '../../../../shared/model/filter/filter.ts';
import type { ChangeView } from '../../../api/view-state.ts';
import { FilterField } from '../../../fleet/filter/filter-field.tsx';
import { FilterProblems } from '../../../fleet/filter/filter-problems.tsx';
import classes from '../board.module.css';
import { DriftLine } from '../differences/drift-line.tsx';
import { UnlikeLine } from '../differences/unlike-line.tsx';
import type { BoardView } from './board-view.ts';
import { GroupChoice } from './group-choice.tsx';
import { PictureSwitch } from './picture-switch.tsx';
import { SortChoice } from './sort-choice.tsx';
import { StateFilter } from './state-filter.tsx';
import { ViewOptions } from './view-options.tsx';

/** What the board shows, in which order, under which headings, and how it draws it. */
export const Toolbar = memo(function Toolbar(props: {
  all: number;
  shown: number;
  /** Those that fit what was typed, of which the states are counted. */
  typed: readonly ProfileEntry[];
  problems: readonly FilterProblem[];
  view: BoardView;
  onView: ChangeView<BoardView>;
  /** Leads from the filter to the first proxy. */
  onLeaveFilter: () => void;
}) {
  const { all, shown, view, onView } = props;
  const { t } = useTranslation();
  const problems = useId();
  return (
    <search className={classes.toolbar}>
      <FilterField
        text={view.text}
        onView={onView}
        problems={props.problems.length > 0 ? problems : undefined}
        onLeave={props.onLeaveFilter}
      />
      <div className={classes.choices}>
        <PictureSwitch picture={view.picture} onView={onView} />
        <GroupChoice group={view.group} onView={onView} />
        <SortChoice view={view} onView={onView} />
        <ViewOptions view={view} onView={onView} />
      </div>
      <FilterProblems id={problems} problems={props.problems} nothingFits={shown === 0} />
      <StateFilter
        profiles={props.typed}
        state={view.state}
        onState={(state) => onView({ state })}
      />
      <UnlikeLine text={view.text} onView={onView} />
      <DriftLine />
      <span className={classes.part}>
        <span role="status">{shown === all ? '' : t('board:filter.shown', { shown, all })}</span>
        {shown !== all && (
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => onView({ text: '', state: 'all' })}
          >
            {t('arrangement:nothingFits.clear')}
          </Button>
        )}
      </span>
    </search>
  );
});
