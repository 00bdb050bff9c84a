import type { DatabaseSync } from 'node:sqlite';
import { mostDeeds, type PlanDeed, planDeedSchema } from '../../shared/model/plan-deed.ts';
import { storing, writing } from './database/database-access.ts';
import { readJson } from './database/read-json.ts';

/** A deed as it lies there; numbers rise over all plans. */
export interface StoredDeed {
  readonly seq: number;
  readonly deed: PlanDeed;
}

/** What was done with plans as a whole, by all processes on this data directory. Methods throw `storage-full` and `storage-failed`. */
export interface PlanDeeds {
  add(plan: string, deed: PlanDeed): StoredDeed;
  /** The last of one plan, in the order of time, without what another release wrote and this one cannot read. */
  of(plan: string): readonly StoredDeed[];
  /** All that were written after this one, and the number of the newest. */
  since(seq: number): {
    readonly seq: number;
    readonly deeds: readonly (StoredDeed & { readonly plan: string })[];
  };
}

export function createPlanDeeds(database: DatabaseSync): PlanDeeds {
  const insert = database.prepare('INSERT INTO plan_deed (plan, deed) VALUES (?, ?)');
  const of = database.prepare(
    'SELECT seq, deed FROM plan_deed WHERE plan = ? ORDER BY seq DESC LIMIT ?',
  );
  const since = database.prepare(
    'SELECT seq, plan, deed FROM plan_deed WHERE seq > ? ORDER BY seq',
  );
  const newest = database.prepare('SELECT coalesce(max(seq), 0) AS seq FROM plan_deed');
  return {
    add: (plan, deed) =>
      writing(database, () => ({
        seq: Number(insert.run(plan, JSON.stringify(deed)).lastInsertRowid),
        deed,
      })),
    of: (plan) => storing(database, () => of.all(plan, mostDeeds).flatMap(toStored).reverse()),
    since: (seq) =>
      storing(database, () => ({
        // Read first: what is written meanwhile is read once more at the next look.
        seq: Number(newest.get()?.seq),
        deeds: since
          .all(seq)
          .flatMap((row) => toStored(row).map((stored) => ({ ...stored, plan: String(row.plan) }))),
      })),
  };
}

function toStored(row: Record<string, unknown>): readonly StoredDeed[] {
  const deed = readJson(planDeedSchema, String(row.deed));
  return deed === null ? [] : [{ seq: Number(row.seq), deed }];
}
