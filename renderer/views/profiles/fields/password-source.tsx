import { Button } from '@mantine/core';
import { IconFolder, IconPin } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './fields.module.css';
import type { FieldsProps } from './use-field-props.tsx';

/** At the password, where the folder that says who logs in has one: whether that holds or one of the profile's own, and what makes it the other. */
export function PasswordSource(props: FieldsProps & { folder: string; inherits: boolean }) {
  const { form, folder, inherits } = props;
  const { t } = useTranslation();
  const field = t('profiles:fields.password.label');
  const change = (): void => {
    form.setValues(inherits ? { inheritPassword: false } : { inheritPassword: true, password: '' });
    form.getInputNode('password')?.focus();
  };
  return (
    <span className={classes.source} data-source={inherits ? 'folder' : 'own'}>
      {inherits ? <IconFolder size={14} aria-hidden /> : <IconPin size={14} aria-hidden />}
      <span>
        {t(inherits ? 'profiles:source.password' : 'profiles:source.ownPassword', { folder })}
      </span>
      <Button
        size="compact-xs"
        variant="subtle"
        aria-label={t(inherits ? 'profiles:source.setField' : 'profiles:source.inheritField', {
          field,
        })}
        onClick={change}
      >
        {t(inherits ? 'profiles:source.set' : 'profiles:source.inherit')}
      </Button>
    </span>
  );
}
