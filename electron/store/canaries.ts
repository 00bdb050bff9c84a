import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { canaryDecisionSchema, canarySchema } from '../../shared/model/canary.ts';
import { authorSchema } from '../../shared/model/change.ts';
import { epochMs } from '../../shared/model/time.ts';
import { storing, transaction, writing } from './database/database-access.ts';
import { readJson } from './database/read-json.ts';

const keptSchema = z.object({
  canary: canarySchema,
  /** Guarded proxies may be changed, and changed back: it was approved for both. */
  approved: z.boolean(),
  /** On whose word its changes are made: who began it, or has decided what becomes of it since. Null in those of releases that did not keep it. */
  by: authorSchema.nullable().default(null),
  concurrency: z.int(),
  /** Somebody watched it last then, epoch milliseconds. */
  watchedAt: epochMs,
});

const decidedSchema = z.object({ decision: canaryDecisionSchema, by: authorSchema });

/** A decision, and whose it is. */
export type Decided = z.infer<typeof decidedSchema>;

/** A canary as it is kept, beside its plan. */
export type KeptCanary = z.infer<typeof keptSchema>;

/** With the plan that it is of, and the process that watches it. */
export interface FoundCanary extends KeptCanary {
  readonly plan: string;
  readonly writer: string;
}

/** Canaries of plans. Methods throw `storage-full` and `storage-failed`. */
export interface CanaryStore {
  /** In the place of an earlier one of the plan. */
  add(plan: string, kept: KeptCanary, writer: string): void;
  /** Writes how far it is, and answers whether this process still is the one that watches it. */
  put(plan: string, kept: KeptCanary, writer: string): boolean;
  /** Of two processes that take one over from a third, which is no more, one does. */
  takeOver(plan: string, from: string, writer: string): boolean;
  /** What this release cannot read is as if it were not there, and stays. */
  get(plan: string): FoundCanary | null;
  /** Those that are not over. */
  underWay(): readonly FoundCanary[];
  decide(plan: string, decided: Decided): void;
  /** What somebody decided since this was asked last. */
  takeDecision(plan: string): Decided | null;
  remove(plan: string): void;
}

export function createCanaryStore(database: DatabaseSync): CanaryStore {
  const insert = database.prepare(
    'INSERT OR REPLACE INTO canary (plan, over, writer, state, decision) VALUES (?, ?, ?, ?, NULL)',
  );
  const update = database.prepare(
    'UPDATE canary SET over = ?, state = ? WHERE plan = ? AND writer = ?',
  );
  const take = database.prepare('UPDATE canary SET writer = ? WHERE plan = ? AND writer = ?');
  const one = database.prepare('SELECT plan, writer, state FROM canary WHERE plan = ?');
  const open = database.prepare('SELECT plan, writer, state FROM canary WHERE over = 0');
  const decide = database.prepare('UPDATE canary SET decision = ? WHERE plan = ? AND over = 0');
  const decision = database.prepare(
    'SELECT decision FROM canary WHERE plan = ? AND decision IS NOT NULL',
  );
  const forget = database.prepare('UPDATE canary SET decision = NULL WHERE plan = ?');
  const remove = database.prepare('DELETE FROM canary WHERE plan = ?');
  const isOver = ({ canary }: KeptCanary): number => (canary.phase === 'over' ? 1 : 0);
  return {
    add(plan, kept, writer) {
      writing(database, () => insert.run(plan, isOver(kept), writer, JSON.stringify(kept)));
    },
    put: (plan, kept, writer) =>
      writing(
        database,
        () => Number(update.run(isOver(kept), JSON.stringify(kept), plan, writer).changes) === 1,
      ),
    takeOver: (plan, from, writer) =>
      writing(database, () => Number(take.run(writer, plan, from).changes) === 1),
    get: (plan) => storing(database, () => found(one.get(plan))[0] ?? null),
    underWay: () => storing(database, () => open.all().flatMap(found)),
    decide(plan, what) {
      writing(database, () => decide.run(JSON.stringify(what), plan));
    },
    takeDecision: (plan) => {
      // Asked for every second: nothing is written where there is none.
      const row = storing(database, () => decision.get(plan));
      if (row === undefined) return null;
      return transaction(database, () => {
        const now = decision.get(plan);
        forget.run(plan);
        return now === undefined ? null : readJson(decidedSchema, String(now.decision));
      });
    },
    remove(plan) {
      writing(database, () => remove.run(plan));
    },
  };
}

function found(row: Readonly<Record<string, unknown>> | undefined): readonly FoundCanary[] {
  const kept = row === undefined ? null : readJson(keptSchema, String(row.state));
  return kept === null ? [] : [{ ...kept, plan: String(row?.plan), writer: String(row?.writer) }];
}
