import { z } from 'zod';
import { errorValue } from '../facts/errors.ts';
import { findingSchema } from '../facts/findings.ts';

export {
  type Finding,
  type FindingCode,
  type FindingDetail,
  findingCodes,
} from '../facts/findings.ts';

/** The stages of a connection test, in their order. */
export const testStages = [
  'resolve',
  'support',
  'reach',
  'handshake',
  'login',
  'read',
  'quit',
] as const;
export type TestStage = (typeof testStages)[number];

export const stageOutcomes = ['ok', 'failed', 'skipped'] as const;

/**
 * What one stage found. `finding` is null only for a stage that was skipped because one before it failed; `error` is there for every
 * stage that failed, and carries the remedy.
 */
export const stageResultSchema = z.object({
  stage: z.enum(testStages),
  outcome: z.enum(stageOutcomes),
  /** How long it took; 0 where it was skipped. */
  ms: z.number(),
  finding: findingSchema.nullable(),
  error: errorValue.nullable(),
});
export type StageResult = z.infer<typeof stageResultSchema>;

/** All stages in their order. `ok`: the metrics were read and no stage failed. */
export const connectionTestSchema = z.object({
  ok: z.boolean(),
  stages: z.array(stageResultSchema),
});
export type ConnectionTest = z.infer<typeof connectionTestSchema>;

/** A connection test under way: the stages that ended, then the whole of it, or why it could not be made. */
export const testProgressSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('stage'), result: stageResultSchema }),
  z.object({ kind: z.literal('done'), test: connectionTestSchema }),
  z.object({ kind: z.literal('failed'), error: errorValue }),
]);
