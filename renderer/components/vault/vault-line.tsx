import { Group, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { VaultState } from '../../../shared/model/vault.ts';
import { paths } from '../../routes.ts';
import { RouteLink } from '../route-link.tsx';
import { UnlockButton } from './unlock-button.tsx';

/** Where a password goes that is entered here, or who is asked for it; why a safer place cannot be had; and that the vault is locked. */
export function VaultLine({ vault }: { vault: VaultState }) {
  const { t } = useTranslation();
  const { kind, backend, command, offered } = vault;
  // Only where passwords are forgotten is the other place missed.
  const missed = kind === 'session' ? offered.filter(({ refused }) => refused !== null) : [];
  return (
    <div data-vault-kind={kind}>
      <Text size="xs" c="dimmed">
        {kind === 'command' ? (
          <Asks program={command?.arguments[0] ?? ''} cacheMinutes={command?.cacheMinutes ?? 0} />
        ) : (
          t(`vault:${kind}.short`)
        )}
        {kind === 'keychain' && backend !== null && ` (${backend})`}{' '}
        <RouteLink to={paths.settings} inherit underline="always">
          {t('vault:form.choose')}
        </RouteLink>
      </Text>
      {missed.map(({ kind: other, refused }) => (
        <Text size="xs" c="dimmed" key={other} mt={2}>
          {t('vault:form.refused', {
            name: t(`vault:${other}.name`),
            why: t(`vault:why.${refused}`, { backend: backend ?? '' }),
          })}
        </Text>
      ))}
      <div role="status">
        {vault.locked && (
          <Group gap="xs" mt={4}>
            <IconLock size={14} aria-hidden color="var(--spcp-waiting)" />
            <Text size="xs">{t('vault:locked.field')}</Text>
            <UnlockButton size="compact-xs" />
          </Group>
        )}
      </div>
    </div>
  );
}

function Asks({ program, cacheMinutes }: { program: string; cacheMinutes: number }) {
  const { t } = useTranslation();
  return cacheMinutes === 0
    ? t('vault:form.asks', { program })
    : t('vault:form.asksCached', { program, count: cacheMinutes });
}
