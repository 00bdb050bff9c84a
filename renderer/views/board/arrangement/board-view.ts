import { useRef } from 'react';
import type { Preferences } from '../../../../shared/model/app-info.ts';
import { useApi, usePreferences } from '../../../api/context.ts';
import { type ChangeView, useViewState } from '../../../api/view-state.ts';
import { boardSearch } from '../../../searches.ts';

/** What the board shows, in which order, and what its charts draw: as the address says it, else as it was last chosen. */
export interface BoardView {
  readonly text: string;
  readonly state: Preferences['boardState'];
  readonly sort: Preferences['boardSort'];
  readonly direction: 'ascending' | 'descending';
  readonly metric: Preferences['boardMetric'];
  readonly picture: Preferences['boardPicture'];
  readonly group: Preferences['boardGroup'];
  /** What the numbers are means over. */
  readonly span: Preferences['boardSpan'];
  /** What the sparklines reach back over. */
  readonly chart: Preferences['boardChartSpan'];
  readonly scale: Preferences['boardScale'];
}

export function useBoardView(): readonly [BoardView, ChangeView<BoardView>] {
  const { setPreferences } = useApi();
  const defaults = viewOf(usePreferences());
  const [view, change] = useViewState(boardSearch, {
    defaults,
    remember: (change) => setPreferences(preferencesOf(change)),
  });
  return [useSameView(view), change];
}

/** The view of before while it says the same: the tools of the board are not drawn again with its proxies. */
function useSameView(view: BoardView): BoardView {
  const last = useRef(view);
  const names = Object.keys(view) as readonly (keyof BoardView)[];
  if (names.some((name) => view[name] !== last.current[name])) last.current = view;
  return last.current;
}

/** Milliseconds that the numbers are means over. */
export const spanMs: Readonly<Record<BoardView['span'], number>> = {
  '1s': 1000,
  '10s': 10_000,
  '1m': 60_000,
  '5m': 300_000,
};

function viewOf(preferences: Preferences): BoardView {
  return {
    text: preferences.boardText,
    state: preferences.boardState,
    sort: preferences.boardSort,
    direction: preferences.boardDescending ? 'descending' : 'ascending',
    metric: preferences.boardMetric,
    picture: preferences.boardPicture,
    group: preferences.boardGroup,
    span: preferences.boardSpan,
    chart: preferences.boardChartSpan,
    scale: preferences.boardScale,
  };
}

/** Only what was changed: the console sets what it is given. */
function preferencesOf({ direction, ...rest }: Partial<BoardView>): Partial<Preferences> {
  const named = Object.entries(rest).map(([name, value]) => [
    preferenceOf[name as keyof typeof rest],
    value,
  ]);
  return {
    ...Object.fromEntries(named),
    ...(direction !== undefined && {
      boardDescending: direction === 'descending',
    }),
  };
}

const preferenceOf = {
  text: 'boardText',
  state: 'boardState',
  sort: 'boardSort',
  metric: 'boardMetric',
  picture: 'boardPicture',
  group: 'boardGroup',
  span: 'boardSpan',
  chart: 'boardChartSpan',
  scale: 'boardScale',
} as const satisfies Record<Exclude<keyof BoardView, 'direction'>, keyof Preferences>;
