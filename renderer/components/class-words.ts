import {
  IconCode,
  IconFlask,
  IconLock,
  IconQuestionMark,
  IconShieldLock,
  IconTag,
} from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Classes,
  isGuarded,
  isKnownClass,
  isUsualClass,
} from '../../shared/model/environment-class.ts';
import type { Environment } from '../../shared/model/profile.ts';
import { useClasses } from '../api/classes.ts';

const usualSigns = {
  development: IconCode,
  staging: IconFlask,
  production: IconShieldLock,
} as const;

/** The sign of a class: of one of the user's own whether it asks for something; of one that is not known a question mark. */
export function classSign(classes: Classes, id: Environment) {
  if (isUsualClass(id)) return usualSigns[id];
  if (!isKnownClass(classes, id)) return IconQuestionMark;
  return isGuarded(classes, id) ? IconLock : IconTag;
}

/** What a class is called in the language in use; of one that is not known, that it counts as production. */
export function className(classes: Classes, id: Environment, t: TFunction): string {
  if (isUsualClass(id)) return t(`environments.${id}`);
  return classes.get(id)?.name ?? t('unknownClass');
}

/** A function that says what a class is called. */
export function useClassName(): (id: Environment) => string {
  const { t } = useTranslation();
  const classes = useClasses();
  return useCallback((id) => className(classes, id, t), [classes, t]);
}

/** What can be chosen, with what it is called; one that is not known only where it is what there is now. */
export function useClassChoices(
  present?: Environment,
): readonly { readonly value: string; readonly label: string }[] {
  const nameOf = useClassName();
  const classes = useClasses();
  const ids = [...classes.keys()];
  const all =
    present === undefined || present === '' || classes.has(present) ? ids : [...ids, present];
  return all.map((value) => ({ value, label: nameOf(value) }));
}
