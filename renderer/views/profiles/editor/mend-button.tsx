import { Button, type ButtonProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ErrorValue } from '../../../../shared/errors.ts';
import { hrefOf, paths } from '../../../routes.ts';
import { fieldToMend } from './field-to-mend.ts';

/** Leads to where what keeps a proxy away is put right: its profile, at the field, or the choice of the vault. */
export function MendButton({ id, why, ...rest }: ButtonProps & { id: string; why: ErrorValue }) {
  const { t } = useTranslation();
  return isOfVault(why) ? (
    <Button component="a" href={hrefOf(paths.settings)} {...rest}>
      {t('vault:toChoice')}
    </Button>
  ) : (
    <Button component="a" href={hrefOf(paths.profile(id, fieldToMend(why)))} {...rest}>
      {t('editProfile')}
    </Button>
  );
}

/** Not what the values of a profile make of the command. */
function isOfVault(why: ErrorValue): boolean {
  if (why.code === 'vault-command-failed') return why.detail.case !== 'field';
  return why.code === 'vault-damaged';
}
