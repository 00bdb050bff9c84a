import { useRef } from 'react';
import type { Preferences } from '../../../../shared/model/app-info.ts';
import type { ListSort } from '../../../../shared/model/preference-words.ts';
import { useApi, usePreferences } from '../../../api/context.ts';
import { type ChangeView, useViewState } from '../../../api/view-state.ts';
import { listSearch } from '../../../searches.ts';

/** What the list shows and in which order: as its address says it, else all, in the order that was chosen last. */
export interface ListView {
  readonly text: string;
  /** The path of a folder with all that is beneath it; empty for the whole list. */
  readonly folder: string;
  readonly sort: ListSort;
  readonly direction: 'ascending' | 'descending';
}

export function useListView(): readonly [ListView, ChangeView<ListView>] {
  const { setPreferences } = useApi();
  const { listSort, listDescending } = usePreferences();
  const [view, change] = useViewState(listSearch, {
    defaults: {
      text: '',
      folder: '',
      sort: listSort,
      direction: listDescending ? 'descending' : 'ascending',
    },
    remember: ({ sort, direction }) => {
      const chosen: Partial<Preferences> = {
        ...(sort !== undefined && { listSort: sort }),
        ...(direction !== undefined && { listDescending: direction === 'descending' }),
      };
      if (Object.keys(chosen).length > 0) setPreferences(chosen);
    },
  });
  return [useSameView(view), change];
}

/** The view of before while it says the same. */
function useSameView(view: ListView): ListView {
  const last = useRef(view);
  const names = Object.keys(view) as readonly (keyof ListView)[];
  if (names.some((name) => view[name] !== last.current[name])) last.current = view;
  return last.current;
}
