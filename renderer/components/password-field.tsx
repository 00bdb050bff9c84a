import { type PasswordInputProps, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useVault } from '../api/vault.ts';
import { SecretInput } from './secret-input.tsx';
import { VaultLine } from './vault/vault-line.tsx';

/** A field for the password of a proxy, and where that goes. Where an external command is asked there is no field, but a line that says so. */
export function PasswordField(props: PasswordInputProps) {
  const { t } = useTranslation();
  const vault = useVault();
  if (vault?.kind === 'command') {
    return (
      <div>
        <Text size="sm" fw={500}>
          {props.label}
        </Text>
        <VaultLine vault={vault} />
      </div>
    );
  }
  return (
    <div>
      <SecretInput
        {...props}
        maxLength={255}
        autoComplete="new-password"
        toggle={t('profiles:fields.password.toggle')}
        mb={4}
      />
      {vault !== null && <VaultLine vault={vault} />}
    </div>
  );
}
