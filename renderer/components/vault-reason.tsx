import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AppInfo } from '../../shared/model/app-info.ts';

/** Why passwords are kept nowhere; nothing where they are. */
export function VaultReason({ info }: { info: AppInfo }) {
  const { t } = useTranslation();
  const { reason, backend } = info.vault;
  if (reason === null) return null;
  return (
    <Text size="xs" c="dimmed" mt={2}>
      {t(`settings:vault.why.${reason}`, { backend })}
    </Text>
  );
}
