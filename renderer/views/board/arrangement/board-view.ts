import { createContext } from 'react';
import type { Preferences } from '../../../../shared/model/app-info.ts';
import { useApi, usePreferences } from '../../../api/context.ts';
import type { SeriesName } from '../../../api/point-ring.ts';
import { type ChangeView, useViewState } from '../../../api/view-state.ts';
import { boardSearch } from '../../../searches.ts';

/** What the board shows, in which order, and what its charts draw: as the address says it, else as it was last chosen. */
export interface BoardView {
  readonly text: string;
  readonly state: Preferences['boardState'];
  readonly sort: Preferences['boardSort'];
  readonly direction: 'ascending' | 'descending';
  readonly metric: SeriesName;
}

export function useBoardView(): readonly [BoardView, ChangeView<BoardView>] {
  const { setPreferences } = useApi();
  const defaults = viewOf(usePreferences());
  return useViewState(boardSearch, {
    defaults,
    remember: (change) => setPreferences(preferencesOf(change)),
  });
}

/** What the charts of the cards draw. */
export const BoardMetric = createContext<SeriesName>('bytesPerSecond');

function viewOf(preferences: Preferences): BoardView {
  return {
    text: preferences.boardText,
    state: preferences.boardState,
    sort: preferences.boardSort,
    direction: preferences.boardDescending ? 'descending' : 'ascending',
    metric: preferences.boardMetric,
  };
}

/** Only what was changed: the console sets what it is given. */
function preferencesOf({ text, state, sort, direction, metric }: Partial<BoardView>) {
  return {
    ...(text !== undefined && { boardText: text }),
    ...(state !== undefined && { boardState: state }),
    ...(sort !== undefined && { boardSort: sort }),
    ...(direction !== undefined && { boardDescending: direction === 'descending' }),
    ...(metric !== undefined && { boardMetric: metric }),
  };
}
