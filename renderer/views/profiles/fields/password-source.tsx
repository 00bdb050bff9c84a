import { Button } from '@mantine/core';
import { IconFolder, IconPin } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './fields.module.css';
import type { FieldsProps } from './use-field-props.tsx';

const texts = {
  folder: 'profiles:source.password',
  own: 'profiles:source.ownPassword',
  again: 'profiles:source.passwordAgain',
} as const;

/**
 * At the password, where the folder that says who logs in has one: whether that holds or one of the profile's own, and what makes it the other.
 * `again`: that held for another place, and is used here once somebody says so.
 */
export function PasswordSource(
  props: FieldsProps & { folder: string; kind: 'folder' | 'own' | 'again' },
) {
  const { form, folder, kind } = props;
  const inherits = kind === 'folder';
  const { t } = useTranslation();
  const field = t('profiles:fields.password.label');
  const change = (): void => {
    form.clearFieldError('password');
    form.setValues(inherits ? { inheritPassword: false } : { inheritPassword: true, password: '' });
    form.getInputNode('password')?.focus();
  };
  return (
    <span className={classes.source} data-source={kind}>
      {inherits ? <IconFolder size={14} aria-hidden /> : <IconPin size={14} aria-hidden />}
      <span>{t(texts[kind], { folder })}</span>
      <Button
        size="compact-xs"
        variant="subtle"
        aria-label={
          kind === 'again'
            ? undefined
            : t(inherits ? 'profiles:source.setField' : 'profiles:source.inheritField', { field })
        }
        onClick={change}
      >
        {t(
          kind === 'again'
            ? 'profiles:source.useThere'
            : inherits
              ? 'profiles:source.set'
              : 'profiles:source.inherit',
        )}
      </Button>
    </span>
  );
}
