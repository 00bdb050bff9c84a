import { Alert, Group, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVault } from '../../../api/vault.ts';
import { UnlockButton } from '../../../components/vault/unlock-button.tsx';

/** Over every page while the vault is locked: how many logins wait for the passphrase, and where it is entered. */
export function LockedBanner() {
  const { t } = useTranslation();
  const vault = useVault();
  return (
    <>
      <LockTold />
      {vault?.locked === true && (
        <Alert
          variant="light"
          color="yellow"
          mb="md"
          icon={<IconLock aria-hidden />}
          title={t('vault:locked.title')}
          data-vault="locked"
        >
          <Group gap="sm" justify="space-between">
            <Text size="sm" c="var(--mantine-color-text)">
              {vault.waiting === 0
                ? t('vault:locked.text')
                : t('vault:locked.waiting', { count: vault.waiting })}
            </Text>
            <UnlockButton size="xs" variant="filled" />
          </Group>
        </Alert>
      )}
    </>
  );
}

/** Reads out that the vault was locked or unlocked, whoever did it, and that logins begin to wait; not each further one. */
function LockTold() {
  const { t } = useTranslation();
  const vault = useVault();
  const [told, setTold] = useState('');
  const before = useRef<boolean | null>(null);
  const locked = vault?.locked ?? null;
  const waits = (vault?.waiting ?? 0) > 0;
  useEffect(() => {
    const was = before.current;
    before.current = locked;
    if (locked === true) {
      setTold(waits ? t('vault:locked.toldWaiting') : t('vault:locked.told'));
    } else if (locked === false && was === true) {
      setTold(t('vault:unlock.done'));
    }
  }, [locked, waits, t]);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {told}
    </div>
  );
}
