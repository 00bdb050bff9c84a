import type { DatabaseSync } from 'node:sqlite';
import { storing, transaction } from './database/database-access.ts';

/** Tells what other processes wrote of alerts from what this one did, by one number that each write makes another. Throws as `storing`. */
export interface AlertRevision {
  /** Runs what writes, as a whole; within another such task it is a part of that. */
  write<T>(task: () => T): T;
  /** Runs a task where others wrote since it ran last, and again at the next call where it throws. */
  ifWrittenElsewhere(task: () => void): void;
}

export function createAlertRevision(database: DatabaseSync): AlertRevision {
  const next = database.prepare('UPDATE alert_revision SET last = last + 1 RETURNING last');
  const last = database.prepare('SELECT last FROM alert_revision');
  const read = (): number => storing(database, () => Number(last.get()?.last));
  let seen: number | null = null;
  let isWriting = false;
  return {
    write(task) {
      if (isWriting) return task();
      isWriting = true;
      try {
        const { value, now } = transaction(database, () => ({
          value: task(),
          now: Number(next.get()?.last),
        }));
        // Of one more in between, which was another's, nothing was seen yet.
        if (seen !== null && now === seen + 1) seen = now;
        return value;
      } finally {
        isWriting = false;
      }
    },
    ifWrittenElsewhere(task) {
      const now = read();
      if (now === seen) return;
      const before = seen;
      seen = now;
      try {
        task();
      } catch (error) {
        seen = before;
        throw error;
      }
    },
  };
}
