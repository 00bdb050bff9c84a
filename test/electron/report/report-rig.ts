import { onTestFinished } from 'vitest';
import { toEnd } from '../../../electron/base/steps.ts';
import { makeReport, type ReportParts } from '../../../electron/report/make-report.ts';
import { createAlertStore } from '../../../electron/store/alerts.ts';
import { openDatabase } from '../../../electron/store/database/database.ts';
import { createHistory } from '../../../electron/store/history/history.ts';
import { createAuditLog } from '../../../electron/store/logs/audit.ts';
import { createEventLog } from '../../../electron/store/logs/events.ts';
import {
  alertReadsOf,
  auditReadsOf,
  eventsOf,
  historyOf,
} from '../../../electron/store/thread/asked.ts';
import { storeHere } from '../../../electron/store/thread/store-here.ts';
import type { ErrorCode } from '../../../shared/errors.ts';
import type { NewEvent } from '../../../shared/model/event.ts';
import type { ReportWanted } from '../../../shared/model/report.ts';
import { madrid } from '../store/audit-entry.ts';
import { noon, sample } from '../store/samples.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';

export const second = 1000;
export const minute = 60_000;
export const hour = 60 * minute;

export const profileOf = (id: string, name: string, folder = 'Spain') => ({ id, name, folder });

/** A data directory of its own, and what makes reports of it at this time. */
export function setUp(now = noon + 3 * hour) {
  const directory = temporaryDirectory();
  const { database, close } = openDatabase(directory);
  onTestFinished(close);
  const history = createHistory(database);
  const store = storeHere({ database, onFault: () => {} });
  let profiles: ReturnType<ReportParts['profiles']> = [profileOf(madrid, 'Madrid')];
  const parts: ReportParts = {
    history: historyOf(store),
    events: eventsOf(store),
    audit: auditReadsOf(store),
    alerts: alertReadsOf(store),
    profiles: () => profiles,
    clock: { wall: () => now },
  };
  return {
    directory,
    database,
    parts,
    history,
    events: createEventLog(database),
    audit: createAuditLog(database),
    alerts: createAlertStore(database),
    setProfiles(next: typeof profiles) {
      profiles = next;
    },
    /** A console runs from one time to the other. */
    run(from: number, to: number) {
      for (let at = from; at <= to; at += minute) toEnd(history.maintain(at));
    },
    report: (wanted: Partial<ReportWanted> = {}, signal = new AbortController().signal) =>
      makeReport(
        parts,
        {
          scope: { kind: 'all' },
          ids: profiles.map(({ id }) => id),
          from: noon,
          to: noon + hour,
          ...wanted,
        },
        signal,
        () => {},
      ),
  };
}

/** A reading each second, the last at `to`, of counters that rise by 100 bytes and one access each. */
export function counting(from: number, to: number, profileId = madrid) {
  return Array.from({ length: (to - from) / second + 1 }, (_, index) =>
    sample(from + index * second, {
      profileId,
      transferredBytes: 100n * BigInt(index),
      accesses: BigInt(index),
      ...(index === 0 && { bytesPerSecond: null, accessesPerSecond: null }),
    }),
  );
}

export function lostAt(at: number, code: ErrorCode = 'association-lost'): NewEvent {
  return { at, profileId: madrid, profileName: 'Madrid', kind: 'disconnected', detail: { code } };
}

export function connectedAt(at: number, unreachableSince: number | null = null): NewEvent {
  const detail = { transport: 'udp', description: '', unreachableSince } as const;
  return { at, profileId: madrid, profileName: 'Madrid', kind: 'connected', detail };
}
