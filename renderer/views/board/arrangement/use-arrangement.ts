import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { knownValue } from '../../../../shared/fleet/insights/insight.ts';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { Filter } from '../../../../shared/model/filter/filter.ts';
import type { ProxySnapshot } from '../../../../shared/model/fleet-frame.ts';
import { useClasses } from '../../../api/classes.ts';
import { useApi } from '../../../api/context.ts';
import { liveInsight } from '../../../api/insights.ts';
import { useSampled } from '../../../components/use-sampled.ts';
import { byName, filtered, inState, sorted } from '../../../fleet/arrangement/arrange.ts';
import { type Hold, useHold } from '../../../fleet/arrangement/hold.ts';
import { createSettled } from '../../../fleet/arrangement/settled.ts';
import { isSame, useSame } from '../../../fleet/arrangement/use-same.ts';
import { groupBy } from '../groups/group-by.ts';
import type { BoardGroup } from '../groups/groups.ts';
import { useFolded } from '../groups/use-folded.ts';
import type { BoardView } from './board-view.ts';

/** Cards that change places with every reading cannot be read. */
const orderMs = 5000;
const stateMs = 500;

const noSnapshots: ReadonlyMap<string, ProxySnapshot> = new Map();

export interface BoardArrangement {
  readonly groups: readonly BoardGroup[];
  /** All that can be seen, in order, without what is folded. */
  readonly shown: readonly ProfileEntry[];
  /** All that the filter lets through, also what is folded. */
  readonly fitting: readonly ProfileEntry[];
  /** All that fit what was typed, in whatever state. */
  readonly typed: readonly ProfileEntry[];
  readonly hold: Hold;
}

/** The proxies to show, in their order, under their headings. `filter` is what `text` of the view asks for. */
export function useArrangement(
  profiles: readonly ProfileEntry[],
  { state, sort, direction, group }: Pick<BoardView, 'state' | 'sort' | 'direction' | 'group'>,
  filter: Filter,
): BoardArrangement {
  const api = useApi();
  const { i18n } = useTranslation();
  const locale = i18n.resolvedLanguage ?? 'en';
  const [folded] = useFolded();
  const { held, hold } = useHold();
  const snapshots = useSampled(api.fleet.snapshots, stateMs, held) ?? noSnapshots;
  // By state the order is one of now; by a number it is renewed now and then.
  const pace = sort === 'state' ? stateMs : orderMs;
  const orderSnapshots = useSampled(api.fleet.snapshots, pace, held) ?? noSnapshots;
  const means = useSampled(api.means.all, orderMs, held);
  const differences = useSampled(api.differences.all, stateMs, held);

  const collator = useMemo(() => new Intl.Collator(locale, { numeric: true }), [locale]);
  const named = useMemo(() => byName(profiles, collator), [profiles, collator]);
  const classes = useClasses();
  const settled = useMemo(() => createSettled(sort), [sort]);
  const ordered = useMemo(
    () =>
      sorted(
        named,
        { sort, direction },
        {
          snapshots: orderSnapshots,
          means,
          differences,
          classes,
          insight: (id, insight) => knownValue(liveInsight(api, id, insight)),
        },
        { settled, collator },
      ),
    [named, sort, direction, orderSnapshots, means, differences, classes, api, settled, collator],
  );
  const typed = useSame(
    useMemo(
      () => filtered(ordered, filter, { snapshots, differences }),
      [ordered, filter, snapshots, differences],
    ),
  );
  const fitting = useSame(
    useMemo(() => inState(typed, state, snapshots), [typed, state, snapshots]),
  );
  const groups = useSameGroups(
    useMemo(
      () => groupBy(fitting, group, { snapshots, classes }, { folded, collator }),
      [fitting, group, snapshots, classes, folded, collator],
    ),
  );
  const shown = useMemo(
    () => groups.flatMap((each) => (each.folded ? [] : each.profiles)),
    [groups],
  );
  return { groups, shown, fitting, typed, hold };
}

function isSameGroup(a: BoardGroup, b: BoardGroup): boolean {
  return a.by === b.by && a.folded === b.folded && isSame(a.profiles, b.profiles);
}

/** As `useSame` for groups: each that is as it was is the one of before. */
function useSameGroups(next: readonly BoardGroup[]): readonly BoardGroup[] {
  const last = useRef(next);
  const before = new Map(last.current.map((group) => [group.key, group] as const));
  const kept = next.map((group) => {
    const known = before.get(group.key);
    return known !== undefined && isSameGroup(known, group) ? known : group;
  });
  if (!isSame(last.current, kept)) last.current = kept;
  return last.current;
}
