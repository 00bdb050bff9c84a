import { Button, Group, Stack } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorValue } from '../../../../shared/errors.ts';
import { passphraseLength } from '../../../../shared/model/vault.ts';
import { errorOf } from '../../../api/client.ts';
import { useApi } from '../../../api/context.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { SecretInput } from '../../../components/secret-input.tsx';
import { notifyDone } from '../../../components/toast.tsx';
import { isGood, noPassphrase, PassphraseFields } from './choose/passphrase-fields.tsx';

/** Another passphrase for the vault: the old one, and the new one twice. */
export function ChangePassphrase({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { client } = useApi();
  const field = useRef<HTMLInputElement>(null);
  const [old, setOld] = useState('');
  const [next, setNext] = useState(noPassphrase);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorValue | null>(null);
  const wrong = error?.code === 'wrong-passphrase';
  const ready = old !== '' && isGood(next);
  const change = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await client.call('vault.changePassphrase', { old, next: next.passphrase });
      notifyDone(t('vault:change.done'), t('vault:change.doneText'));
      onClose();
    } catch (thrown) {
      setError(errorOf(thrown));
      setBusy(false);
      requestAnimationFrame(() => field.current?.select());
    }
  };
  return (
    <Dialog opened onClose={onClose} title={t('vault:change.title')} centered size="md">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !busy) void change();
        }}
      >
        <Stack gap="sm">
          <SecretInput
            ref={field}
            label={t('vault:change.old')}
            value={old}
            onChange={({ currentTarget }) => {
              setOld(currentTarget.value);
              if (wrong) setError(null);
            }}
            error={wrong && t('vault:field.wrong')}
            maxLength={passphraseLength.most}
            autoComplete="current-password"
            data-autofocus
            toggle={t('vault:field.toggle')}
          />
          <PassphraseFields value={next} onChange={setNext} />
          {error !== null && !wrong && <ErrorPanel error={error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={!ready}>
              {t('vault:change.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
