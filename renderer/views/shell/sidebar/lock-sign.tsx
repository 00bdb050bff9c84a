import { ActionIcon } from '@mantine/core';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../api/context.ts';
import { useVault } from '../../../api/vault.ts';
import { May } from '../../../components/may/may.tsx';
import { useAction } from '../../../components/use-action.tsx';
import { openUnlock } from '../../../components/vault/unlocking.ts';

/** Whether the passphrase vault is locked, and the button that makes it the other; nothing for a vault that is never locked. */
export function LockSign() {
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const vault = useVault();
  if (vault?.kind !== 'passphrase') return null;
  const { locked } = vault;
  const label = t(locked ? 'vault:locked.sign' : 'vault:locked.signOpen');
  return (
    <May needs="administer">
      <ActionIcon
        variant="subtle"
        color={locked ? 'yellow' : 'gray'}
        size="lg"
        aria-label={label}
        title={label}
        data-vault={locked ? 'locked' : 'unlocked'}
        loading={busy}
        onClick={() => (locked ? openUnlock() : run(() => client.call('vault.lock', {})))}
      >
        {locked ? (
          <IconLock size={18} stroke={1.7} aria-hidden />
        ) : (
          <IconLockOpen size={18} stroke={1.7} aria-hidden />
        )}
      </ActionIcon>
    </May>
  );
}
