import { Text, TextInput } from '@mantine/core';
import { IconLockOpen2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { areStock } from '../../../../shared/model/stock-credentials.ts';
import { useVault } from '../../../api/vault.ts';
import { Callout } from '../../../components/callout.tsx';
import { SecretInput } from '../../../components/secret-input.tsx';
import { VaultLine } from '../../../components/vault/vault-line.tsx';
import { hasOwnPassword, passwordFolder, wantsPasswordAgain } from '../editor/profile-form.ts';
import { FieldSource } from './field-source.tsx';
import classes from './fields.module.css';
import { PasswordSource } from './password-source.tsx';
import { type FieldsProps, useFieldProps } from './use-field-props.tsx';

/** Who logs in, and where the password comes from or goes to. */
export function AccessFields(fields: FieldsProps) {
  const { form } = fields;
  const profile = fields.elsewhere.base;
  const { t } = useTranslation();
  const props = useFieldProps(fields);
  const vault = useVault();
  const { user, password, transport } = form.getValues();
  const savedStock = profile?.stockCredentials === true && user === profile.user && password === '';
  return (
    <>
      <div className={classes.first}>
        <TextInput
          {...props('user')}
          withAsterisk
          description={t('profiles:fields.user.description')}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
        <FieldSource {...fields} setting="user" />
      </div>
      {vault?.kind === 'command' ? (
        <div>
          <Text size="sm" fw={500}>
            {t('profiles:fields.password.label')}
          </Text>
          <VaultLine vault={vault} />
        </div>
      ) : (
        <>
          <PasswordField {...fields} />
          {vault !== null && (
            <div className={classes.wide}>
              <VaultLine vault={vault} />
            </div>
          )}
        </>
      )}
      {(areStock(user, password) || savedStock) && (
        <div className={classes.wide}>
          <Callout tone="warning" title={t('profiles:stock.title')}>
            <Text size="sm">{t('profiles:stock.text')}</Text>
          </Callout>
        </div>
      )}
      {transport !== 'ssh' && (
        <div className={`${classes.note} ${classes.wide}`}>
          <IconLockOpen2 size={16} aria-hidden />
          <Text size="xs" c="dimmed">
            {t('profiles:clear')}
          </Text>
        </div>
      )}
    </>
  );
}

/** The saved password never comes here: the field is empty, and says whether there is one. */
function PasswordField(fields: FieldsProps) {
  const { t } = useTranslation();
  const profile = fields.elsewhere.base;
  const values = fields.form.getValues();
  const folder = passwordFolder(values, fields.inheritance);
  const isFromFolder = profile?.passwordFrom !== undefined || values.inheritPassword;
  const own = isFromFolder ? 'none' : (profile?.savedPassword ?? 'none');
  const again = wantsPasswordAgain(values, profile);
  const inherits = folder !== null && !hasOwnPassword(values, profile) && !again;
  const wants = again && values.password === '';
  const isSaved = (inherits || own === 'here') && !again;
  return (
    <div>
      <SecretInput
        {...useFieldProps(fields)('password')}
        withAsterisk={again}
        placeholder={isSaved ? t('profiles:fields.password.savedHere') : ''}
        description={
          inherits ? undefined : t(`profiles:fields.password.saved.${again ? 'elsewhere' : own}`)
        }
        autoComplete="new-password"
        toggle={t('profiles:fields.password.toggle')}
      />
      {folder !== null && (
        <PasswordSource
          {...fields}
          folder={folder.name}
          kind={inherits ? 'folder' : wants && isFromFolder ? 'again' : 'own'}
        />
      )}
    </div>
  );
}
