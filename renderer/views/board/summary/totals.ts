import type { Insight } from '../../../../shared/fleet/insights/insight.ts';
import { balanceOf } from '../../../../shared/fleet/insights/of-group.ts';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { Known } from '../../../fleet/arrangement/order-values.ts';
import { groupOf, type StateGroup } from '../../../fleet/arrangement/state-groups.ts';

/** Sums over some proxies: of means over `spanMs`, and of lifetime counters. Only what is read now counts: an old reading added to a new one is no total. Null where nothing is read. */
export interface Totals {
  readonly count: number;
  readonly states: Readonly<Record<StateGroup, number>>;
  /** How many want a look. */
  readonly trouble: number;
  readonly connections: number | null;
  /** Decimal text: a sum of 64-bit counters. */
  readonly transferredBytes: string | null;
  readonly accesses: string | null;
  readonly bytesPerSecond: number | null;
  readonly accessesPerSecond: number | null;
  /** How evenly the accesses lie on those that are read. */
  readonly balance: Insight;
}

export function totalsOf(
  profiles: readonly ProfileEntry[],
  { snapshots, means }: Pick<Known, 'snapshots' | 'means'>,
  spanMs: number,
): Totals {
  const loads: number[] = [];
  const states = { ready: 0, waiting: 0, 'needs-attention': 0, off: 0 };
  const connections = createSum();
  const bytesPerSecond = createSum();
  const accessesPerSecond = createSum();
  let transferred: bigint | null = null;
  let accesses: bigint | null = null;
  for (const { id } of profiles) {
    const snapshot = snapshots.get(id);
    states[groupOf(snapshot)]++;
    if (snapshot?.state.kind !== 'ready' || snapshot.metrics === null) continue;
    const { metrics } = snapshot;
    const mean = means.get(id);
    connections.add(mean?.connections ?? null);
    bytesPerSecond.add(mean?.bytesPerSecond ?? null);
    accessesPerSecond.add(mean?.accessesPerSecond ?? null);
    if (mean?.accessesPerSecond != null) loads.push((mean.accessesPerSecond * spanMs) / 1000);
    transferred = (transferred ?? 0n) + BigInt(metrics.transferredBytes);
    accesses = (accesses ?? 0n) + BigInt(metrics.accesses);
  }
  return {
    count: profiles.length,
    states,
    trouble: states['needs-attention'],
    connections: connections.value(),
    transferredBytes: transferred?.toString() ?? null,
    accesses: accesses?.toString() ?? null,
    bytesPerSecond: bytesPerSecond.value(),
    accessesPerSecond: accessesPerSecond.value(),
    balance: balanceOf(loads),
  };
}

/** A mean of a count, without parts that mean nothing where it is not small. */
export function wholeOf(mean: number | null): number | null {
  return mean !== null && mean >= 10 ? Math.round(mean) : mean;
}

/** A sum that is null until something was added to it. */
function createSum(): { add(value: number | null): void; value(): number | null } {
  let sum: number | null = null;
  return {
    add(value) {
      if (value !== null) sum = (sum ?? 0) + value;
    },
    value: () => sum,
  };
}
