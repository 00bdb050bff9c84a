import { Button, Group, Stack } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorValue } from '../../../shared/errors.ts';
import { passphraseLength } from '../../../shared/model/vault.ts';
import { errorOf } from '../../api/client.ts';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { SecretInput } from '../../components/secret-input.tsx';

/**
 * Asks for the passphrase of the vault. What was typed goes to `send` and is forgotten here; a wrong one is told at its field, and can be typed
 * over at once. `send` tells of what it did, and closes; it rejects as a call does.
 */
export function PassphraseDialog(props: {
  title: string;
  label: string;
  submit: string;
  /** Over the field, and under it. */
  text?: ReactNode;
  more?: ReactNode;
  /** Whether all else is given. */
  ready?: boolean;
  send: (passphrase: string) => Promise<void>;
  /** What helps against an error other than a wrong passphrase. */
  help?: (error: ErrorValue) => ReactNode;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { ready = true } = props;
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorValue | null>(null);
  const wrong = error?.code === 'wrong-passphrase';
  const send = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await props.send(typed);
    } catch (thrown) {
      setError(errorOf(thrown));
      setBusy(false);
      requestAnimationFrame(() => field.current?.select());
    }
  };
  return (
    <Dialog opened onClose={props.onClose} title={props.title} centered size="md">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (typed !== '' && ready && !busy) void send();
        }}
      >
        <Stack gap="sm">
          {props.text}
          <SecretInput
            ref={field}
            label={props.label}
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
          {props.more}
          {error !== null && !wrong && <ErrorPanel error={error}>{props.help?.(error)}</ErrorPanel>}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={props.onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={typed === '' || !ready}>
              {props.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
