import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import {
  type PlanStep,
  planFactsSchema,
  planSchema,
  planStepSchema,
} from '../../shared/model/plan.ts';
import type { PlanDeed } from '../../shared/model/plan-deed.ts';
import { thisWriter } from '../base/writer.ts';
import { storing, transaction } from './database/database-access.ts';
import { readJson } from './database/read-json.ts';
import { createPlanDeeds, type PlanDeeds, type StoredDeed } from './plan-deeds.ts';

/** As it is kept; plans of releases before have no scope. */
const keptSchema = z.object({
  facts: planFactsSchema.extend({
    scope: planFactsSchema.shape.scope.default({ kind: 'selection' }),
  }),
  leftOut: planSchema.shape.leftOut,
});

/** A step as it lies there: `revision` becomes another with each write, `writer` is the process that has it under way. */
export interface StoredStep {
  readonly step: PlanStep;
  readonly revision: number;
  readonly writer: string | null;
}

export interface NewPlan extends z.infer<typeof keptSchema> {
  readonly steps: readonly PlanStep[];
  /** What was done with it before, where it comes back. */
  readonly deeds?: readonly PlanDeed[];
}

export interface KeptPlan extends z.infer<typeof keptSchema> {
  readonly steps: readonly StoredStep[];
  readonly deeds: readonly StoredDeed[];
}

/** What is to be written, and the revision that it is made from. */
export type StepWrite = Pick<StoredStep, 'step' | 'revision'>;

/** A step after a write; `written`: by that, so that nobody else had written it meanwhile. */
export type WrittenStep = StoredStep & { readonly written: boolean };

/**
 * Plans, until somebody removes them, of all processes on this data directory: a step is written only where nobody else wrote it meanwhile. Methods
 * throw `storage-full` and `storage-failed`.
 */
export interface PlanStore {
  /** The name of this process. */
  readonly writer: string;
  readonly deeds: PlanDeeds;
  add(plan: NewPlan): KeptPlan;
  /** Steps by their position, in one transaction. Answers each as it is now, whoever wrote it; without those of a plan that was removed. */
  put(id: string, steps: ReadonlyMap<number, StepWrite>): ReadonlyMap<number, WrittenStep>;
  /** Every step that was written after this revision, and the newest one. */
  since(revision: number): {
    readonly revision: number;
    readonly steps: readonly (StoredStep & { readonly plan: string; readonly position: number })[];
  };
  remove(id: string): void;
  ids(): readonly string[];
  /** Null where it was removed, or is what another release wrote and this one cannot read. */
  get(id: string): KeptPlan | null;
}

export function createPlanStore(database: DatabaseSync, writer = thisWriter): PlanStore {
  const insert = database.prepare('INSERT INTO plan (id, created_at, facts) VALUES (?, ?, ?)');
  const next = database.prepare('UPDATE plan_revision SET last = last + 1 RETURNING last');
  const last = database.prepare('SELECT last FROM plan_revision');
  const addStep = database.prepare(
    'INSERT INTO plan_step (plan, position, step, revision) VALUES (?, ?, ?, ?)',
  );
  const put = database.prepare(
    'UPDATE plan_step SET step = ?, writer = ?, revision = ? WHERE plan = ? AND position = ? AND revision = ?',
  );
  const columns = 'plan, position, step, writer, revision';
  const one = database.prepare(`SELECT ${columns} FROM plan_step WHERE plan = ? AND position = ?`);
  const since = database.prepare(`SELECT ${columns} FROM plan_step WHERE revision > ?`);
  const stepsOf = database.prepare(
    `SELECT ${columns} FROM plan_step WHERE plan = ? ORDER BY position`,
  );
  const removeDeeds = database.prepare('DELETE FROM plan_deed WHERE plan = ?');
  const deeds = createPlanDeeds(database);
  const remove = database.prepare('DELETE FROM plan WHERE id = ?');
  const removeSteps = database.prepare('DELETE FROM plan_step WHERE plan = ?');
  const removeWork = database.prepare('DELETE FROM plan_work WHERE plan = ?');
  const all = database.prepare('SELECT id FROM plan ORDER BY created_at DESC, id');
  const plan = database.prepare('SELECT facts FROM plan WHERE id = ?');
  const newRevision = (): number => Number(next.get()?.last);

  return {
    writer,
    deeds,
    add: ({ steps, deeds: before = [], ...kept }) =>
      transaction(database, () => {
        const revision = newRevision();
        const { id, createdAt } = kept.facts;
        insert.run(id, Math.round(createdAt), JSON.stringify(kept));
        for (const [position, step] of steps.entries())
          addStep.run(id, position, JSON.stringify(step), revision);
        return {
          ...kept,
          steps: steps.map((step) => ({ step, revision, writer: null })),
          deeds: before.map((deed) => deeds.add(id, deed)),
        };
      }),
    put: (id, steps) =>
      transaction(database, () => {
        const written = newRevision();
        const now = new Map<number, WrittenStep>();
        for (const [position, { step, revision }] of steps) {
          const by = step.state === 'running' ? writer : null;
          const json = JSON.stringify(step);
          const mine = put.run(json, by, written, id, position, revision).changes > 0;
          const row = one.get(id, position);
          const stored = row && toStored(row);
          if (stored) now.set(position, { ...stored, written: mine });
        }
        return now;
      }),
    since: (revision) =>
      storing(database, () => ({
        // Read first: what is written meanwhile is read once more at the next look.
        revision: Number(last.get()?.last),
        steps: since.all(revision).flatMap((row) => {
          const stored = toStored(row);
          return stored === null
            ? []
            : [{ ...stored, plan: String(row.plan), position: Number(row.position) }];
        }),
      })),
    remove(id) {
      transaction(database, () => {
        remove.run(id);
        removeSteps.run(id);
        removeDeeds.run(id);
        removeWork.run(id);
      });
    },
    ids: () => storing(database, () => all.all().map(({ id }) => String(id))),
    get: (id) =>
      storing(database, () => {
        const row = plan.get(id);
        const kept = row === undefined ? null : readJson(keptSchema, String(row.facts));
        const steps = stepsOf.all(id).map(toStored);
        if (kept === null || steps.includes(null)) return null;
        return { ...kept, steps: steps as StoredStep[], deeds: deeds.of(id) };
      }),
  };
}

function toStored(row: Record<string, unknown>): StoredStep | null {
  const step = readJson(planStepSchema, String(row.step));
  if (step === null) return null;
  const writer = row.writer === null ? null : String(row.writer);
  return { step, revision: Number(row.revision), writer };
}
