import { z } from 'zod';
import { errorValue } from '../facts/errors.ts';
import { bufferSizeRange, maxArgumentLength } from '../spcp/request.ts';
import { isSameName } from './name.ts';
import { folderSchema, nameSchema } from './name-schemas.ts';
import { planDeedSchema } from './plan-deed.ts';
import { argumentSchema, profileIdSchema, profileNameSchema } from './profile.ts';
import { boundedText } from './text.ts';
import { epochMs } from './time.ts';

/** So many proxies in one plan. */
export const mostTargets = 2000;
/** Characters of the search that a plan is made for. */
export const longestSearch = 1000;

/** What is wanted of every target. */
export const plannedSchema = z.discriminatedUnion('setting', [
  z.object({ setting: z.literal('transformation'), next: argumentSchema.nullable() }),
  z.object({
    setting: z.literal('bufferSize'),
    bytes: z.int().min(bufferSizeRange.min).max(bufferSizeRange.max),
  }),
]);
export type Planned = z.infer<typeof plannedSchema>;

/**
 * `waiting`: still to be done. `right`: it has what is wanted. `running`: under way. `done`: changed, and read back where SPCP can. `conflict`:
 * another value is in force than the one that was read for the plan, and nothing was written; it waits for a decision. `left`: it was decided to
 * leave that value. `failed`: refused, or read back as something else.
 * `unreachable`: there is no session. `unknown`: sent, and nobody knows what it came to; it is found out when the proxy can be asked. `gone`: the
 * profile was removed. `reverted`: it was changed as a canary, and is as it was before again.
 */
export const stepStates = [
  'waiting',
  'right',
  'running',
  'done',
  'conflict',
  'left',
  'failed',
  'unreachable',
  'unknown',
  'gone',
  'reverted',
] as const;
export type StepState = (typeof stepStates)[number];

/** A value of a setting when it was looked at. SPCP cannot read a buffer size: then it is what was last set from here, null where nothing was. */
const seenSchema = z.object({
  value: boundedText(maxArgumentLength).nullable(),
  /** Epoch milliseconds. */
  at: epochMs,
});

/** One target of a plan. */
export const planStepSchema = z.object({
  profileId: profileIdSchema,
  profileName: profileNameSchema,
  /** Its class asks for something before a change, as production does, so that the plan has to be approved by name. */
  guarded: z.boolean(),
  planned: plannedSchema,
  /** Null where it was not read yet. */
  seen: seenSchema.nullable(),
  /** Names the proxy that its profile led to when it was read; not there before, and in plans of releases that did not keep it. */
  place: z.uuid().optional(),
  state: z.enum(stepStates),
  /** The entry of the audit log that it takes back. */
  undoes: z.int().nullable(),
  /** Its entry in the audit log. */
  auditId: z.int().nullable(),
  /** Why it is not done, or could not be looked at. */
  error: errorValue.nullable(),
});
export type PlanStep = z.infer<typeof planStepSchema>;

export const planNameSchema = nameSchema;

/** What the targets of a plan were chosen by when it was made; what fits later is none of them. */
export const planScopeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('selection') }),
  /** With all beneath it. */
  z.object({ kind: z.literal('folder'), folder: folderSchema }),
  z.object({ kind: z.literal('tag'), tag: boundedText(400) }),
  /** In the language of the profile list. */
  z.object({ kind: z.literal('search'), search: boundedText(longestSearch) }),
]);
export type PlanScope = z.infer<typeof planScopeSchema>;

/** What of a plan stays the same. */
export const planFactsSchema = z.object({
  id: z.uuid(),
  name: planNameSchema,
  /** Epoch milliseconds. */
  createdAt: epochMs,
  /** The operating system's user name of whoever made it. */
  actor: z.string(),
  setting: z.enum(['transformation', 'bufferSize']),
  /** The plan that this one takes back. */
  undoes: z.uuid().nullable(),
  scope: planScopeSchema,
});
export type PlanFacts = z.infer<typeof planFactsSchema>;

/** What is done with a plan at a moment. `holding`: a canary is under way, and nothing is sent just now. */
export const busyKinds = ['reading', 'applying', 'holding', 'no'] as const;
export type Busy = (typeof busyKinds)[number];

/** A plan without its steps. */
export const planSummarySchema = planFactsSchema.extend({
  /** Steps are being read, or applied, or neither: by this process. */
  busy: z.enum(busyKinds),
  /** The same by another process on the same data directory. */
  elsewhere: z.enum(busyKinds),
  /** Its canary waits for a decision. */
  asks: z.boolean(),
  /** Steps by state. */
  counts: z.record(z.enum(stepStates), z.int()),
  /** Guarded proxies among those that still are to be changed. */
  guarded: z.int(),
  /** Who applied, approved or stopped it, and when it ended: the last, in the order of time. */
  deeds: z.array(planDeedSchema),
});
export type PlanSummary = z.infer<typeof planSummarySchema>;

export const planSchema = planSummarySchema.extend({
  steps: z.array(planStepSchema),
  /** What the plan cannot do, and why: told before, not after. */
  leftOut: z.array(z.object({ profileName: profileNameSchema, error: errorValue })),
});
export type Plan = z.infer<typeof planSchema>;

/** What has to be typed before proxies of such classes are changed: the plan's name and the number of its targets. */
export function approvalOf({ name, counts }: Pick<PlanSummary, 'name' | 'counts'>): string {
  return `${name} ${Object.values(counts).reduce((sum, count) => sum + count, 0)}`;
}

/** Whether that was typed, as people read it. */
export function isApproved(plan: Pick<PlanSummary, 'name' | 'counts'>, typed: string): boolean {
  return isSameName(typed, approvalOf(plan));
}

/** What a step wants, as the audit log says it. */
export function wantedOf(planned: Planned): string | null {
  return planned.setting === 'transformation' ? planned.next : String(planned.bytes);
}

/** Nothing more is to be done of it. */
export function isOver({ state }: Pick<PlanStep, 'state'>): boolean {
  return state === 'right' || state === 'done' || state === 'gone' || state === 'left';
}

/** What to do about a conflict: leave the value that is in force, or take it as seen, so that the step waits again. */
export const decisions = ['leave', 'take'] as const;
export type Decision = (typeof decisions)[number];

/**
 * What is done when a plan is applied: `waiting` steps; or those that were tried and can be tried again (`failed`, `unreachable`, `unknown`); or
 * both, which is going on. A conflict is none of them.
 */
export const applyKinds = ['waiting', 'failed', 'both'] as const;
export type ApplyKind = (typeof applyKinds)[number];

/** Whether a step is among what is done. */
export function isAmong(kind: ApplyKind, { state }: Pick<PlanStep, 'state'>): boolean {
  if (state === 'waiting') return kind !== 'failed';
  return kind !== 'waiting' && isRetried(state);
}

/** It was tried, and can be again without a decision. */
export function isRetried(state: StepState): boolean {
  return state === 'failed' || state === 'unreachable' || state === 'unknown';
}

/** What was found in force in place of what the plan had seen; undefined where it is no conflict. */
export function foundOf({ error }: Pick<PlanStep, 'error'>): string | null | undefined {
  if (error?.code !== 'not-as-expected' || error.detail.case !== 'seen') return undefined;
  return error.detail.found;
}
