import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../shared/assert.ts';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import type { PlanScope } from '../../../shared/model/plan.ts';
import { shortened } from '../../../shared/model/plan-name.ts';
import type { PlanForm } from './plan-form.ts';

/** Characters of a command, and of what its targets were chosen by, that a name has room for. */
const longest = { value: 40, scope: 28 } as const;

/** What the form of a plan proposes as its name, in the language of the window, to be edited before there is the plan: what is set, and on whom. */
export function useUsualName(): (
  form: PlanForm,
  scope: PlanScope,
  targets: readonly Pick<ProfileEntry, 'name'>[],
) => string {
  const { t } = useTranslation();
  const valueIn = (form: PlanForm): string => {
    const { setting, transformation, none, bytes } = form;
    if (setting === 'bufferSize') return `${t('changes:settings.bufferSize')} ${bytes}`.trim();
    if (none) return t('plans:new.noTransformation');
    return transformation.trim() === '' ? t('changes:settings.transformation') : transformation;
  };
  return (form, scope, targets) => {
    const value = shortened(valueIn(form), longest.value);
    const on = scopeIn(scope) || namesIn(targets);
    if (on === '') return value;
    return t('plans:new.usualName', { value, scope: shortened(on, longest.scope) });
  };

  function namesIn([first, ...others]: readonly Pick<ProfileEntry, 'name'>[]): string {
    if (first === undefined) return '';
    return others.length === 0 ? first.name : t('plans:scope.count', { count: others.length + 1 });
  }
}

function scopeIn(scope: PlanScope): string {
  switch (scope.kind) {
    case 'selection':
      return '';
    case 'folder':
      return scope.folder;
    case 'tag':
      return scope.tag;
    case 'search':
      return scope.search.trim();
    default:
      return assertNever(scope);
  }
}
