import { z } from 'zod';
import { groupInsights, proxyInsights } from './insight-names.ts';
import { folderSchema, nameSchema } from './name-schemas.ts';
import { profileIdSchema } from './profile.ts';
import { boundedText } from './text.ts';
import { epochMs } from './time.ts';

/** So many rules, and so many maintenance windows, can be kept. */
export const mostAlertRules = 200;
export const mostMaintenance = 100;

/** Characters of a search that says which proxies are meant. */
export const longestScopeSearch = 400;

/** Numbers of which each reading has one; proxies are compared with their group by them. */
export const alertMetrics = [
  'connections',
  'bytesPerSecond',
  'accessesPerSecond',
  'roundTripMs',
] as const;
export type AlertMetric = (typeof alertMetrics)[number];

/** Numbers that follow from the readings of the last minutes, and are only known where their conditions hold. The last two are of a group. */
export const alertInsights = [...proxyInsights, ...groupInsights] as const;
export type AlertInsight = (typeof alertInsights)[number];

/** Numbers that a rule can have a limit for. `missedPolls`: those of the last five minutes, also of a proxy that answered none. */
export const alertNumbers = [...alertMetrics, 'missedPolls', ...alertInsights] as const;
export type AlertNumber = (typeof alertNumbers)[number];

export function isAlertInsight(number: AlertNumber): number is AlertInsight {
  return alertInsights.some((each) => each === number);
}

/** Whether a number is a part of one, from 0 to 1, which people type and read as percent. */
export function isPart(number: AlertNumber): boolean {
  return number === 'share' || number === 'balance';
}

/** Which proxies are meant: those of a folder with all beneath it, those that a search finds; also ones that are added later. */
export const alertScopeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('proxy'), id: profileIdSchema }),
  z.object({ kind: z.literal('folder'), folder: folderSchema }),
  z.object({ kind: z.literal('tag'), tag: boundedText(400).min(1) }),
  z.object({
    kind: z.literal('search'),
    search: boundedText(longestScopeSearch).refine((text) => text.trim() !== ''),
  }),
]);
export type AlertScope = z.infer<typeof alertScopeSchema>;

/** Of the last `of` readings at least `bad` have to be so; as many of the other kind are its end. */
const samples = { bad: z.int().min(1).max(60), of: z.int().min(1).max(60) };
const metric = z.enum(alertMetrics);
const threshold = z.number().min(0).max(1e15);

/**
 * What is to be told. `down`: not reached for so long though it should be. `restarted` and `changed-elsewhere` happen at a moment and are over by
 * themselves after a while. `metric`: beyond `raise`; its end is at `clear`, which is no nearer to what is bad. `unlike`: far from the others that
 * the rule is for.
 */
export const alertConditionSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('down'), seconds: z.int().min(10).max(86_400) }),
    z.object({ kind: z.literal('password-refused') }),
    z.object({ kind: z.literal('restarted') }),
    z.object({ kind: z.literal('changed-elsewhere') }),
    z.object({ kind: z.literal('implausible'), ...samples }),
    z.object({
      kind: z.literal('metric'),
      metric: z.enum(alertNumbers),
      direction: z.enum(['above', 'below']),
      raise: threshold,
      clear: threshold,
      ...samples,
    }),
    z.object({ kind: z.literal('unlike'), metric, ...samples }),
  ])
  .refine((condition) => !('bad' in condition) || condition.bad <= condition.of, {
    path: ['bad'],
  })
  .refine(
    (condition) =>
      condition.kind !== 'metric' ||
      (condition.direction === 'above'
        ? condition.clear <= condition.raise
        : condition.clear >= condition.raise),
    { path: ['clear'] },
  )
  .refine(
    (condition) => condition.kind !== 'metric' || !isPart(condition.metric) || condition.raise <= 1,
    { path: ['raise'] },
  );
export type AlertCondition = z.infer<typeof alertConditionSchema>;
export const alertConditionKinds = [
  'down',
  'password-refused',
  'restarted',
  'changed-elsewhere',
  'implausible',
  'metric',
  'unlike',
] as const satisfies readonly AlertCondition['kind'][];

/** Whether it is each reading that is looked at, rather than a state or an event. */
export function isOfReadings(kind: AlertCondition['kind']): boolean {
  return kind === 'metric' || kind === 'unlike' || kind === 'implausible';
}

/** Minutes since midnight, in the time of the machine that watches. */
const minute = z.int().min(0).max(1439);

export const alertRuleSchema = z.object({
  id: z.uuid(),
  /** Empty: it is called by what it is about. */
  name: z.union([z.literal(''), nameSchema]),
  enabled: z.boolean(),
  scope: alertScopeSchema,
  condition: alertConditionSchema,
  /** Is told again after so long while nobody acknowledged it; 0: once. */
  againMinutes: z.int().min(0).max(1440),
  /** What fires in these hours is kept, and told at their end if it still holds. From 22:00 to 6:00 goes over midnight. */
  quiet: z.object({ from: minute, to: minute }).nullable(),
  /** Of a rule about readings: its proxies are read at their own interval also where nobody looks at a window, so that it fires as soon then. */
  fullPace: z.boolean().default(false),
});
export type AlertRule = z.infer<typeof alertRuleSchema>;

/** Work is done on these proxies in this time, epoch milliseconds: nothing of them becomes an alert. */
export const maintenanceSchema = z
  .object({
    id: z.uuid(),
    note: z.union([z.literal(''), nameSchema]),
    scope: alertScopeSchema,
    from: epochMs,
    to: epochMs,
  })
  .refine(({ from, to }) => from < to, { path: ['to'] });
export type Maintenance = z.infer<typeof maintenanceSchema>;
