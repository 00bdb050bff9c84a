import type { AlertScope } from '../../../shared/model/alert-rule.ts';

/** Which proxies are meant, as it is chosen. */
export interface ScopeForm {
  readonly scope: AlertScope['kind'];
  readonly proxy: string;
  readonly folder: string;
  readonly tag: string;
}

/** Not a scope yet where nothing is chosen. */
export function scopeOf({ scope, proxy, folder, tag }: ScopeForm): object {
  const kind = scope;
  // The top is everything, which has a word of its own.
  if (kind === 'folder') return { kind, folder: folder === '' ? null : folder };
  if (kind === 'proxy') return { kind, id: proxy };
  return kind === 'tag' ? { kind, tag } : { kind };
}
