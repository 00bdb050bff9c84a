import { Autocomplete, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { transportChoices } from '../../../../shared/model/profile-words.ts';
import type { ProfileFolder } from '../../../../shared/model/stored-profile.ts';
import { useClassChoices } from '../../../components/class-words.ts';
import { PasswordField } from '../../../components/password-field.tsx';
import { folderChoices } from '../editor/folder-choices.ts';
import classes from './paste.module.css';
import type { ForAll } from './pasted-rows.ts';

/** What the lines have in common. */
export function ForAllFields(props: {
  value: ForAll;
  onChange: (change: Partial<ForAll>) => void;
  folders: readonly ProfileFolder[];
}) {
  const { value, onChange } = props;
  const { t, i18n } = useTranslation();
  const classChoices = useClassChoices();
  const asFolder = { value: '', label: t('profiles:paste.asFolder') };
  return (
    <div className={classes.forAll}>
      <Autocomplete
        label={t('profiles:fields.folder.label')}
        data={[...folderChoices(props.folders, i18n.resolvedLanguage ?? 'en')]}
        comboboxProps={{ withinPortal: false }}
        value={value.folder}
        onChange={(folder) => onChange({ folder })}
        maxLength={200}
      />
      <TextInput
        label={t('profiles:fields.user.label')}
        value={value.user}
        onChange={(event) => onChange({ user: event.currentTarget.value })}
        maxLength={255}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
      />
      <PasswordField
        label={t('profiles:fields.password.label')}
        value={value.password}
        onChange={(event) => onChange({ password: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('profiles:fields.environment.label')}
        value={value.environment}
        onChange={({ currentTarget }) => onChange({ environment: currentTarget.value })}
        data={[asFolder, ...classChoices]}
      />
      <NativeSelect
        label={t('profiles:fields.transport.label')}
        value={value.transport}
        onChange={({ currentTarget }) =>
          onChange({
            transport: transportChoices.find((each) => each === currentTarget.value) ?? '',
          })
        }
        data={[
          asFolder,
          ...transportChoices.map((each) => ({ value: each, label: t(`transports.${each}`) })),
        ]}
      />
    </div>
  );
}
