import { concurrencyRange } from './plan-concurrency.ts';
import type { BoardColumn, ListColumn } from './preference-words.ts';

const usualColumns: BoardColumn[] = [
  'state',
  'connections',
  'bytesPerSecond',
  'accessesPerSecond',
  'roundTripMs',
  'transformation',
  'bufferSize',
  'address',
];

const usualListColumns: readonly ListColumn[] = [
  'state',
  'address',
  'user',
  'folder',
  'environment',
  'password',
];

const none: string[] = [];

/** The preferences of who has chosen nothing. */
export const usualPreferences = {
  colorScheme: 'auto',
  language: 'auto',
  boardSort: 'name',
  boardDescending: false,
  boardMetric: 'bytesPerSecond',
  boardPicture: 'cards',
  boardGroup: 'none',
  boardFolded: none,
  boardSpan: '10s',
  boardChartSpan: '5m',
  boardScale: 'shared',
  boardColumns: usualColumns,
  chartRange: '5m',
  recentCommands: none,
  singleKeys: true,
  foldedFolders: none,
  menuSections: ['favourites'],
  recentProxies: [],
  listColumns: usualListColumns,
  listSort: 'name',
  listDescending: false,
  listFolders: true,
  settingsReadSeconds: 60,
  paused: [],
  tryHere: false,
  sampleMail: '',
  checkForUpdates: false,
  planConcurrency: concurrencyRange.usual,
  report: {
    by: 'all',
    folder: '',
    tag: '',
    text: '',
    span: 'day',
    last: 'no',
  },
  savedComparisons: [],
  savedBoards: [],
  closeToTray: false,
  notifyAlerts: true,
  historyFrom: [],
  metrics: { on: false, host: '127.0.0.1', port: 9460, cert: '', key: '', token: false },
  readingsKeptHours: 6,
  minutesKeptDays: 14,
  hoursKeptYears: 2,
  daysKeptYears: 10,
} as const;
