import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/asker.ts';
import { Callout } from '../callout.tsx';
import type { Needed } from './may.tsx';

/** Above a form: that who sits here cannot send it, and who could; nothing for who can. */
export function LookOnly({ needs }: { readonly needs: Needed }) {
  const { t } = useTranslation();
  if (useMay(needs)) return null;
  return (
    <Callout tone="info" title={t('may.lookOnly')} code="look-only">
      <Text size="sm" data-needs={needs}>
        {t(`may.needs.${needs}`)}
      </Text>
    </Callout>
  );
}
