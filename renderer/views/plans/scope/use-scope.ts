import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { FilterProblem } from '../../../../shared/model/filter/filter.ts';
import { nameKey, tagsIn } from '../../../../shared/model/name.ts';
import type { PlanScope } from '../../../../shared/model/plan.ts';
import { hasTag } from '../../../../shared/model/plan-targets.ts';
import { type ChangeView, useViewState } from '../../../api/view-state.ts';
import { useFilter } from '../../../components/use-filter.ts';
import { byName, filtered, inFolder } from '../../../fleet/arrangement/arrange.ts';
import { useFleetNow } from '../../../fleet/arrangement/use-fleet-now.ts';
import { useSame } from '../../../fleet/arrangement/use-same.ts';
import { newPlanSearch } from '../../../searches.ts';

/** By what the targets of a new plan are chosen. */
export interface ScopeView {
  readonly by: 'folder' | 'tag' | 'search' | 'proxy';
  readonly folder: string;
  readonly tag: string;
  readonly text: string;
  readonly proxy: string;
}

export interface Scope {
  readonly view: ScopeView;
  readonly change: ChangeView<ScopeView>;
  readonly targets: readonly ProfileEntry[];
  readonly scope: PlanScope;
  readonly problems: readonly FilterProblem[];
  /** Every tag, as it is written first. */
  readonly tags: readonly string[];
}

const defaults = { by: 'folder', folder: '', tag: '', text: '', proxy: '' } as const;

/** What the address says of the targets, and which proxies these are now. None until something is chosen. */
export function useScope(profiles: readonly ProfileEntry[]): Scope {
  const [view, change] = useViewState(newPlanSearch, { defaults });
  const { by, folder, tag, text, proxy } = view;
  const filter = useFilter(by === 'search' ? text : '');
  const { i18n } = useTranslation();
  const locale = i18n.resolvedLanguage ?? 'en';
  const named = useMemo(
    () => byName(profiles, new Intl.Collator(locale, { numeric: true })),
    [profiles, locale],
  );
  const { snapshots, differences } = useFleetNow(
    { states: filter.live, differences: filter.compares },
    false,
  );
  const within = by === 'folder' ? folder : '';
  const listed = useSame(
    useMemo(
      () => filtered(inFolder(named, within), filter, { snapshots, differences }),
      [named, within, filter, snapshots, differences],
    ),
  );
  const tags = new Map(
    profiles.flatMap((profile) => tagsIn(profile.tags).map((each) => [nameKey(each), each])),
  );
  const of = (): Pick<Scope, 'targets' | 'scope'> => {
    switch (by) {
      case 'folder':
        return { targets: folder === '' ? [] : listed, scope: { kind: 'folder', folder } };
      case 'tag':
        return {
          targets: tag === '' ? [] : listed.filter((profile) => hasTag(profile, tag)),
          scope: { kind: 'tag', tag },
        };
      case 'search':
        return {
          targets: text.trim() === '' ? [] : listed,
          scope: { kind: 'search', search: text },
        };
      case 'proxy':
        return { targets: listed.filter(({ id }) => id === proxy), scope: { kind: 'selection' } };
    }
  };
  return { view, change, problems: filter.problems, tags: [...tags.values()].toSorted(), ...of() };
}
