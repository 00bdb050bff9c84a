import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/asker.ts';
import type { Needed } from './may.tsx';

/** What nobody is shown who has not at least this role: in its place stands why. What is in it asks the console nothing then. */
export function Only({
  needs,
  children,
}: {
  readonly needs: Needed;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  if (useMay(needs)) return children;
  return (
    <Text size="sm" c="dimmed" data-needs={needs}>
      {t(`may.needs.${needs}`)}
    </Text>
  );
}
