import { Button, Group, Text } from '@mantine/core';
import { IconCircleCheck, IconInfoCircle, IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VaultState } from '../../../../shared/model/vault.ts';
import { useApi } from '../../../api/context.ts';
import { useAction } from '../../../components/use-action.tsx';
import { openUnlock } from '../../../components/vault/unlocking.ts';
import { ChangePassphrase } from './change-passphrase.tsx';
import { IdleChoice } from './choose/idle-choice.tsx';
import { CommandInUse } from './command-in-use.tsx';
import { ForgetQuestion } from './forget-question.tsx';
import classes from './vault.module.css';

/** The vault in use, how it is now, and what can be done with it. */
export function VaultInUse({ vault, onEdit }: { vault: VaultState; onEdit: () => void }) {
  const { t } = useTranslation();
  const { kind, backend, locked, command } = vault;
  const Sign = locked ? IconLock : vault.persistent ? IconCircleCheck : IconInfoCircle;
  return (
    <div data-vault-kind={kind} data-locked={locked || undefined}>
      <Group gap={6} wrap="nowrap" align="flex-start" role="status">
        <Sign
          size={16}
          aria-hidden
          color={vault.persistent && !locked ? 'var(--spcp-ready)' : 'var(--spcp-waiting)'}
          className={classes.sign}
        />
        <Text size="sm">
          {t('vault:now', { name: t(`vault:${kind}.name`) })}
          {kind === 'keychain' && backend !== null && ` (${backend})`}
          {kind === 'passphrase' && ' – '}
          {kind === 'passphrase' && t(locked ? 'vault:nowLocked' : 'vault:nowUnlocked')}
        </Text>
      </Group>
      {kind === 'passphrase' && <PassphraseTools vault={vault} />}
      {kind === 'command' && command !== null && (
        <CommandInUse vault={vault} command={command} onEdit={onEdit} />
      )}
    </div>
  );
}

function PassphraseTools({ vault }: { vault: VaultState }) {
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const [changing, setChanging] = useState(false);
  const [forgetting, setForgetting] = useState(false);
  return (
    <div className={classes.tools}>
      <IdleChoice
        value={vault.idleMinutes}
        onChange={(idleMinutes) => run(() => client.call('vault.setIdle', { idleMinutes }))}
      />
      <Group gap="xs">
        {/* One button that changes, so that the focus stays. */}
        <Button
          size="xs"
          variant={vault.locked ? 'filled' : 'default'}
          loading={busy}
          onClick={() => (vault.locked ? openUnlock() : run(() => client.call('vault.lock', {})))}
        >
          {t(vault.locked ? 'vault:locked.unlock' : 'vault:lockNow')}
        </Button>
        <Button size="xs" variant="default" onClick={() => setChanging(true)}>
          {t('vault:change.open')}
        </Button>
        {vault.locked && (
          <Button size="xs" variant="default" onClick={() => setForgetting(true)}>
            {t('vault:forget.open')}
          </Button>
        )}
      </Group>
      {changing && <ChangePassphrase onClose={() => setChanging(false)} />}
      {forgetting && <ForgetQuestion onClose={() => setForgetting(false)} />}
    </div>
  );
}
