import { z } from 'zod';
import { canaryDecisionSchema, canaryOptionsSchema, canarySchema } from '../../model/canary.ts';
import {
  applyKinds,
  decisions,
  mostTargets,
  planNameSchema,
  plannedSchema,
  planSchema,
  planScopeSchema,
  planStepSchema,
  planSummarySchema,
} from '../../model/plan.ts';
import { concurrencyRange } from '../../model/plan-concurrency.ts';
import { profileIdSchema } from '../../model/profile.ts';
import { boundedText } from '../../model/text.ts';

const nothing = z.object({});
const one = z.object({ id: z.uuid() });
const done = z.null();
/** So many targets at a time. */
const concurrency = z.int().min(concurrencyRange.min).max(concurrencyRange.max).optional();

/** The calls of the contract about changes of many proxies. */
export const planCalls = {
  /** Newest first. */
  'plans.list': {
    role: 'view',
    byWindow: true,
    input: nothing,
    output: z.array(planSummarySchema),
  },
  'plans.get': { role: 'view', byWindow: true, input: one, output: planSchema },
  /**
   * A plan for these profiles, each once, which `scope` says what they were chosen by; what is in force on each is read at once, and told by
   * `plans.steps`.
   */
  'plans.create': {
    role: 'operate',
    input: z.object({
      name: planNameSchema,
      planned: plannedSchema,
      ids: z.array(profileIdSchema).min(1).max(mostTargets),
      scope: planScopeSchema,
    }),
    output: planSchema,
  },
  /**
   * Reads again what is in force on each target that is not over. What is found is what the plan has seen from now on, and waits to be changed, also
   * where it failed before; a conflict stays one until it is decided.
   */
  'plans.read': { role: 'operate', input: one, output: done },
  /**
   * Does what waits, or what `kind` says, so many at a time, until it is done or stopped; `plans.steps` tells of each. Throws `confirmation-needed`
   * where production proxies are among it and their approval was not typed.
   */
  'plans.apply': {
    role: 'operate',
    input: one.extend({
      approval: boundedText(400).optional(),
      concurrency,
      kind: z.enum(applyKinds).optional(),
    }),
    output: done,
  },
  /** Leaves the values that were found in a conflict, or takes them as seen: of these profiles, or of all that are in conflict. */
  'plans.decide': {
    role: 'operate',
    input: one.extend({
      decision: z.enum(decisions),
      profileIds: z.array(profileIdSchema).max(mostTargets).nullable(),
    }),
    output: done,
  },
  /**
   * Applies it in two stages: first the canaries, which `plans.canary` tells of. Throws `confirmation-needed`: one approval covers both stages, and
   * taking the canaries back.
   */
  'plans.startCanary': {
    role: 'operate',
    input: one.extend({
      options: canaryOptionsSchema,
      approval: boundedText(400).optional(),
      concurrency,
    }),
    output: canarySchema,
  },
  /** Of its last canary; null where it had none. */
  'plans.getCanary': { role: 'view', byWindow: true, input: one, output: canarySchema.nullable() },
  /** Decides before the verdict, or where that needs a decision. */
  'plans.decideCanary': {
    role: 'operate',
    input: one.extend({ decision: canaryDecisionSchema }),
    output: done,
  },
  /** What is under way is ended in order; nothing more is begun, by any process, or by this one alone. Answers when that is so here. */
  'plans.stop': {
    role: 'operate',
    input: one.extend({ where: z.enum(['here', 'everywhere']).optional() }),
    output: done,
  },
  /** A plan that takes back what this one changed, where what was there before is known. */
  'plans.undo': {
    role: 'operate',
    input: one.extend({ name: planNameSchema.optional() }),
    output: planSchema,
  },
  /** Forgets the plan; what it changed stays changed, and in the audit log. */
  'plans.remove': { role: 'operate', input: one, output: done },
  /** Puts back, as it was, one of the last that were removed since the app was started. */
  'plans.restore': { role: 'operate', input: one, output: done },
} as const;

export const planTopics = {
  'plans.changed': {
    role: 'view',
    params: nothing,
    value: z.object({ changed: z.array(planSummarySchema), removed: z.array(z.uuid()) }),
  },
  /** The canary of one plan, once a second while it is under way. */
  'plans.canary': { role: 'view', params: one, value: canarySchema },
  /** Steps of one plan that are different now. */
  'plans.steps': {
    role: 'view',
    params: one,
    value: z.object({ summary: planSummarySchema, steps: z.array(planStepSchema) }),
  },
} as const;
