import { z } from 'zod';
import { errorValue } from '../facts/errors.ts';
import { alertSchema } from './alert.ts';
import { auditEntrySchema } from './change.ts';
import { historyRangeSchema } from './history.ts';
import { counterText } from './metrics.ts';
import { folderSchema } from './name-schemas.ts';
import { longestSearch } from './plan.ts';
import { profileIdSchema, profileNameSchema } from './profile.ts';
import { boundedText } from './text.ts';
import { epochMs } from './time.ts';

/** So many proxies in one report. */
export const mostInReport = 10_000;
/** So many changes and alerts of a report are listed, the newest; all are counted. */
export const mostListed = 1000;
/** The longest span of a report, milliseconds: a year and its leap day, and what the clock is put back by. */
export const longestReportMs = 367 * 24 * 3_600_000;

/** What a report is about; which proxies that are is said beside it. */
export const reportScopeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  /** With all beneath it. */
  z.object({ kind: z.literal('folder'), folder: folderSchema }),
  z.object({ kind: z.literal('tag'), tag: boundedText(400) }),
  /** In the language of the profile list. */
  z.object({ kind: z.literal('search'), search: boundedText(longestSearch) }),
]);
export type ReportScope = z.infer<typeof reportScopeSchema>;

/** Which report is wanted: from `from` (inclusive) to `to` (exclusive), epoch milliseconds. */
export const reportWantedSchema = z.object({
  scope: reportScopeSchema,
  ids: z.array(profileIdSchema).max(mostInReport).readonly(),
  from: epochMs,
  to: epochMs,
});
export type ReportWanted = z.infer<typeof reportWantedSchema>;

const mean = z.number().nullable();

/** What one proxy did in the span. Times are milliseconds; null is "no data". */
export const reportProxySchema = z.object({
  id: profileIdSchema,
  name: profileNameSchema,
  folder: z.string(),
  /** Its profile was removed; what is kept of it is told. */
  removed: z.boolean(),
  /** It was read; this and the next two are of the part of the span of which outages are known. */
  upMs: z.number(),
  /** It was not reached while a console ran that should have. */
  downMs: z.number(),
  /** The rest of it that is over: nobody watched. */
  unwatchedMs: z.number(),
  /** Of the time that was watched, the part in which it was reached, 0 to 1; null where none was. */
  availability: mean,
  outages: z.int(),
  longestOutageMs: z.number(),
  /** The part of the polls that were answered in time while there was a session, 0 to 1. */
  answered: mean,
  restarts: z.int(),
  /** Moved in the span, spliced over restarts. */
  bytes: counterText.nullable(),
  accesses: counterText.nullable(),
  /** Over the time that was watched. */
  bytesPerSecond: mean,
  accessesPerSecond: mean,
  connections: mean,
  mostConnections: mean,
  /** Of the means of the points of the history, milliseconds: the half and 95 of 100 of them are no longer. */
  roundTripMs: z.object({ p50: z.number(), p95: z.number() }).nullable(),
  changes: z.int(),
  alerts: z.int(),
});
export type ReportProxy = z.infer<typeof reportProxySchema>;

/** A change of a setting in the span; `who` is null where it was made elsewhere. A value is null for none, and where it is not known. */
export const reportChangeSchema = z.object({
  at: z.number(),
  profileId: profileIdSchema,
  profileName: profileNameSchema,
  setting: auditEntrySchema.shape.setting,
  from: z.string().nullable(),
  to: z.string().nullable(),
  who: z.string().nullable(),
  /** Null where it was made elsewhere. */
  outcome: auditEntrySchema.shape.outcome.nullable(),
});
export type ReportChange = z.infer<typeof reportChangeSchema>;

/** Numbers that the proxies are compared by. */
const traits = ['connections', 'bytesPerSecond', 'accessesPerSecond', 'roundTripMs'] as const;

/** A proxy that is far from those it is compared with, in the mean of the span. */
export const reportOddSchema = z.object({
  id: profileIdSchema,
  trait: z.enum(traits),
  value: z.number(),
  /** The median of the group. */
  usual: z.number(),
  /** Robust z-score: above the median where positive. */
  score: z.number(),
});
export type ReportOdd = z.infer<typeof reportOddSchema>;

/** What a set of proxies did over a span. */
export const reportSchema = z.object({
  scope: reportScopeSchema,
  /** Epoch milliseconds; `until` is `to`, or when the report was made where the span is not over. */
  from: z.number(),
  to: z.number(),
  until: z.number(),
  madeAt: z.number(),
  /** From when on outages, and so availability, and changes made elsewhere are known, where the events of all the span are kept no more; else null. */
  outagesSince: z.number().nullable(),
  /** The level of the history that was read, the same of all; null without proxies. */
  level: historyRangeSchema.shape.level.nullable(),
  /** The worst availability first, those of whom none is known last. */
  proxies: z.array(reportProxySchema),
  changes: z.object({ count: z.int(), listed: z.array(reportChangeSchema) }),
  alerts: z.object({
    count: z.int(),
    /** Still open when the report was made. */
    open: z.int(),
    /** From when on they are known, where those of all the span are kept no more; else null. */
    since: z.number().nullable(),
    listed: z.array(alertSchema),
  }),
  odd: z.array(reportOddSchema),
});
export type Report = z.infer<typeof reportSchema>;

/** What a window that has a report made hears: how many of the proxies were read, and then the report or why there is none. */
export const reportMakingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reading'), done: z.int(), of: z.int() }),
  z.object({ kind: z.literal('done'), report: reportSchema }),
  z.object({ kind: z.literal('failed'), error: errorValue }),
]);
export type ReportMaking = z.infer<typeof reportMakingSchema>;
