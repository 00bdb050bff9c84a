import { dropReasons } from '../../../shared/model/diagnostics.ts';
import type { EventDetail } from '../../../shared/model/event.ts';
import type { Clock } from '../../base/clock.ts';
import type { DatagramCounts } from '../../transport/udp/guard/drop-counts.ts';

/** One event tells of what is dropped in so long; somebody may send what is dropped without end. */
export const dropsToldEveryMs = 3_600_000;

/** Tells what the guard of one association dropped since it was told last. */
export interface DropWatch {
  /** To be called now and then while there is a session. */
  look(): void;
  /** The session ends: tells the rest. */
  end(): void;
}

/** `datagrams` answers the counts of the association, null where nobody counts. */
export function watchDrops(
  clock: Clock,
  datagrams: () => DatagramCounts | null,
  onDropped: (detail: EventDetail<'datagrams-dropped'>) => void,
): DropWatch {
  let told: DatagramCounts = { received: 0, dropped: {} };
  let since = clock.wall();
  let nextAt = Number.NEGATIVE_INFINITY;
  const tell = (): void => {
    const counts = datagrams();
    // With every reading, of which nearly none finds anything.
    if (counts === null || !hasMore(counts.dropped, told.dropped)) return;
    const reasons = dropReasons.flatMap((reason) => {
      const count = (counts.dropped[reason] ?? 0) - (told.dropped[reason] ?? 0);
      return count > 0 ? [{ reason, count }] : [];
    });
    const count = reasons.reduce((sum, each) => sum + each.count, 0);
    onDropped({ count, received: counts.received - told.received, since, reasons });
    told = { received: counts.received, dropped: { ...counts.dropped } };
    since = clock.wall();
    nextAt = clock.now() + dropsToldEveryMs;
  };
  return {
    look() {
      if (clock.now() >= nextAt) tell();
    },
    end: tell,
  };
}

function hasMore(now: DatagramCounts['dropped'], before: DatagramCounts['dropped']): boolean {
  for (const reason of dropReasons) if ((now[reason] ?? 0) > (before[reason] ?? 0)) return true;
  return false;
}
