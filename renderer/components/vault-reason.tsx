import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AppInfo } from '../../shared/model/app-info.ts';
import { Reason } from './reason.tsx';

/** Why passwords are kept as they are: always the same in the web shell, else as the core words it. */
export function VaultReason({ info }: { info: AppInfo }) {
  const { t } = useTranslation();
  if (info.shell !== 'web') return <Reason text={info.vault.reason} />;
  return (
    <Text size="xs" c="dimmed" mt={2}>
      {t('settings:vault.web')}
    </Text>
  );
}
