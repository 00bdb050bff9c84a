/* What can be chosen, and how much of it is remembered. */

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
export const boardSorts = ['name', ...boardColumns, 'difference'] as const;
export type BoardSort = (typeof boardSorts)[number];

/** So many groups can be folded at once: more folders than anybody folds. */
export const mostFolded = 200;

/** So many of what was done last in the palette are remembered. */
export const recentCommandsMost = 6;

/** So many comparisons, and so many views of the board, can be saved. */
export const mostSaved = 30;
/** And no name of one is longer. */
export const longestSavedName = 60;

/** What the sparklines of the board can draw. */
export const boardMetrics = [
  'connections',
  'bytesPerSecond',
  'accessesPerSecond',
  'roundTripMs',
] as const;

/** How the board can draw its proxies. */
export const boardPictures = ['cards', 'compact', 'table', 'map'] as const;

/** What it can group them by. */
export const boardGroups = ['none', 'folder', 'tag', 'environment', 'state'] as const;

/** What its numbers can be means over. */
export const boardSpans = ['1s', '10s', '1m', '5m'] as const;

/** What its sparklines can reach back over. */
export const boardChartSpans = ['1m', '5m', '15m', '1h'] as const;

/** Whether its sparklines share one scale, or each has its own. */
export const boardScales = ['shared', 'own'] as const;

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
