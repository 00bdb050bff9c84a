import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorValue } from '../../../../../shared/errors.ts';
import type { VaultChoice, VaultKind, VaultState } from '../../../../../shared/model/vault.ts';
import { errorOf } from '../../../../api/client.ts';
import { useApi } from '../../../../api/context.ts';
import { Dialog } from '../../../../components/dialog.tsx';
import { ErrorPanel } from '../../../../components/error-panel.tsx';
import { notifyDone } from '../../../../components/toast.tsx';
import { UnlockButton } from '../../../../components/vault/unlock-button.tsx';
import { CommandFields } from './command-fields.tsx';
import { commandOf, typedCommand } from './command-form.ts';
import { IdleChoice } from './idle-choice.tsx';
import { isGood, noPassphrase, PassphraseFields } from './passphrase-fields.tsx';
import { WhatHappens } from './what-happens.tsx';

/** Minutes that are proposed for a new passphrase vault. */
const usualIdle = 15;

/** Before another vault is taken: what it wants to know, and what becomes of what is saved. */
export default function ChooseDialog(props: {
  kind: VaultKind;
  vault: VaultState;
  onClose: () => void;
}) {
  const { kind, vault, onClose } = props;
  const { t } = useTranslation();
  const { client } = useApi();
  const [passphrase, setPassphrase] = useState(noPassphrase);
  const [idleMinutes, setIdle] = useState<number | null>(usualIdle);
  const [command, setCommand] = useState(() => typedCommand(vault.command));
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorValue | null>(null);
  const choice = choiceOf();
  // What is saved cannot be taken along from a vault that is locked; to a command nothing is.
  const blocked = vault.locked && kind !== 'command';
  const name = t(`vault:${kind}.name`);

  function choiceOf(): VaultChoice | null {
    switch (kind) {
      case 'passphrase':
        if (!isGood(passphrase)) return null;
        return { kind, passphrase: passphrase.passphrase, idleMinutes };
      case 'command': {
        const read = commandOf(command);
        return 'faults' in read ? null : { kind, command: read };
      }
      default:
        return { kind };
    }
  }
  const take = async (chosen: VaultChoice): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await client.call('vault.choose', { choice: chosen });
      notifyDone(t('vault:choose.done', { name }), t('vault:choose.doneText'));
      onClose();
    } catch (thrown) {
      setError(errorOf(thrown));
      setBusy(false);
    }
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t(vault.kind === kind ? 'vault:choose.edit' : 'vault:choose.title', { name })}
      size="lg"
      closeOnClickOutside={false}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (choice !== null && !busy && !blocked) void take(choice);
        }}
      >
        <Stack gap="sm">
          {kind === 'passphrase' && (
            <>
              <PassphraseFields value={passphrase} onChange={setPassphrase} first />
              <IdleChoice value={idleMinutes} onChange={setIdle} />
            </>
          )}
          {kind === 'command' && <CommandFields value={command} onChange={setCommand} />}
          {vault.kind !== kind && <WhatHappens from={vault} to={kind} />}
          {error !== null && (
            <ErrorPanel error={error}>
              {error.code === 'vault-locked' && <UnlockButton size="xs" variant="filled" />}
            </ErrorPanel>
          )}
          <Group justify="flex-end" gap="xs">
            {blocked ? (
              <UnlockButton variant="filled" />
            ) : (
              <>
                <Button variant="default" onClick={onClose}>
                  {t('cancel')}
                </Button>
                <Button
                  type="submit"
                  loading={busy}
                  disabled={choice === null}
                  data-autofocus={kind === 'keychain' || kind === 'session' || undefined}
                >
                  {t(vault.kind === kind ? 'save' : 'vault:choose.submit')}
                </Button>
              </>
            )}
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
