import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../components/dialog.tsx';
import { HeirList } from '../folders/newcomers.tsx';
import type { HeirsQuestion as Question } from './heirs-asked.ts';

/** Before profiles are moved into a folder that has a password: who would newly be sent it, and where, and whether they are to be. */
export default function HeirsQuestion({ heirs, answer }: Question) {
  const { t } = useTranslation();
  const count = heirs.length;
  return (
    <Dialog
      opened
      onClose={() => answer('cancel')}
      title={t('profiles:folders.newcomers.title', { count })}
      centered
      size="md"
    >
      <Stack gap="sm">
        <Text size="sm">{t('profiles:moving.heirs.text')}</Text>
        <HeirList profiles={heirs} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => answer('cancel')}>
            {t('cancel')}
          </Button>
          <Button variant="default" onClick={() => answer('without')} data-autofocus>
            {t('profiles:moving.heirs.without')}
          </Button>
          <Button onClick={() => answer('give')}>{t('profiles:moving.heirs.give')}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
