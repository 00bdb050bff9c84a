import { z } from 'zod';
import { keptFields, usuallyKept } from './history-kept.ts';
import { kernelSctpReasons } from './kernel-sctp.ts';
import { concurrencyRange } from './plan-concurrency.ts';
import { profileIdSchema } from './profile.ts';
import { boundedText } from './text.ts';
import { longestSample } from './trial.ts';
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
  shell: z.enum(['desktop', 'web']),
  dataDirectory: z.string(),
  vault: vaultInfoSchema,
  kernelSctp: z.object({
    available: z.boolean(),
    reason: z.enum(kernelSctpReasons),
  }),
});
export type AppInfo = z.infer<typeof appInfoSchema>;

/** What the board's table can show beside the name, in the order of before anything was chosen. */
export const boardColumns = [
  'state',
  'connections',
  'bytesPerSecond',
  'accessesPerSecond',
  'transferredBytes',
  'accesses',
  'roundTripMs',
  'missedPolls',
  'restarts',
  'meanDuration',
  'bytesPerAccess',
  'bytesPerConnection',
  'share',
  'transformation',
  'bufferSize',
  'address',
  'folder',
  'environment',
  'readAt',
] as const;
export type BoardColumn = (typeof boardColumns)[number];

/** What the board can be sorted by: the name, a column of its table, or how unlike its group a proxy is. */
export const boardSorts = [
  'name',
  'state',
  'connections',
  'bytesPerSecond',
  'accessesPerSecond',
  'transferredBytes',
  'accesses',
  'roundTripMs',
  'missedPolls',
  'restarts',
  'meanDuration',
  'bytesPerAccess',
  'bytesPerConnection',
  'share',
  'transformation',
  'bufferSize',
  'address',
  'folder',
  'environment',
  'readAt',
  'difference',
] as const satisfies readonly ('name' | 'difference' | BoardColumn)[];
export type BoardSort = (typeof boardSorts)[number];

/** So many groups can be folded at once: more folders than anybody folds. */
export const mostFolded = 200;

const usualColumns = [
  'state',
  'connections',
  'bytesPerSecond',
  'accessesPerSecond',
  'roundTripMs',
  'transformation',
  'bufferSize',
  'address',
] as const satisfies readonly BoardColumn[];

/** So many of what was done last in the palette are remembered. */
export const recentCommandsMost = 6;

/** So many comparisons, and so many views of the board, can be saved. */
export const mostSaved = 30;
/** And no name of one is longer. */
export const longestSavedName = 60;

/** A view of a page under a name: what its address says behind the `?`. A comparison of a hundred proxies fits. */
export const savedSchema = z.object({
  name: boundedText(longestSavedName),
  search: boundedText(5000),
});
export type Saved = z.infer<typeof savedSchema>;

/** What the list of profiles can show beside the name, in the order of before anything was chosen. */
export const listColumns = [
  'state',
  'address',
  'transport',
  'user',
  'folder',
  'environment',
  'password',
  'tags',
  'interval',
  'opened',
] as const;
export type ListColumn = (typeof listColumns)[number];

/** What it can be sorted by. */
export const listSorts = ['name', ...listColumns] as const;
export type ListSort = (typeof listSorts)[number];

const usualListColumns = [
  'state',
  'address',
  'user',
  'folder',
  'environment',
  'password',
] as const satisfies readonly ListColumn[];

/** The parts of the menu beside the folders. */
export const menuSections = ['favourites', 'recent'] as const;
export type MenuSection = (typeof menuSections)[number];

/** So many proxies are remembered of those that were opened. */
export const mostRecent = 30;

/** So many proxies can be paused at once. */
export const mostPaused = 5000;

/** Ranges of time that end now, from five minutes to a year. */
export const chartRanges = ['5m', '15m', '1h', '6h', '24h', '7d', '30d', '1y'] as const;

