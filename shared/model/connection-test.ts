import { z } from 'zod';
import { errorValue } from '../errors.ts';

/** The stages of a connection test, in their order. */
export const testStages = ['resolve', 'transport', 'login', 'read', 'quit'] as const;

/** What one stage found, and how long it took. `finding` is a fact (an address, a transport, a value). */
export const stageResultSchema = z.object({
  stage: z.enum(testStages),
  ok: z.boolean(),
  ms: z.number(),
  finding: z.string().nullable(),
  error: errorValue.nullable(),
});
export type StageResult = z.infer<typeof stageResultSchema>;

export const connectionTestSchema = z.object({
  ok: z.boolean(),
  stages: z.array(stageResultSchema),
});
export type ConnectionTest = z.infer<typeof connectionTestSchema>;
