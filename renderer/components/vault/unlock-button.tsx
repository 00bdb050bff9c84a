import { Button, type ButtonProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { May } from '../may/may.tsx';
import { openUnlock } from './unlocking.ts';

/** Asks for the passphrase, from where a locked vault is in the way. */
export function UnlockButton(props: ButtonProps) {
  const { t } = useTranslation();
  return (
    <May needs="administer">
      <Button variant="default" {...props} onClick={openUnlock}>
        {t('vault:locked.unlock')}
      </Button>
    </May>
  );
}
