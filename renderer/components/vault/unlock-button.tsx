import { Button, type ButtonProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { openUnlock } from './unlocking.ts';

/** Asks for the passphrase, from where a locked vault is in the way. */
export function UnlockButton(props: ButtonProps) {
  const { t } = useTranslation();
  return (
    <Button variant="default" {...props} onClick={openUnlock}>
      {t('vault:locked.unlock')}
    </Button>
  );
}