/** How often the transformation in force can be read, seconds; 0: once for each session. */
export const settingsReadChoices = [0, 15, 30, 60, 300, 900, 3600] as const;

const choices = {
  colorScheme: z.enum(['auto', 'light', 'dark']),
  language: z.enum(['auto', 'en', 'es']),
  boardSort: z.enum(boardSorts),
  boardDescending: z.boolean(),
  /** What the sparklines of the board draw. */
  boardMetric: z.enum(['connections', 'bytesPerSecond', 'accessesPerSecond', 'roundTripMs']),
  /** How the board draws its proxies. */
  boardPicture: z.enum(['cards', 'compact', 'table', 'map']),
  boardGroup: z.enum(['none', 'folder', 'tag', 'environment', 'state']),
  /** Groups of which only the heading is shown, by what they are grouped by and their key. */
  boardFolded: z.array(boundedText(220)).max(mostFolded),
  /** What the numbers of the board are means over. */
  boardSpan: z.enum(['1s', '10s', '1m', '5m']),
  /** What the sparklines reach back over. */
  boardChartSpan: z.enum(['1m', '5m', '15m', '1h']),
  /** Whether the sparklines share one scale, or each has its own. */
  boardScale: z.enum(['shared', 'own']),
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
  ...keptFields,
} as const;

/** Choices that outlive the window. */
export const preferencesSchema = z.object({
  colorScheme: choices.colorScheme.default('auto'),
  language: choices.language.default('auto'),
  boardSort: choices.boardSort.default('name'),
  boardDescending: choices.boardDescending.default(false),
  boardMetric: choices.boardMetric.default('bytesPerSecond'),
  boardPicture: choices.boardPicture.default('cards'),
  boardGroup: choices.boardGroup.default('none'),
  boardFolded: choices.boardFolded.default([]),
  boardSpan: choices.boardSpan.default('10s'),
  boardChartSpan: choices.boardChartSpan.default('5m'),
  boardScale: choices.boardScale.default('shared'),
  boardColumns: choices.boardColumns.default([...usualColumns]),
  chartRange: choices.chartRange.default('5m'),
  recentCommands: choices.recentCommands.default([]),
  singleKeys: choices.singleKeys.default(true),
  foldedFolders: choices.foldedFolders.default([]),
  menuSections: choices.menuSections.default(['favourites']),
  recentProxies: choices.recentProxies.default([]),
  listColumns: choices.listColumns.default([...usualListColumns]),
  listSort: choices.listSort.default('name'),
  listDescending: choices.listDescending.default(false),
  listFolders: choices.listFolders.default(true),
  settingsReadSeconds: choices.settingsReadSeconds.default(60),
  paused: choices.paused.default([]),
  tryHere: choices.tryHere.default(false),
  sampleMail: choices.sampleMail.default(''),
  checkForUpdates: choices.checkForUpdates.default(false),
  planConcurrency: choices.planConcurrency.default(concurrencyRange.usual),
  report: choices.report.default({
    by: 'all',
    folder: '',
    tag: '',
    text: '',
    span: 'day',
    last: 'no',
  }),
  savedComparisons: choices.savedComparisons.default([]),
  savedBoards: choices.savedBoards.default([]),
  closeToTray: choices.closeToTray.default(false),
  notifyAlerts: choices.notifyAlerts.default(true),
  readingsKeptHours: choices.readingsKeptHours.default(usuallyKept.readingsKeptHours),
  minutesKeptDays: choices.minutesKeptDays.default(usuallyKept.minutesKeptDays),
  hoursKeptYears: choices.hoursKeptYears.default(usuallyKept.hoursKeptYears),
  daysKeptYears: choices.daysKeptYears.default(usuallyKept.daysKeptYears),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** Some of the choices. Has no defaults: `preferencesSchema.partial()` would fill in, and so reset, those that are not given. */
export const preferencesChangeSchema = z.object(choices).partial();
