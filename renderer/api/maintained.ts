import { useEffect, useReducer } from 'react';
import { scopeTest } from '../../shared/fleet/alerts/scope.ts';
import type { ProfileEntry } from '../../shared/ipc/contract.ts';
import type { Maintenance } from '../../shared/model/alert-rule.ts';
import type { Classes } from '../../shared/model/environment-class.ts';
import { useMaintenance } from './alerts.ts';
import { useClasses } from './classes.ts';
import { useApi } from './context.ts';
import { useProfiles } from './profiles.ts';

type ById = ReadonlyMap<string, readonly Maintenance[]>;

interface Known {
  readonly profiles: readonly ProfileEntry[];
  readonly classes: Classes;
  readonly byId: ById;
}

/** Found out once for all who ask, of thousands of proxies. */
const known = new WeakMap<readonly Maintenance[], Known>();
const nobody: readonly Maintenance[] = [];
/** A timer that is set for longer fires at once; and a clock may be set. */
const longestMs = 60_000;

function byIdOf(
  entries: readonly Maintenance[],
  profiles: readonly ProfileEntry[],
  classes: Classes,
): ById {
  const before = known.get(entries);
  if (before?.profiles === profiles && before.classes === classes) return before.byId;
  const byId = new Map<string, Maintenance[]>();
  for (const entry of entries)
    for (const { id } of profiles.filter(scopeTest(entry.scope, classes))) {
      const list = byId.get(id) ?? [];
      list.push(entry);
      byId.set(id, list);
    }
  known.set(entries, { profiles, classes, byId });
  return byId;
}

/** The maintenance in which a proxy is now, that which ends last; null where it is in none. Read again when one begins or ends. */
export function useMaintained(id: string): Maintenance | null {
  const { fleet } = useApi();
  const entries = useMaintenance().value;
  const profiles = useProfiles().value;
  const classes = useClasses();
  const [, tick] = useReducer((count: number) => count + 1, 0);
  const mine =
    entries === null || entries.length === 0 || profiles === null
      ? nobody
      : (byIdOf(entries, profiles, classes).get(id) ?? nobody);
  const now = fleet.now();
  const edges = mine.flatMap(({ from, to }) => [from, to]).filter((at) => at > now);
  const next = edges.length === 0 ? null : Math.min(...edges);
  useEffect(() => {
    if (next === null) return;
    const timer = setInterval(tick, Math.min(Math.max(next - fleet.now(), 100), longestMs));
    return () => clearInterval(timer);
  }, [next, fleet]);
  const here = mine.filter(({ from, to }) => from <= now && now < to);
  return here.toSorted((a, b) => b.to - a.to)[0] ?? null;
}
