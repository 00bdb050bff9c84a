import { useRef } from 'react';
import type { Preferences } from '../../../../shared/model/app-info.ts';
import { useApi, usePreferences } from '../../../api/context.ts';
import { createStore } from '../../../api/store.ts';
import { type ChangeView, useViewState } from '../../../api/view-state.ts';
import { boardSearch, type boardStates } from '../../../searches.ts';

/** What the board shows, in which order, and what its charts draw: as the address says it, else as it was last chosen. */
export interface BoardView {
  readonly text: string;
  readonly state: (typeof boardStates)[number];
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

type Filter = Pick<BoardView, 'text' | 'state'>;

/** As it was in this window. A word that outlived the window would hide proxies from whoever comes next. */
const filter = createStore<Filter>({ text: '', state: 'all' });

export function useBoardView(): readonly [BoardView, ChangeView<BoardView>] {
  const { setPreferences } = useApi();
  const defaults = viewOf(usePreferences());
  const [view, change] = useViewState(boardSearch, {
    defaults,
    remember: ({ text, state, ...change }) => {
      const before = filter.get();
      filter.set({ text: text ?? before.text, state: state ?? before.state });
      if (Object.keys(change).length > 0) setPreferences(preferencesOf(change));
    },
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
    ...filter.get(),
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
function preferencesOf({
  direction,
  ...rest
}: Partial<Omit<BoardView, keyof Filter>>): Partial<Preferences> {
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
  sort: 'boardSort',
  metric: 'boardMetric',
  picture: 'boardPicture',
  group: 'boardGroup',
  span: 'boardSpan',
  chart: 'boardChartSpan',
  scale: 'boardScale',
} as const satisfies Record<keyof Omit<BoardView, 'direction' | keyof Filter>, keyof Preferences>;
