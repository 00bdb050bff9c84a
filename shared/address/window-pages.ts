/** The names that the address of each page can say behind its `?`. */
const board = [
  'text',
  'state',
  'sort',
  'direction',
  'metric',
  'picture',
  'group',
  'span',
  'chart',
  'scale',
] as const;
const editor = ['from', 'field'] as const;

/** The pages that a window can begin at, by the name, the path and the search of each; those of the user interface. */
export const windowPages = {
  board: { path: '/', says: board },
  proxy: { path: '/proxies/$id', says: ['range', 'from', 'to'] },
  wall: { path: '/wall', says: board },
  compare: {
    path: '/compare',
    says: [
      'ids',
      'metric',
      'second',
      'range',
      'from',
      'to',
      'proxy',
      'at',
      'picture',
      'past',
      'smoothing',
    ],
  },
  profiles: { path: '/profiles', says: ['text', 'folder', 'sort', 'direction'] },
  newProfile: { path: '/profiles/new', says: editor },
  paste: { path: '/profiles/paste', says: [] },
  restore: { path: '/profiles/restore', says: [] },
  import: { path: '/profiles/import', says: [] },
  folders: { path: '/folders', says: [] },
  newFolder: { path: '/folders/new', says: [] },
  folder: { path: '/folders/$id', says: [] },
  profile: { path: '/profiles/$id', says: editor },
  plans: { path: '/plans', says: [] },
  newPlan: { path: '/plans/new', says: ['by', 'folder', 'tag', 'text', 'proxy'] },
  plan: { path: '/plans/$id', says: [] },
  lens: { path: '/proxies/$id/lens', says: ['at', 'span'] },
  drift: { path: '/drift', says: ['text', 'show'] },
  alerts: { path: '/alerts', says: [] },
  audit: {
    path: '/audit',
    says: [
      'proxy',
      'outcomes',
      'text',
      'actor',
      'plan',
      'folder',
      'setting',
      'shell',
      'from',
      'to',
    ],
  },
  events: {
    path: '/events',
    says: ['proxy', 'kinds', 'text', 'severity', 'folder', 'tag', 'span', 'from', 'to'],
  },
  report: {
    path: '/report',
    says: ['by', 'folder', 'tag', 'text', 'span', 'last', 'from', 'to'],
  },
  consoles: { path: '/consoles', says: [] },
  settings: { path: '/settings', says: [] },
} as const satisfies Record<string, { readonly path: string; readonly says: readonly string[] }>;
export type WindowPage = keyof typeof windowPages;
