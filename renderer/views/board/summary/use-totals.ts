import { useMemo } from 'react';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { ProxySnapshot } from '../../../../shared/model/fleet-frame.ts';
import { useApi } from '../../../api/context.ts';
import { useSampled } from '../../../components/use-sampled.ts';
import { type Totals, totalsOf } from './totals.ts';

const noSnapshots: ReadonlyMap<string, ProxySnapshot> = new Map();
const renewMs = 1000;

/** The sums of these proxies, renewed once a second. */
export function useTotals(profiles: readonly ProfileEntry[]): Totals {
  const api = useApi();
  const snapshots = useSampled(api.fleet.snapshots, renewMs) ?? noSnapshots;
  const means = useSampled(api.means.all, renewMs);
  return useMemo(
    () => totalsOf(profiles, { snapshots, means }, api.means.spanMs()),
    [api, profiles, snapshots, means],
  );
}
