import { stringifySearch } from './api/search-text.ts';

/** Where each view lives; links are made of these and of nothing else. */
export const paths = {
  board: '/',
  proxy: (id: string) => `/proxies/${encodeURIComponent(id)}`,
  compare: '/compare',
  /** The comparison, begun with one proxy. */
  compareWith: (id: string) => `/compare${stringifySearch({ ids: [id] })}`,
  profiles: '/profiles',
  newProfile: '/profiles/new',
  profile: (id: string) => `/profiles/${encodeURIComponent(id)}`,
  events: '/events',
  settings: '/settings',
} as const;

/** A link's `href` for a path. */
export function hrefOf(path: string): string {
  return `#${path}`;
}
