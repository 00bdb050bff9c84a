import { Checkbox, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FolderEntry } from '../../../../shared/ipc/calls/profile.ts';
import { PasswordField } from '../../../components/password-field.tsx';
import type { FieldFault } from '../editor/profile-form.ts';
import type { FolderForm } from './folder-form.ts';
import classes from './folders.module.css';

/** The password of a folder that says who logs in, and how many have it from there. */
export function FolderPassword(props: {
  form: FolderForm;
  saved: FolderEntry | undefined;
  heirs: number;
  fault: FieldFault | undefined;
  onChange: (part: Partial<FolderForm>) => void;
}) {
  const { form, saved, heirs, fault, onChange } = props;
  const { t } = useTranslation();
  const has = saved?.savedPassword === 'here';
  return (
    <div className={classes.setting} data-setting="password">
      <span className={classes.unsaid}>{t('profiles:folders.password.about')}</span>
      <div className={classes.password}>
        <PasswordField
          label={t('profiles:folders.password.label')}
          description={t(
            has ? 'profiles:folders.password.has' : 'profiles:folders.password.optional',
          )}
          placeholder={has && !form.removePassword ? t('profiles:fields.password.savedHere') : ''}
          value={form.password}
          onChange={({ currentTarget }) =>
            onChange({ password: currentTarget.value, removePassword: false })
          }
          error={fault && t(`profiles:faults.${fault}`, { character: '' })}
          size="sm"
        />
        {has && (
          <Checkbox
            size="sm"
            label={t('profiles:folders.password.remove')}
            checked={form.removePassword}
            onChange={({ currentTarget }) =>
              onChange({ removePassword: currentTarget.checked, password: '' })
            }
          />
        )}
        <Text size="xs" c="dimmed" role="status">
          {saved !== undefined && t('profiles:folders.password.heirs', { count: heirs })}
        </Text>
      </div>
    </div>
  );
}
