import { useMemo } from 'react';
import { type SearchFault, scopeTest, searchFaultOf } from '../../../shared/fleet/alerts/scope.ts';
import { plainWords } from '../../../shared/fleet/plain-words.ts';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import { createFilter, type FilterProblem } from '../../../shared/model/filter/filter.ts';
import { nameKey, tagsIn } from '../../../shared/model/name.ts';
import type { ReportScope, ReportWanted } from '../../../shared/model/report.ts';
import { reportSpan } from '../../../shared/report/report-span.ts';
import { useClasses } from '../../api/classes.ts';
import { useApi, usePreferences } from '../../api/context.ts';
import { type ChangeView, useViewState } from '../../api/view-state.ts';
import { useFilterText } from '../../fleet/filter/use-filter-text.ts';
import { reportSearch } from '../../searches.ts';

/** What of a report is chosen: of which proxies, and over which days. */
export type ReportView = Required<ReturnType<typeof reportSearch.parse>> & {
  readonly by: ReportScope['kind'];
};

/** Proxies are to be chosen yet, the search asks for what they do now or has a word that means nothing, or the days are none. */
export type WantedFault = 'scope' | SearchFault['kind'] | 'days';

export interface Wanted {
  readonly view: ReportView;
  readonly change: ChangeView<ReportView>;
  /** What stands in the field of the search. */
  readonly typed: string;
  readonly setTyped: (text: string) => void;
  readonly problems: readonly FilterProblem[];
  /** Folders with those that they lie in, and tags, each once, in order. */
  readonly folders: readonly string[];
  readonly tags: readonly string[];
  /** Which report to ask for at this time, or why none can be. */
  readonly wanted: (now: number) => ReportWanted | WantedFault;
}

/** What the address says, else what was chosen last. */
export function useWanted(profiles: readonly ProfileEntry[]): Wanted {
  const { report } = usePreferences();
  const { setPreferences } = useApi();
  const classes = useClasses();
  const [view, change] = useViewState(reportSearch, {
    defaults: { ...report, from: '', to: '' },
    remember: ({ from: _from, to: _to, ...chosen }) =>
      setPreferences({ report: { ...report, ...chosen } }),
  });
  const { by, folder, tag, text } = view;
  const [typed, setTyped] = useFilterText(text, change);
  const problems = useMemo(
    () => (by === 'search' ? createFilter(text, plainWords(classes)).problems : []),
    [by, text, classes],
  );
  const scopeOf = (): ReportScope | null => {
    switch (by) {
      case 'all':
        return { kind: 'all' };
      case 'folder':
        return folder === '' ? null : { kind: 'folder', folder };
      case 'tag':
        return tag === '' ? null : { kind: 'tag', tag };
      case 'search':
        // Not that of the address, which comes a moment later.
        return typed.trim() === '' ? null : { kind: 'search', search: typed };
    }
  };
  return {
    view,
    change,
    typed,
    setTyped,
    problems,
    folders: inOrder([...profiles.flatMap((profile) => pathsOf(profile.folder)), folder]),
    tags: inOrder([...profiles.flatMap((profile) => tagsIn(profile.tags)), tag]),
    wanted: (now) => {
      const scope = scopeOf();
      if (scope === null) return 'scope';
      const fault = scope.kind === 'search' ? searchFaultOf(scope.search, classes) : null;
      if (fault !== null) return fault.kind;
      const span = reportSpan({ ...view, last: view.last === 'yes' }, now);
      if (span === null) return 'days';
      const ids = profiles.filter(scopeTest(scope, classes)).map(({ id }) => id);
      return { scope, ids, ...span };
    },
  };
}

/** A folder and those that it lies in. */
function pathsOf(folder: string): readonly string[] {
  const parts = folder.split('/');
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
}

/** Each once, without the empty one. */
function inOrder(names: readonly string[]): readonly string[] {
  const found = new Map(names.map((name) => [nameKey(name), name]));
  found.delete('');
  return [...found.values()].toSorted((a, b) => a.localeCompare(b));
}
