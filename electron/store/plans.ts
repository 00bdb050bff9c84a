import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import {
  type PlanStep,
  planFactsSchema,
  planSchema,
  planStepSchema,
} from '../../shared/model/plan.ts';
import { storing, transaction } from './database/database-access.ts';

/** As it is kept. */
const keptSchema = z.object({ facts: planFactsSchema, leftOut: planSchema.shape.leftOut });

export interface KeptPlan extends z.infer<typeof keptSchema> {
  readonly steps: readonly PlanStep[];
}

/** Plans, until somebody removes them. Methods throw `storage-full` and `storage-failed`. */
export interface PlanStore {
  add(plan: KeptPlan): void;
  /** Steps by their position, in one transaction. Does nothing for a plan that was removed. */
  putSteps(id: string, steps: ReadonlyMap<number, PlanStep>): void;
  /** Puts a step that waits into this state, and answers whether it waited: of two consoles one does it. */
  claim(id: string, position: number, step: PlanStep): boolean;
  /** Null where the plan was removed. */
  step(id: string, position: number): PlanStep | null;
  remove(id: string): void;
  /** Newest first. What another release wrote and this one cannot read is passed over, and stays. */
  list(): readonly KeptPlan[];
}

export function createPlanStore(database: DatabaseSync): PlanStore {
  const insert = database.prepare('INSERT INTO plan VALUES (?, ?, ?)');
  const addStep = database.prepare('INSERT INTO plan_step VALUES (?, ?, ?)');
  const put = database.prepare('UPDATE plan_step SET step = ? WHERE plan = ? AND position = ?');
  const claim = database.prepare(
    `UPDATE plan_step SET step = ? WHERE plan = ? AND position = ? AND json_extract(step, '$.state') = 'waiting'`,
  );
  const one = database.prepare('SELECT step FROM plan_step WHERE plan = ? AND position = ?');
  const remove = database.prepare('DELETE FROM plan WHERE id = ?');
  const removeSteps = database.prepare('DELETE FROM plan_step WHERE plan = ?');
  const all = database.prepare('SELECT id, facts FROM plan ORDER BY created_at DESC, id');
  const stepsOf = database.prepare('SELECT step FROM plan_step WHERE plan = ? ORDER BY position');
  return {
    add({ steps, ...kept }) {
      transaction(database, () => {
        insert.run(kept.facts.id, Math.round(kept.facts.createdAt), JSON.stringify(kept));
        for (const [position, step] of steps.entries())
          addStep.run(kept.facts.id, position, JSON.stringify(step));
      });
    },
    putSteps(id, steps) {
      transaction(database, () => {
        for (const [position, step] of steps) put.run(JSON.stringify(step), id, position);
      });
    },
    claim: (id, position, step) =>
      transaction(
        database,
        () => Number(claim.run(JSON.stringify(step), id, position).changes) === 1,
      ),
    step: (id, position) =>
      storing(database, () => {
        const row = one.get(id, position);
        return row === undefined ? null : read(planStepSchema, String(row.step));
      }),
    remove(id) {
      transaction(database, () => {
        remove.run(id);
        removeSteps.run(id);
      });
    },
    list: () =>
      storing(database, () =>
        all.all().flatMap(({ id, facts }) => {
          const kept = read(keptSchema, String(facts));
          const steps = stepsOf
            .all(String(id))
            .map(({ step }) => read(planStepSchema, String(step)));
          return kept === null || steps.includes(null)
            ? []
            : [{ ...kept, steps: steps as PlanStep[] }];
        }),
      ),
  };
}

function read<T>(schema: z.ZodType<T>, json: string): T | null {
  try {
    return schema.safeParse(JSON.parse(json)).data ?? null;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}
