import { z } from 'zod';
import { profileIdSchema, profileNameSchema } from './profile.ts';
import { epochMs } from './time.ts';

/** A hold is at least so long, and so many polls. */
export const holdRange = {
  ms: { min: 5000, max: 24 * 3_600_000, usual: 5 * 60_000 },
  polls: { min: 5, max: 10_000, usual: 60 },
} as const;
export const sharePercent = { min: 1, max: 90 } as const;
export const mostCanaries = 200;

/** Who is changed first: one that is named, or that the console chooses; so many; or so many of a hundred, at least one. */
export const canaryShareSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('one'), id: profileIdSchema.nullable() }),
  z.object({ kind: z.literal('number'), count: z.int().min(1).max(mostCanaries) }),
  z.object({
    kind: z.literal('percent'),
    percent: z.number().min(sharePercent.min).max(sharePercent.max),
  }),
]);
export type CanaryShare = z.infer<typeof canaryShareSchema>;

/** How long the rest waits for what becomes of the canaries: a time, or readings of each of them. */
export const holdSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('time'),
    ms: z.number().min(holdRange.ms.min).max(holdRange.ms.max),
  }),
  z.object({
    kind: z.literal('polls'),
    count: z.int().min(holdRange.polls.min).max(holdRange.polls.max),
  }),
]);
export type Hold = z.infer<typeof holdSchema>;

export const canaryOptionsSchema = z.object({
  share: canaryShareSchema,
  hold: holdSchema,
  /** What a verdict of `fine` leads to: the rest is changed, or somebody is asked. */
  whenFine: z.enum(['go-on', 'ask']),
});
export type CanaryOptions = z.infer<typeof canaryOptionsSchema>;

/** What the canaries are held against the untouched in, beside their sessions. */
export const canaryMeasures = ['accessesPerSecond', 'bytesPerAccess', 'roundTripMs'] as const;
export type CanaryMeasure = (typeof canaryMeasures)[number];

export const verdicts = ['fine', 'worse', 'unclear'] as const;
const verdict = z.enum(verdicts);
export type Verdict = z.infer<typeof verdict>;

/**
 * Why a measure is found so. `below` and `above`: beyond its bounds. No finding is possible where there are `too-few-readings`, no `no-control`
 * group, `no-traffic` before the change, where counters began anew (`restarted`), or where it `varies` so much that even a large change would not
 * show.
 */
export const comparisonReasons = [
  'within',
  'below',
  'above',
  'too-few-readings',
  'no-control',
  'no-traffic',
  'restarted',
  'varies',
] as const;

/** One measure of one canary, with the arithmetic: numbers in the measure's unit, and factors, which are what was measured after by what was before. */
export const comparisonSchema = z.object({
  measure: z.enum(canaryMeasures),
  before: z.number().nullable(),
  since: epochMs.nullable(),
  factor: z.number().nullable(),
  /** Of the untouched: the middle of their factors, by which factor they lie around it (at least 1), and how many they are. */
  usual: z.object({ factor: z.number(), spread: z.number(), count: z.int() }).nullable(),
  /** By which factor so few accesses or readings vary by chance (at least 1). */
  chance: z.number().nullable(),
  /** A factor below or above is no chance. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  finding: verdict,
  why: z.enum(comparisonReasons),
});
export type Comparison = z.infer<typeof comparisonSchema>;

/**
 * `kept`: its session was lost no more often than those of the untouched. `silent`: it is not reached, and others are. `lost`: once more than they,
 * which says little; `lost-often`: more. `all-lost`: half of the untouched are not reached either. `applied-else`: it answered OK, and something else is
 * in force.
 */
export const sessionReasons = [
  'kept',
  'silent',
  'lost',
  'lost-often',
  'all-lost',
  'applied-else',
] as const;

/** What became of one canary. */
export const canaryReportSchema = z.object({
  id: profileIdSchema,
  name: profileNameSchema,
  session: z.object({
    losses: z.int(),
    /** Of the untouched: the middle of theirs; null without any. */
    usual: z.number().nullable(),
    ready: z.boolean(),
    finding: verdict,
    why: z.enum(sessionReasons),
  }),
  comparisons: z.array(comparisonSchema),
  /** Readings before the change and since. */
  readings: z.object({ before: z.int(), since: z.int() }),
  verdict,
});
export type CanaryReport = z.infer<typeof canaryReportSchema>;

/** Why these were chosen. `accessesPerSecond` is null where it is not known. */
export const canaryChoiceSchema = z.discriminatedUnion('case', [
  z.object({ case: z.literal('named') }),
  /** The least used of those that are used enough for a verdict, not guarded where there are others. */
  z.object({ case: z.literal('least-used'), accessesPerSecond: z.number(), of: z.int() }),
  /** None of them is known to be used enough. */
  z.object({ case: z.literal('first'), of: z.int() }),
]);
export type CanaryChoice = z.infer<typeof canaryChoiceSchema>;

/**
 * `measuring`: how things are before the change. `changing`: the canaries. `holding`. `asking`: for a decision. `going-on`: with the rest. `reverting`:
 * taking the canaries back, also those that cannot be reached just now. `over`.
 */
const canaryPhases = [
  'measuring',
  'changing',
  'holding',
  'asking',
  'going-on',
  'reverting',
  'over',
] as const;

const target = z.object({ id: profileIdSchema, name: profileNameSchema });

/** A plan's canary as it is kept and shown. Times are epoch milliseconds. */
export const canarySchema = z.object({
  options: canaryOptionsSchema,
  phase: z.enum(canaryPhases),
  startedAt: epochMs,
  canaries: z.array(target),
  controls: z.array(target),
  choice: canaryChoiceSchema,
  /** Canaries whose buffer size before is not known, so that it cannot be taken back. */
  notRevertible: z.int(),
  /** The canaries were changed then. */
  changedAt: epochMs.nullable(),
  /** The hold began then. */
  heldSince: epochMs.nullable(),
  /**
   * Milliseconds of it that somebody watched, or readings of each canary: how far it is, of `hold` of the options with what was added. While
   * `measuring`, how far that is.
   */
  held: z.number(),
  wanted: z.number(),
  /** So often the hold began anew, since nobody had watched for too long. */
  begunAnew: z.int(),
  /** Sessions lost during the hold, by profile. */
  losses: z.record(profileIdSchema, z.int()),
  reports: z.array(canaryReportSchema),
  /** The untouched that were compared with. */
  verdict: verdict.nullable(),
  /**
   * What it came to in the end. `ended`: before anything was changed. `left`: canaries stay as they were changed. `stopped`: somebody
   * stopped it while it went on with the others.
   */
  outcome: z.enum(['went-on', 'stopped', 'reverted', 'left', 'ended']).nullable(),
  /** Who decided: the verdict, or somebody. */
  decidedBy: z.enum(['verdict', 'user']).nullable(),
});
export type Canary = z.infer<typeof canarySchema>;

/** What a user can decide. `leave`: nothing more is changed, and the canaries stay as they are. */
export const canaryDecisionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('go-on') }),
  z.object({ kind: z.literal('revert') }),
  z.object({ kind: z.literal('longer'), hold: holdSchema }),
  z.object({ kind: z.literal('leave') }),
]);
export type CanaryDecision = z.infer<typeof canaryDecisionSchema>;

/** How many of so many targets a share is: at least one, and never all. */
export function canaryCount(share: CanaryShare, targets: number): number {
  const wanted =
    share.kind === 'one'
      ? 1
      : share.kind === 'number'
        ? share.count
        : Math.ceil((targets * share.percent) / 100);
  return Math.max(1, Math.min(wanted, mostCanaries, targets - 1));
}
