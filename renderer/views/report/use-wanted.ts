import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import type { FilterProblem } from '../../../shared/model/filter/filter.ts';
import type { Span } from '../../../shared/model/history.ts';
import { nameKey, tagsIn } from '../../../shared/model/name.ts';
import { hasTag } from '../../../shared/model/plan-targets.ts';
import {
  longestReportMs,
  type ReportScope,
  type ReportWanted,
} from '../../../shared/model/report.ts';
import { calendarSpan, daysSpan } from '../../../shared/report/calendar.ts';
import { useApi, usePreferences } from '../../api/context.ts';
import { type ChangeView, useViewState } from '../../api/view-state.ts';
import { useFilter } from '../../components/use-filter.ts';
import { reportSearch } from '../../searches.ts';
import { useListed } from '../profiles/list/use-listed.ts';

/** What of a report is chosen: of which proxies, and over which days. */
export type ReportView = Required<ReturnType<typeof reportSearch.parse>> & {
  readonly by: ReportScope['kind'];
};

export interface Wanted {
  readonly view: ReportView;
  readonly change: ChangeView<ReportView>;
  readonly problems: readonly FilterProblem[];
  /** Folders with those that they lie in, and tags, each once, in order. */
  readonly folders: readonly string[];
  readonly tags: readonly string[];
  /** Which report to ask for at this time; null where something is to be chosen yet, `days` where the days are none. */
  readonly wanted: (now: number) => ReportWanted | 'scope' | 'days';
}

/** What the address says, else what was chosen last. */
export function useWanted(profiles: readonly ProfileEntry[]): Wanted {
  const { report } = usePreferences();
  const { setPreferences } = useApi();
  const [view, change] = useViewState(reportSearch, {
    defaults: { ...report, from: '', to: '' },
    remember: ({ from: _from, to: _to, ...chosen }) =>
      setPreferences({ report: { ...report, ...chosen } }),
  });
  const { by, folder, tag, text } = view;
  const filter = useFilter(by === 'search' ? text : '');
  const { listed } = useListed(
    profiles,
    { folder: by === 'folder' ? folder : '', sort: 'name', direction: 'ascending' },
    filter,
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
        return text.trim() === '' ? null : { kind: 'search', search: text };
    }
  };
  const fitting = by === 'tag' ? listed.filter((profile) => hasTag(profile, tag)) : listed;
  return {
    view,
    change,
    problems: filter.problems,
    folders: inOrder([...profiles.flatMap((profile) => pathsOf(profile.folder)), folder]),
    tags: inOrder([...profiles.flatMap((profile) => tagsIn(profile.tags)), tag]),
    wanted: (now) => {
      const scope = scopeOf();
      if (scope === null) return 'scope';
      const span = spanOf(view, now);
      if (span === null) return 'days';
      return { scope, ids: fitting.map(({ id }) => id), ...span };
    },
  };
}

function spanOf({ span, last, from, to }: ReportView, now: number): Span | null {
  const days =
    span === 'days' ? daysSpan(from, to) : calendarSpan(span, now, last === 'yes' ? 1 : 0);
  return days === null || days.from >= now || days.to - days.from > longestReportMs ? null : days;
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
