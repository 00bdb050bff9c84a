import { z } from 'zod';
import { consoleShells } from './change-words.ts';
import { historySourceSchema, mostHistorySources } from './history-from.ts';
import { keptFields } from './history-kept.ts';
import { kernelSctpReasons } from './kernel-sctp.ts';
import { metricsSettingsSchema } from './metrics-service.ts';
import { concurrencyRange } from './plan-concurrency.ts';
import {
  boardChartSpans,
  boardColumns,
  boardGroups,
  boardMetrics,
  boardPictures,
  boardScales,
  boardSorts,
  boardSpans,
  chartRanges,
  listColumns,
  listSorts,
  longestSavedName,
  menuSections,
  mostFolded,
  mostPaused,
  mostRecent,
  mostSaved,
  recentCommandsMost,
  settingsReadChoices,
} from './preference-words.ts';
import { profileIdSchema } from './profile.ts';
import { boundedText } from './text.ts';
import { longestSample } from './trial.ts';
import { usualPreferences } from './usual-preferences.ts';
import { vaultKinds, vaultRefusals } from './vault.ts';

export { type Notice, noticeSchema } from '../facts/notices.ts';

/**
 * Where passwords are kept when the window opens (`vault.changed` tells of it from then on). `persistent` is false where they are forgotten when
 * the app ends; `reason` says why the keychain is not used then, null where the user chose so.
 */
export const vaultInfoSchema = z.object({
  kind: z.enum(vaultKinds),
  persistent: z.boolean(),
  backend: z.string().nullable(),
  reason: z.enum(vaultRefusals).nullable(),
});
export type VaultInfo = z.infer<typeof vaultInfoSchema>;

export const appInfoSchema = z.object({
  version: z.string(),
  shell: z.enum(consoleShells),
  dataDirectory: z.string(),
  vault: vaultInfoSchema,
  kernelSctp: z.object({
    available: z.boolean(),
    reason: z.enum(kernelSctpReasons),
  }),
});
export type AppInfo = z.infer<typeof appInfoSchema>;

/** A view of a page under a name: what its address says behind the `?`. A comparison of a hundred proxies fits. */
export const savedSchema = z.object({
  name: boundedText(longestSavedName),
  search: boundedText(5000),
});
export type Saved = z.infer<typeof savedSchema>;

const choices = {
  colorScheme: z.enum(['auto', 'light', 'dark']),
  language: z.enum(['auto', 'en', 'es']),
  boardSort: z.enum(boardSorts),
  boardDescending: z.boolean(),
  /** What the sparklines of the board draw. */
  boardMetric: z.enum(boardMetrics),
  /** How the board draws its proxies. */
  boardPicture: z.enum(boardPictures),
  boardGroup: z.enum(boardGroups),
  /** Groups of which only the heading is shown, by what they are grouped by and their key. */
  boardFolded: z.array(boundedText(220)).max(mostFolded),
  /** What the numbers of the board are means over. */
  boardSpan: z.enum(boardSpans),
  /** What the sparklines reach back over. */
  boardChartSpan: z.enum(boardChartSpans),
  /** Whether the sparklines share one scale, or each has its own. */
  boardScale: z.enum(boardScales),
  /** The columns of the board's table, in their order. */
  boardColumns: z.array(z.enum(boardColumns)).max(boardColumns.length),
  /** How far back the proxy's page shows. */
  chartRange: z.enum(chartRanges),
  /** What was done last in the palette, newest first. */
  recentCommands: z.array(z.string().max(200)).max(recentCommandsMost),
  /** Whether single keys, as `?`, do something. Voice control and a hand that shakes press them by mistake (WCAG 2.1.4). */
  singleKeys: z.boolean(),
  /** The folders of the menu that are shut, as `nameKey` makes their names. */
  foldedFolders: z.array(z.string().max(400)).max(200),
  /** The parts of the menu that are open. */
  menuSections: z.array(z.enum(menuSections)).max(menuSections.length).readonly(),
  /** The proxies whose page was opened last, the latest first, and when; epoch milliseconds. */
  recentProxies: z
    .array(z.object({ id: profileIdSchema, at: z.number() }))
    .max(mostRecent)
    .readonly(),
  /** The columns of the list of profiles, in their order. */
  listColumns: z.array(z.enum(listColumns)).max(listColumns.length).readonly(),
  listSort: z.enum(listSorts),
  listDescending: z.boolean(),
  /** Whether the list of profiles has the tree of folders beside it. */
  listFolders: z.boolean(),
  /** Seconds between two reads of the transformation in force, beside the polls; 0: once for each session. */
  settingsReadSeconds: z.literal(settingsReadChoices),
  /** The proxies that are read once a minute only, by profile; their sessions stay. */
  paused: z.array(profileIdSchema).max(mostPaused).readonly(),
  /** Whether transformations may be tried on this machine. */
  tryHere: z.boolean(),
  /** The mail that they were last tried on; empty before. */
  sampleMail: boundedText(longestSample),
  /** Whether the app looks for updates of its own. */
  checkForUpdates: z.boolean(),
  /** So many proxies of a plan are changed at once. */
  planConcurrency: z.int().min(concurrencyRange.min).max(concurrencyRange.max),
  /** Of which proxies and over which span the last report was made. */
  report: z.object({
    by: z.enum(['all', 'folder', 'tag', 'search']),
    folder: boundedText(200),
    tag: boundedText(400),
    text: boundedText(300),
    span: z.enum(['day', 'week', 'month', 'days']),
    last: z.enum(['yes', 'no']),
  }),
  /** Saved comparisons, in the order in which they were saved. */
  savedComparisons: z.array(savedSchema).max(mostSaved).readonly(),
  /** Saved views of the board: filter, order, groups, picture. */
  savedBoards: z.array(savedSchema).max(mostSaved).readonly(),
  /** Whether the desktop app lives on in the tray when its last window is closed. */
  closeToTray: z.boolean(),
  /** Whether the system tells of alerts where no window of the desktop app has the focus. */
  notifyAlerts: z.boolean(),
  /** Where history comes from beside what is kept here; set by calls of its own. */
  historyFrom: z.array(historySourceSchema).max(mostHistorySources).readonly(),
  /** Where metrics are served for Prometheus; set by a call of its own. */
  metrics: metricsSettingsSchema,
  ...keptFields,
} as const;

