import { ActionIcon } from '@mantine/core';
import { IconAppWindow } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../api/context.ts';
import { openInWindow, pathShown } from '../api/new-window.ts';
import { useAction } from './use-action.tsx';

/** Opens what this page shows in a window of its own. */
export function NewWindowButton() {
  const { t } = useTranslation();
  const { client } = useApi();
  const { run } = useAction();
  return (
    <ActionIcon
      size={30}
      variant="default"
      aria-label={t('newWindow')}
      title={t('newWindow')}
      onClick={() => run(() => openInWindow(client, pathShown()))}
    >
      <IconAppWindow size={16} aria-hidden />
    </ActionIcon>
  );
}
