import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../../shared/assert.ts';
import type { PlanFacts } from '../../../../shared/model/plan.ts';

/** Says what the targets of a plan were chosen by when it was made; empty where they were chosen one by one. */
export function useScopeText(): (plan: Pick<PlanFacts, 'scope' | 'undoes'>) => string {
  const { t } = useTranslation();
  return ({ scope, undoes }) => {
    if (undoes !== null) return t('plans:scope.was.undo');
    switch (scope.kind) {
      case 'selection':
        return '';
      case 'folder':
        return t('plans:scope.was.folder', { folder: scope.folder });
      case 'tag':
        return t('plans:scope.was.tag', { tag: scope.tag });
      case 'search':
        return t('plans:scope.was.search', { search: scope.search });
      default:
        return assertNever(scope);
    }
  };
}
