import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { isSameName } from '../../../../shared/model/name.ts';
import { LockBar } from '../../proxy/settings/lock/lock-bar.tsx';
import { useLock } from '../../proxy/settings/lock/use-lock.ts';

/**
 * Before a production profile is removed, or becomes one that is not protected: it is unlocked and its name typed, as for a change on the
 * proxy. `onConfirm` gets what was typed.
 */
export function ProductionQuestion(props: {
  profile: ProfileEntry;
  action: 'remove' | 'edit';
  onConfirm: (confirmName: string) => void;
  onClose: () => void;
}) {
  const { profile, action } = props;
  const { t } = useTranslation();
  const control = useLock(profile);
  const [typed, setTyped] = useState('');
  const ready = control.lock.kind !== 'locked' && isSameName(typed, profile.name);
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t(`profiles:production.${action}.title`, { name: profile.name })}
      closeButtonProps={{ 'aria-label': t('close') }}
      centered
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          // A React tree is one form inside of another, wherever this is shown.
          event.stopPropagation();
          if (ready) props.onConfirm(typed);
        }}
      >
        <Stack gap="sm">
          <Text size="sm">{t(`profiles:production.${action}.text`)}</Text>
          <LockBar control={control} />
          <TextInput
            label={t('changes:confirm.label', { name: profile.name })}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            autoComplete="off"
            spellCheck={false}
            data-autofocus
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={props.onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" color="red" disabled={!ready}>
              {t(`profiles:production.${action}.submit`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
