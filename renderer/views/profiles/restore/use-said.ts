import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CopyContent } from '../../../../shared/model/copies.ts';
import { isUsualClass, toothNames } from '../../../../shared/model/environment-class.ts';
import type { EnvironmentClass } from '../../../../shared/model/environment-class-schema.ts';
import type { DraftField } from '../../../../shared/model/profile-merge.ts';
import { useFieldValue } from '../../../components/use-field-value.ts';
import type { ChoiceItem } from './choice-group.tsx';

const intended = ['intendedTransformation', 'intendedBufferSize'] as const satisfies DraftField[];

/** What tags and classes of a copy say otherwise than now, each with what it was and is. */
export function useSaid({ tags, classes }: CopyContent): readonly ChoiceItem[] {
  const { t } = useTranslation();
  const said = useFieldValue();
  return useMemo(() => {
    const change = (field: string, now: string, copied: string): string =>
      t('copies:change', { field, now, copied });
    const nothing = t('copies:notThere');
    const asks = (each: EnvironmentClass | null): string => {
      if (each === null) return nothing;
      const teeth = toothNames.filter((tooth) => each.teeth[tooth]);
      return teeth.length === 0
        ? t('copies:asksNothing')
        : teeth.map((tooth) => t(`copies:teeth.${tooth}`)).join(', ');
    };
    const called = (each: EnvironmentClass): string =>
      isUsualClass(each.id) ? t(`environments.${each.id}`) : each.name;
    return [
      ...tags.map(({ tag, now, copy }) => ({
        id: `tag ${tag}`,
        name: t('copies:tag', { tag }),
        facts: intended
          .filter((field) => (now?.[field] ?? '') !== (copy?.[field] ?? ''))
          .map((field) =>
            change(
              t(`profiles:fields.${field}.label`),
              said(field, now?.[field] ?? ''),
              said(field, copy?.[field] ?? ''),
            ),
          ),
      })),
      ...classes.map(({ id, now, copy }) => {
        const shown = now ?? copy;
        const colour = (each: EnvironmentClass | null): string =>
          each === null ? nothing : t(`profiles:colours.${each.colour}`);
        const facts = [
          asks(now) === asks(copy) ? [] : change(t('copies:asks'), asks(now), asks(copy)),
          now?.name === copy?.name || now === null || copy === null
            ? []
            : change(t('profiles:fields.name.label'), now.name, copy.name),
          colour(now) === colour(copy) || now === null || copy === null
            ? []
            : change(t('profiles:fields.colour.label'), colour(now), colour(copy)),
        ].flat();
        const name = shown === null ? id : called(shown);
        return { id: `class ${id}`, name: t('copies:class', { name }), facts };
      }),
    ];
  }, [tags, classes, t, said]);
}
