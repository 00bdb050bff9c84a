import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { alertMetrics, alertRuleSchema } from '../../../../shared/model/alert-rule.ts';

const directory = join(import.meta.dirname, 'recordings');

/** Minutes and seconds since the beginning of a recording. */
const time = z.string().regex(/^[0-9]{2,3}:[0-5][0-9]$/);

/** What happens at a time: to one proxy or to all, to the wall clock, or by the hand of the user. */
const happening = z.union([
  z.object({
    at: time,
    proxy: z.union([z.int(), z.literal('all')]),
    is: z.enum(['lost', 'tried', 'ready', 'restarted']),
  }),
  z.object({ at: time, wallSeconds: z.int() }),
  z.object({ at: time, acknowledge: z.string() }),
]);
export type Happening = z.infer<typeof happening>;

/** A series that was recorded, the rule that looks at it, and all that came of it, line by line. */
const recordingSchema = z.strictObject({
  rule: alertRuleSchema.partial(),
  proxies: z.int(),
  /** Hours and minutes, in the time of the machine. */
  begins: z.string().regex(/^[0-2][0-9]:[0-5][0-9]$/),
  lasts: time,
  /** On the first proxy. */
  maintenance: z.object({ from: time, to: time }).optional(),
  happens: z.array(happening).default([]),
  /** One a minute from the beginning on; null: none. */
  readings: z
    .array(
      z.object({
        proxy: z.int(),
        metric: z.enum([...alertMetrics, 'missed']),
        values: z.array(z.number().nullable()),
      }),
    )
    .default([]),
  outcome: z.array(z.string()),
});
export type Recording = z.infer<typeof recordingSchema>;

/** By the name of its file. */
export function recordings(): readonly (readonly [string, Recording])[] {
  return readdirSync(directory).map((file) => {
    const text = readFileSync(join(directory, file), 'utf8');
    return [basename(file, '.json'), recordingSchema.parse(JSON.parse(text))] as const;
  });
}

/** Milliseconds since the beginning. */
export function msOf(text: string): number {
  const [minutes = 0, seconds = 0] = text.split(':').map(Number);
  return (minutes * 60 + seconds) * 1000;
}

/** The other way round. */
export function timeOf(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}
