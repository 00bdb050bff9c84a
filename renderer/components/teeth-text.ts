import { useTranslation } from 'react-i18next';
import { isKnownClass, teethOf } from '../../shared/model/environment-class.ts';
import { useClasses } from '../api/classes.ts';

/** A function that says what a class asks for before a proxy of it is changed, in a sentence. */
export function useTeethText(): (id: string) => string {
  const { t } = useTranslation();
  const classes = useClasses();
  return (id) => {
    const { readOnly, typed, marked } = teethOf(classes, id);
    const asks =
      readOnly && typed
        ? 'both'
        : readOnly
          ? 'readOnly'
          : typed
            ? 'typed'
            : marked
              ? 'marked'
              : 'none';
    const said = t(`profiles:teeth.${asks}`);
    return isKnownClass(classes, id) ? said : `${t('profiles:teeth.unknown')} ${said}`;
  };
}
