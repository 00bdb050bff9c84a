import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { Filter } from '../../../../shared/model/filter/filter.ts';
import type { ProxySnapshot } from '../../../../shared/model/fleet-frame.ts';
import { useClasses } from '../../../api/classes.ts';
import { usePreferences } from '../../../api/context.ts';
import { byName, filtered, inFolder } from '../../../fleet/arrangement/arrange.ts';
import { type Hold, useHold } from '../../../fleet/arrangement/hold.ts';
import { useFleetNow } from '../../../fleet/arrangement/use-fleet-now.ts';
import { useSame } from '../../../fleet/arrangement/use-same.ts';
import { inOrder } from './list-order.ts';
import type { ListView } from './list-view.ts';

const noSnapshots: ReadonlyMap<string, ProxySnapshot> = new Map();

/**
 * The profiles that the list shows, in their order. What proxies do is looked at only where it is asked for: a reading draws nothing anew. The
 * order holds still while somebody works in the list.
 */
export function useListed(
  profiles: readonly ProfileEntry[],
  view: Pick<ListView, 'folder' | 'sort' | 'direction'>,
  filter: Filter,
): { readonly listed: readonly ProfileEntry[]; readonly hold: Hold } {
  const { recentProxies } = usePreferences();
  const { i18n } = useTranslation();
  const { folder, sort, direction } = view;
  const { held, hold } = useHold();
  const asked = { states: filter.live || sort === 'state', differences: filter.compares };
  const { snapshots, differences } = useFleetNow(asked, held);

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
    () => filtered(placed, filter, { snapshots, differences }),
    [placed, filter, snapshots, differences],
  );
  return { listed: useSame(listed), hold };
}
