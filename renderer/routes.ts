import { stringifySearch } from './api/search-text.ts';
import type { FormField } from './views/profiles/editor/form-fields.ts';

/** Where each view lives; links are made of these and of nothing else. */
export const paths = {
  board: '/',
  /** The board, filtered by this text. */
  boardOf: (text: string) => `/${stringifySearch({ text })}`,
  proxy: (id: string) => `/proxies/${encodeURIComponent(id)}`,
  /** The proxy's page over a span that stands still, epoch milliseconds, or over a range by its name. */
  proxyOver: (id: string, over: { from: number; to: number } | { range: string }) =>
    `/proxies/${encodeURIComponent(id)}${stringifySearch(over)}`,
  /** The board for a screen on the wall. */
  wall: '/wall',
  compare: '/compare',
  /** The comparison of these proxies, in this order; over a span or a range, where one is said. */
  compareWith: (
    ids: readonly string[],
    over: { from: number; to: number } | { range: string } | Record<never, never> = {},
  ) => `/compare${stringifySearch({ ids, ...over })}`,
  /** A comparison that was saved, by what its address says. */
  savedComparison: (search: string) => `/compare?${search}`,
  savedBoard: (search: string) => `/?${search}`,
  profiles: '/profiles',
  /** The list of what lies in a folder, by its path. */
  profilesIn: (folder: string) => `/profiles${stringifySearch({ folder })}`,
  /** The list of what fits a filter. */
  profilesLike: (text: string) => `/profiles${stringifySearch({ text })}`,
  newProfile: '/profiles/new',
  /** A new profile that begins as this one. */
  duplicateOf: (id: string) => `/profiles/new${stringifySearch({ from: id })}`,
  paste: '/profiles/paste',
  restore: '/profiles/restore',
  import: '/profiles/import',
  folders: '/folders',
  newFolder: '/folders/new',
  folder: (id: string) => `/folders/${encodeURIComponent(id)}`,
  /** The form of a profile, with the focus in the field that wants it, where one is named. */
  profile: (id: string, field?: FormField | null) =>
    `/profiles/${encodeURIComponent(id)}${stringifySearch(field == null ? {} : { field })}`,
  plans: '/plans',
  /** A new plan for these targets; without any it asks for them. */
  newPlan: (
    scope: { readonly folder: string } | { readonly proxy: string } | Record<never, never> = {},
  ) => `/plans/new${stringifySearch('proxy' in scope ? { by: 'proxy', ...scope } : { ...scope })}`,
  plan: (id: string) => `/plans/${encodeURIComponent(id)}`,
  /** What the change that a proxy had at this time made of it, epoch milliseconds. */
  lens: (id: string, at: number) =>
    `/proxies/${encodeURIComponent(id)}/lens${stringifySearch({ at: Math.round(at) })}`,
  drift: '/drift',
  alerts: '/alerts',
  audit: '/audit',
  /** What was changed by the steps of a plan. */
  auditOfPlan: (plan: string) => `/audit${stringifySearch({ plan })}`,
  events: '/events',
  report: '/report',
  consoles: '/consoles',
  settings: '/settings',
} as const;

/** A link's `href` for a path. */
export function hrefOf(path: string): string {
  return `#${path}`;
}
