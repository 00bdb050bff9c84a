import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isSameName } from '../../../../shared/model/name.ts';
import { useApi } from '../../../api/context.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { notifyDone } from '../../../components/toast.tsx';
import { useAction } from '../../../components/use-action.tsx';

/** Before a passphrase vault is set aside whose passphrase is lost, or whose file is damaged: all that is in it is lost. */
export function ForgetQuestion({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const [typed, setTyped] = useState('');
  const word = t('vault:forget.word');
  const sure = isSameName(typed, word);
  const forget = () =>
    run(async () => {
      const { kept } = await client.call('vault.forget', {});
      const text = kept === null ? 'vault:forget.doneText' : 'vault:forget.keptText';
      notifyDone(t('vault:forget.done'), t(text, { file: kept }));
      onClose();
    });
  return (
    <Dialog opened onClose={onClose} title={t('vault:forget.title')} centered size="md">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (sure && !busy) forget();
        }}
      >
        <Stack gap="sm">
          <Text size="sm">{t('vault:forget.text')}</Text>
          <TextInput
            label={t('vault:forget.sure', { word })}
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            autoComplete="off"
            spellCheck={false}
            data-autofocus
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" color="red.9" disabled={!sure} loading={busy}>
              {t('vault:forget.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
