import { Button, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/context.ts';
import { useVault } from '../../api/vault.ts';
import { notifyDone } from '../../components/toast.tsx';
import { hrefOf, paths } from '../../routes.ts';
import { PassphraseDialog } from './passphrase-dialog.tsx';

/** Asks for the passphrase of the vault, and unlocks it. */
export default function UnlockDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { client } = useApi();
  const vault = useVault();
  const sending = useRef(false);
  const waiting = vault?.waiting ?? 0;
  const unlocked = vault?.locked === false;

  useEffect(() => {
    // Another window, or the command line, was faster.
    if (unlocked && !sending.current) onClose();
  }, [unlocked, onClose]);
  const unlock = async (passphrase: string): Promise<void> => {
    sending.current = true;
    try {
      await client.call('vault.unlock', { passphrase });
      notifyDone(t('vault:unlock.done'), t('vault:unlock.doneText'));
      onClose();
    } finally {
      sending.current = false;
    }
  };
  return (
    <PassphraseDialog
      title={t('vault:unlock.title')}
      label={t('vault:field.label')}
      submit={t('vault:unlock.submit')}
      text={
        <Text size="sm">
          {waiting === 0 ? t('vault:unlock.text') : t('vault:unlock.waiting', { count: waiting })}
        </Text>
      }
      send={unlock}
      help={({ code }) =>
        code === 'vault-damaged' && (
          <Button
            component="a"
            href={hrefOf(paths.settings)}
            size="xs"
            variant="default"
            onClick={onClose}
          >
            {t('vault:unlock.toSettings')}
          </Button>
        )
      }
      onClose={onClose}
    />
  );
}
