/** A path with `:name` parts, such as `/proxies/:id`. */
export type Pattern = string;

/** The values of the pattern's named parts, or null where the path does not fit. */
export function matchPath(pattern: Pattern, path: string): Readonly<Record<string, string>> | null {
  const wanted = pattern.split('/').filter(Boolean);
  const given = path.split('/').filter(Boolean);
  if (wanted.length !== given.length) return null;
  const values: Record<string, string> = {};
  for (const [i, part] of wanted.entries()) {
    const text = given[i] ?? '';
    if (part.startsWith(':')) values[part.slice(1)] = decodeURIComponent(text);
    else if (part !== text) return null;
  }
  return values;
}

/** Where each view lives; links are made of these and of nothing else. */
export const paths = {
  board: '/',
  proxy: (id: string) => `/proxies/${id}`,
  compare: '/compare',
  /** The comparison, begun with one proxy. */
  compareWith: (id: string) => `/compare?ids=${id}`,
  profiles: '/profiles',
  newProfile: '/profiles/new',
  profile: (id: string) => `/profiles/${id}`,
  events: '/events',
  settings: '/settings',
} as const;

/** A link's `href` for a path. */
export function hrefOf(path: string): string {
  return `#${path}`;
}

/** What a page gets: the named parts of its path. */
export interface PageProps {
  readonly params: Readonly<Record<string, string>>;
}
