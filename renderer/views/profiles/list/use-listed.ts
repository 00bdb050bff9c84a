import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Difference } from '../../../../shared/fleet/unlike.ts';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { Filter } from '../../../../shared/model/filter/filter.ts';
import type { ProxySnapshot } from '../../../../shared/model/fleet-frame.ts';
import { useClasses } from '../../../api/classes.ts';
import { useApi, usePreferences } from '../../../api/context.ts';
import { createStore } from '../../../api/store.ts';
import { useSampled } from '../../../components/use-sampled.ts';
import { byName, filtered } from '../../board/arrangement/arrange.ts';
import type { Hold } from '../../board/arrangement/use-arrangement.ts';
import { inFolder, inOrder } from './list-order.ts';
import type { ListView } from './list-view.ts';

/** Of what is sorted or filtered by, milliseconds between two looks. */
const stateMs = 500;

const noSnapshots: ReadonlyMap<string, ProxySnapshot> = new Map();
const noDifferences: ReadonlyMap<string, readonly Difference[]> = new Map();
const unwatched = createStore<ReadonlyMap<string, ProxySnapshot> | null>(null);
const unwatchedToo = createStore(noDifferences);

/**
 * The profiles that the list shows, in their order. What proxies do is looked at only where it is asked for: a reading draws nothing anew. The
 * order holds still while somebody works in the list.
 */
export function useListed(
  profiles: readonly ProfileEntry[],
  view: Pick<ListView, 'folder' | 'sort' | 'direction'>,
  filter: Filter,
): { readonly listed: readonly ProfileEntry[]; readonly hold: Hold } {
  const { fleet, differences } = useApi();
  const { recentProxies } = usePreferences();
  const { i18n } = useTranslation();
  const { folder, sort, direction } = view;
  const [holds, setHolds] = useState({ pointer: false, focus: false, selection: false });
  const hold = useCallback<Hold>(
    (by, held) => setHolds((now) => (now[by] === held ? now : { ...now, [by]: held })),
    [],
  );
  const held = holds.pointer || holds.focus || holds.selection;
  const live = filter.live || sort === 'state';
  const sampled = useSampled(live ? fleet.snapshots : unwatched, stateMs, held);
  // What is asked for first is answered at once.
  const snapshots = live ? (sampled ?? fleet.snapshots.get() ?? noSnapshots) : noSnapshots;
  const unlike = useSampled(filter.compares ? differences.all : unwatchedToo, stateMs, held);

  const locale = i18n.resolvedLanguage ?? 'en';
  const collator = useMemo(() => new Intl.Collator(locale, { numeric: true }), [locale]);
  const opened = useMemo(
    () => new Map(recentProxies.map(({ id, at }) => [id, at])),
    [recentProxies],
  );
  const classes = useClasses();
  const named = useMemo(() => byName(profiles, collator), [profiles, collator]);
  const sortSnapshots = sort === 'state' ? snapshots : noSnapshots;
  const ordered = useMemo(
    () =>
      inOrder(named, { sort, direction }, { snapshots: sortSnapshots, opened, classes }, collator),
    [named, sort, direction, sortSnapshots, opened, classes, collator],
  );
  const placed = useMemo(() => inFolder(ordered, folder), [ordered, folder]);
  const listed = useMemo(
    () => filtered(placed, filter, { snapshots, differences: unlike }),
    [placed, filter, snapshots, unlike],
  );
  return { listed: useSame(listed), hold };
}

/** The list of before while the next one holds the same: nothing is drawn again for it. */
function useSame<T>(next: readonly T[]): readonly T[] {
  const [last] = useState<{ list: readonly T[] }>(() => ({ list: next }));
  const { list } = last;
  if (list.length !== next.length || next.some((each, i) => each !== list[i])) last.list = next;
  return last.list;
}
