import type { DropReason } from '../../../../shared/model/diagnostics.ts';

/** Datagrams since the start: all that came, and those dropped, by reason. */
export interface DatagramCounts {
  received: number;
  readonly dropped: Partial<Record<DropReason, number>>;
}

export function newCounts(): DatagramCounts {
  return { received: 0, dropped: {} };
}

export function countDrop(counts: DatagramCounts, reason: DropReason): void {
  counts.dropped[reason] = (counts.dropped[reason] ?? 0) + 1;
}
