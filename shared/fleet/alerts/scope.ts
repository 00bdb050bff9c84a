import type { AlertScope } from '../../model/alert-rule.ts';
import type { Classes } from '../../model/environment-class.ts';
import { createFilter, type Filterable } from '../../model/filter/filter.ts';
import { hasTag, isInFolder } from '../../model/plan-targets.ts';
import { plainWords } from '../plain-words.ts';

/** What is looked at of a profile. */
export type Scoped = Filterable & { readonly id: string };

const nothingKnown = { state: '', via: null, unlike: [], trouble: false };

/** Why a search cannot say for whom a rule is: it asks for what a proxy does now, or a word of it means nothing. */
export type SearchFault =
  | { readonly kind: 'live' }
  | { readonly kind: 'word'; readonly word: string };

/** Null where a search can. */
export function searchFaultOf(search: string, classes: Classes): SearchFault | null {
  const { live, problems } = createFilter(search, plainWords(classes));
  const [problem] = problems;
  if (problem !== undefined) return { kind: 'word', word: problem.value };
  return live ? { kind: 'live' } : null;
}

/**
 * Tells for which profiles a rule, or maintenance, is. A search with a word that means nothing, as where a class is gone, is for none: what is
 * left of it would mean more than was meant.
 */
export function scopeTest(scope: AlertScope, classes: Classes): (profile: Scoped) => boolean {
  switch (scope.kind) {
    case 'all':
      return () => true;
    case 'proxy':
      return ({ id }) => id === scope.id;
    case 'folder':
      return (profile) => isInFolder(profile, scope.folder);
    case 'tag':
      return (profile) => hasTag(profile, scope.tag);
    case 'search': {
      if (searchFaultOf(scope.search, classes) !== null) return () => false;
      const filter = createFilter(scope.search, plainWords(classes));
      return (profile) => filter.fits(profile, nothingKnown);
    }
  }
}
