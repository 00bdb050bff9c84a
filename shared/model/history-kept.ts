import { z } from 'zod';
import { historyRangeSchema } from './history.ts';
import { usualPreferences } from './usual-preferences.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** How finely the history is kept, from the finest. */
export const historyLevels = historyRangeSchema.shape.level.options;
export type HistoryLevel = (typeof historyLevels)[number];

/** For how long each level is kept, milliseconds. */
export type KeptMs = Readonly<Record<HistoryLevel, number>>;

/**
 * What can be chosen for each level: the preference that says it, and its unit in milliseconds. A coarser level is never kept shorter than a finer
 * one, whatever is chosen for each.
 */
export const keptChoices = {
  raw: { preference: 'readingsKeptHours', unit: 'hours', ms: hour, choices: [1, 6, 24, 72, 168] },
  minute: { preference: 'minutesKeptDays', unit: 'days', ms: day, choices: [7, 14, 30, 90] },
  hour: {
    preference: 'hoursKeptYears',
    unit: 'years',
    ms: 365 * day,
    choices: [1, 2, 3, 5],
  },
  day: { preference: 'daysKeptYears', unit: 'years', ms: 365 * day, choices: [5, 10, 20, 30] },
} as const satisfies Readonly<Record<HistoryLevel, object>>;

/** The preferences that say for how long the history is kept. */
export const keptFields = {
  /** The readings themselves, hours. */
  readingsKeptHours: z.literal(keptChoices.raw.choices),
  minutesKeptDays: z.literal(keptChoices.minute.choices),
  hoursKeptYears: z.literal(keptChoices.hour.choices),
  daysKeptYears: z.literal(keptChoices.day.choices),
} as const;

const keptPreferencesSchema = z.object(keptFields);
type KeptPreferences = z.infer<typeof keptPreferencesSchema>;

/** Where nothing else was chosen. */
export const usuallyKept: KeptPreferences = usualPreferences;

/** What the preferences come to. */
export function keptMsOf(preferences: KeptPreferences): KeptMs {
  return {
    raw: preferences.readingsKeptHours * keptChoices.raw.ms,
    minute: preferences.minutesKeptDays * keptChoices.minute.ms,
    hour: preferences.hoursKeptYears * keptChoices.hour.ms,
    day: preferences.daysKeptYears * keptChoices.day.ms,
  };
}

/** What one level holds now. */
const levelKeptSchema = z.object({
  level: z.enum(historyLevels),
  /** The oldest of any proxy, epoch milliseconds; null where there is nothing. */
  since: z.number().nullable(),
  /** Counted of `counted` proxies, and of the others as many as those have. */
  rows: z.int(),
  /** About so many of the file. */
  bytes: z.number(),
});

/** What the history holds, and what the database takes of the disk. */
export const historyKeptSchema = z.object({
  /** From the finest. */
  levels: z.array(levelKeptSchema),
  /** Proxies that have a history, and of how many of them the rows were counted. */
  proxies: z.int(),
  counted: z.int(),
  /** The database file and its journal; null where it is in memory. */
  fileBytes: z.number().nullable(),
  /** Of it what is free, and taken first for what comes. */
  freeBytes: z.number(),
});
export type HistoryKept = z.infer<typeof historyKeptSchema>;

/** Bytes of the file for each row, with what is counted beside it, as `npm run bench -- --only history-year` measures. */
export const bytesOfRow = { raw: 70, minute: 195, hour: 210, day: 270 } as const satisfies Readonly<
  Record<HistoryLevel, number>
>;

const steps = { minute: 60_000, hour, day } as const;

/** About what the history of proxies comes to, bytes: of each the milliseconds between two readings. */
export function estimatedBytes(kept: KeptMs, intervals: readonly number[]): number {
  return intervals.reduce((sum, intervalMs) => {
    const raw = (kept.raw / Math.max(1, intervalMs)) * bytesOfRow.raw;
    const rolled = (['minute', 'hour', 'day'] as const).map(
      // Of readings that are further apart there are fewer rows.
      (level) => (kept[level] / Math.max(steps[level], intervalMs)) * bytesOfRow[level],
    );
    return rolled.reduce((all, bytes) => all + bytes, sum + raw);
  }, 0);
}
