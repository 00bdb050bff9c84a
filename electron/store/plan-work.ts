import type { DatabaseSync } from 'node:sqlite';
import type { Busy } from '../../shared/model/plan.ts';
import { isGone, thisWriter } from '../base/writer.ts';
import { storing, writing } from './database/database-access.ts';

/** Who is at which plan, over all processes on this data directory. Methods throw `storage-full` and `storage-failed`. */
export interface PlanWork {
  begin(plan: string, busy: Busy): void;
  end(plan: string): void;
  /** Asks every process that is at it to begin no further step. */
  askToStop(plan: string): void;
  /** Whether this process was asked to. */
  isAskedToStop(plan: string): boolean;
  /** What other processes do, by plan; without those that are no more. */
  elsewhere(): ReadonlyMap<string, Busy>;
}

export function createPlanWork(database: DatabaseSync, writer = thisWriter): PlanWork {
  const begin = database.prepare(
    'INSERT OR REPLACE INTO plan_work (plan, writer, busy) VALUES (?, ?, ?)',
  );
  const end = database.prepare('DELETE FROM plan_work WHERE plan = ? AND writer = ?');
  const stop = database.prepare('UPDATE plan_work SET stop = 1 WHERE plan = ?');
  const stopped = database.prepare(
    'SELECT 1 FROM plan_work WHERE plan = ? AND writer = ? AND stop = 1',
  );
  const others = database.prepare('SELECT plan, writer, busy FROM plan_work WHERE writer <> ?');
  const run = (task: () => unknown): void => void writing(database, task);
  return {
    begin: (plan, busy) => run(() => begin.run(plan, writer, busy)),
    end: (plan) => run(() => end.run(plan, writer)),
    askToStop: (plan) => run(() => stop.run(plan)),
    isAskedToStop: (plan) => storing(database, () => stopped.get(plan, writer) !== undefined),
    elsewhere: () =>
      storing(database, () => {
        const busy = new Map<string, Busy>();
        for (const row of others.all(writer)) {
          const [plan, by] = [String(row.plan), String(row.writer)];
          if (isGone(by)) end.run(plan, by);
          else if (busy.get(plan) !== 'applying')
            busy.set(plan, row.busy === 'applying' ? 'applying' : 'reading');
        }
        return busy;
      }),
  };
}
