import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/asker.ts';
import classes from './may.module.css';
import type { Needed } from './may.tsx';
import { reasonId } from './reason-id.ts';

/** Fields and buttons that act, for who has at least this role: for others above them stands why they are off. */
export function Allowed(props: {
  readonly needs: Needed;
  /** It stands above others already. */
  readonly said?: boolean;
  readonly children: ReactNode;
}) {
  const { needs, said = false, children } = props;
  const { t } = useTranslation();
  if (useMay(needs)) return children;
  return (
    <fieldset disabled className={classes.set} aria-describedby={reasonId(needs)}>
      {!said && (
        <Text size="sm" c="dimmed" data-needs={needs}>
          {t(`may.needs.${needs}`)}
        </Text>
      )}
      {children}
    </fieldset>
  );
}
