import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { ProxySnapshot } from '../../../../shared/model/fleet-frame.ts';
import { groupOf, type StateGroup } from '../arrangement/arrange.ts';

/** Sums over the fleet. Only what is read now counts: an old reading added to a new one is no total. Null where nothing is read. */
export interface Totals {
  readonly count: number;
  readonly states: Readonly<Record<StateGroup, number>>;
  readonly connections: number | null;
  /** Decimal text: a sum of 64-bit counters. */
  readonly transferredBytes: string | null;
  readonly accesses: string | null;
  readonly bytesPerSecond: number | null;
  readonly accessesPerSecond: number | null;
}

export function totalsOf(
  profiles: readonly ProfileEntry[],
  snapshots: ReadonlyMap<string, ProxySnapshot>,
): Totals {
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
    const { metrics, rates } = snapshot;
    if (!metrics.implausible) connections.add(Number(metrics.connections));
    transferred = (transferred ?? 0n) + BigInt(metrics.transferredBytes);
    accesses = (accesses ?? 0n) + BigInt(metrics.accesses);
    bytesPerSecond.add(rates.bytesPerSecond);
    accessesPerSecond.add(rates.accessesPerSecond);
  }
  return {
    count: profiles.length,
    states,
    connections: connections.value(),
    transferredBytes: transferred?.toString() ?? null,
    accesses: accesses?.toString() ?? null,
    bytesPerSecond: bytesPerSecond.value(),
    accessesPerSecond: accessesPerSecond.value(),
  };
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
