import { PasswordInput, Text, TextInput } from '@mantine/core';
import { IconLockOpen2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AppInfo } from '../../../../shared/model/app-info.ts';
import { areStock } from '../../../../shared/model/stock-credentials.ts';
import { useInfo } from '../../../api/profiles.ts';
import { Callout } from '../../../components/callout.tsx';
import { VaultReason } from '../../../components/vault-reason.tsx';
import { wantsPasswordAgain } from '../editor/profile-form.ts';
import { FieldSource } from './field-source.tsx';
import classes from './fields.module.css';
import { type FieldsProps, useFieldProps } from './use-field-props.tsx';

/** Who logs in. The saved password never comes here: the field is empty, and says whether there is one. */
export function AccessFields(fields: FieldsProps) {
  const { form } = fields;
  const profile = fields.elsewhere.base;
  const { t } = useTranslation();
  const props = useFieldProps(fields);
  const info = useInfo();
  const { user, password } = form.getValues();
  const saved = profile?.savedPassword ?? 'none';
  const again = wantsPasswordAgain(form.getValues(), profile);
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
      <div>
        <PasswordInput
          {...props('password')}
          withAsterisk={again}
          placeholder={saved === 'here' && !again ? t('profiles:fields.password.savedHere') : ''}
          description={t(`profiles:fields.password.saved.${again ? 'elsewhere' : saved}`)}
          autoComplete="new-password"
          visibilityToggleButtonProps={{
            'aria-label': t('profiles:fields.password.toggle'),
            tabIndex: 0,
          }}
        />
      </div>
      {info !== null && <Keeping info={info} />}
      {(areStock(user, password) || savedStock) && (
        <div className={classes.wide}>
          <Callout tone="warning" title={t('profiles:stock.title')}>
            <Text size="sm">{t('profiles:stock.text')}</Text>
          </Callout>
        </div>
      )}
      {form.getValues().transport !== 'ssh' && (
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

/** Where a password goes when the profile is saved. */
function Keeping({ info }: { info: AppInfo }) {
  const { t } = useTranslation();
  const { vault } = info;
  return (
    <div className={classes.wide}>
      <Text size="xs" c="dimmed">
        {t(`profiles:vault.${vault.kind}`)}
        {vault.backend !== null && ` (${vault.backend})`}
      </Text>
      {!vault.persistent && <VaultReason info={info} />}
    </div>
  );
}
