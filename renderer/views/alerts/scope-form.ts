import type { AlertScope } from '../../../shared/model/alert-rule.ts';

/** Which proxies are meant, as it is chosen. */
export interface ScopeForm {
  /** Empty: nothing is chosen yet. */
  readonly scope: AlertScope['kind'] | '';
  readonly proxy: string;
  readonly folder: string;
  readonly tag: string;
  readonly search: string;
}

export const wholeFleet: ScopeForm = { scope: 'all', proxy: '', folder: '', tag: '', search: '' };

/** For what must not be for all by oversight. */
export const nobodyYet: ScopeForm = { ...wholeFleet, scope: '' };

/** The form of a scope that is there. */
export function scopeFormOf(scope: AlertScope): ScopeForm {
  return {
    ...wholeFleet,
    scope: scope.kind,
    ...(scope.kind === 'proxy' ? { proxy: scope.id } : {}),
    ...(scope.kind === 'folder' ? { folder: scope.folder } : {}),
    ...(scope.kind === 'tag' ? { tag: scope.tag } : {}),
    ...(scope.kind === 'search' ? { search: scope.search } : {}),
  };
}

/** Not a scope yet where nothing is chosen. */
export function scopeOf({ scope, proxy, folder, tag, search }: ScopeForm): object {
  const kind = scope;
  // The top is everything, which has a word of its own.
  if (kind === 'folder') return { kind, folder: folder === '' ? null : folder };
  if (kind === 'proxy') return { kind, id: proxy };
  if (kind === 'search') return { kind, search: search.trim() };
  return kind === 'tag' ? { kind, tag } : { kind };
}
