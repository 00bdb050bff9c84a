import { Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorValue } from '../../../shared/errors.ts';
import { passphraseLength } from '../../../shared/model/vault.ts';
import { errorOf } from '../../api/client.ts';
import { useApi } from '../../api/context.ts';
import { useVault } from '../../api/vault.ts';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { SecretInput } from '../../components/secret-input.tsx';
import { notifyDone } from '../../components/toast.tsx';
import { hrefOf, paths } from '../../routes.ts';

/** Asks for the passphrase of the vault. What was typed goes to the console and is forgotten here. */
export default function UnlockDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { client } = useApi();
  const vault = useVault();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorValue | null>(null);
  const wrong = error?.code === 'wrong-passphrase';
  const waiting = vault?.waiting ?? 0;
  const unlocked = vault?.locked === false;

  useEffect(() => {
    // Another window, or the command line, was faster.
    if (unlocked && !busy) onClose();
  }, [unlocked, busy, onClose]);
  const unlock = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await client.call('vault.unlock', { passphrase: typed });
      notifyDone(t('vault:unlock.done'), t('vault:unlock.doneText'));
      onClose();
    } catch (thrown) {
      setError(errorOf(thrown));
      setBusy(false);
      // It can be typed over at once.
      requestAnimationFrame(() => field.current?.select());
    }
  };
  return (
    <Dialog opened onClose={onClose} title={t('vault:unlock.title')} centered size="md">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (typed !== '' && !busy) void unlock();
        }}
      >
        <Stack gap="sm">
          <Text size="sm">
            {waiting === 0 ? t('vault:unlock.text') : t('vault:unlock.waiting', { count: waiting })}
          </Text>
          <SecretInput
            ref={field}
            label={t('vault:field.label')}
            value={typed}
            onChange={({ currentTarget }) => {
              setTyped(currentTarget.value);
              if (wrong) setError(null);
            }}
            error={wrong && t('vault:field.wrong')}
            maxLength={passphraseLength.most}
            autoComplete="current-password"
            data-autofocus
            toggle={t('vault:field.toggle')}
          />
          {error !== null && !wrong && (
            <ErrorPanel error={error}>
              {error.code === 'vault-damaged' && (
                <Button
                  component="a"
                  href={hrefOf(paths.settings)}
                  size="xs"
                  variant="default"
                  onClick={onClose}
                >
                  {t('vault:unlock.toSettings')}
                </Button>
              )}
            </ErrorPanel>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={typed === ''}>
              {t('vault:unlock.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