const chosenSchema = z.object(choices);
export type Preferences = z.infer<typeof chosenSchema>;

/** Choices that outlive the window. */
export const preferencesSchema = z.object({
  colorScheme: choices.colorScheme.default(usualPreferences.colorScheme),
  language: choices.language.default(usualPreferences.language),
  boardSort: choices.boardSort.default(usualPreferences.boardSort),
  boardDescending: choices.boardDescending.default(usualPreferences.boardDescending),
  boardMetric: choices.boardMetric.default(usualPreferences.boardMetric),
  boardPicture: choices.boardPicture.default(usualPreferences.boardPicture),
  boardGroup: choices.boardGroup.default(usualPreferences.boardGroup),
  boardFolded: choices.boardFolded.default(usualPreferences.boardFolded),
  boardSpan: choices.boardSpan.default(usualPreferences.boardSpan),
  boardChartSpan: choices.boardChartSpan.default(usualPreferences.boardChartSpan),
  boardScale: choices.boardScale.default(usualPreferences.boardScale),
  boardColumns: choices.boardColumns.default([...usualPreferences.boardColumns]),
  chartRange: choices.chartRange.default(usualPreferences.chartRange),
  recentCommands: choices.recentCommands.default(usualPreferences.recentCommands),
  singleKeys: choices.singleKeys.default(usualPreferences.singleKeys),
  foldedFolders: choices.foldedFolders.default(usualPreferences.foldedFolders),
  menuSections: choices.menuSections.default(usualPreferences.menuSections),
  recentProxies: choices.recentProxies.default(usualPreferences.recentProxies),
  listColumns: choices.listColumns.default(usualPreferences.listColumns),
  listSort: choices.listSort.default(usualPreferences.listSort),
  listDescending: choices.listDescending.default(usualPreferences.listDescending),
  listFolders: choices.listFolders.default(usualPreferences.listFolders),
  settingsReadSeconds: choices.settingsReadSeconds.default(usualPreferences.settingsReadSeconds),
  paused: choices.paused.default(usualPreferences.paused),
  tryHere: choices.tryHere.default(usualPreferences.tryHere),
  sampleMail: choices.sampleMail.default(usualPreferences.sampleMail),
  checkForUpdates: choices.checkForUpdates.default(usualPreferences.checkForUpdates),
  planConcurrency: choices.planConcurrency.default(usualPreferences.planConcurrency),
  report: choices.report.default(usualPreferences.report),
  savedComparisons: choices.savedComparisons.default(usualPreferences.savedComparisons),
  savedBoards: choices.savedBoards.default(usualPreferences.savedBoards),
  closeToTray: choices.closeToTray.default(usualPreferences.closeToTray),
  notifyAlerts: choices.notifyAlerts.default(usualPreferences.notifyAlerts),
  historyFrom: choices.historyFrom.default(usualPreferences.historyFrom),
  metrics: choices.metrics.default(usualPreferences.metrics),
  readingsKeptHours: choices.readingsKeptHours.default(usualPreferences.readingsKeptHours),
  minutesKeptDays: choices.minutesKeptDays.default(usualPreferences.minutesKeptDays),
  hoursKeptYears: choices.hoursKeptYears.default(usualPreferences.hoursKeptYears),
  daysKeptYears: choices.daysKeptYears.default(usualPreferences.daysKeptYears),
});

/** Some of the choices. Has no defaults: `preferencesSchema.partial()` would fill in, and so reset, those that are not given. */
export const preferencesChangeSchema = chosenSchema
  .omit({ historyFrom: true, metrics: true })
  .partial();
