import { Badge } from '@mantine/core';
import { IconCode, IconFlask, IconShieldLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Environment } from '../../shared/model/profile.ts';
import classes from './environment-badge.module.css';

export const environmentSigns = {
  development: IconCode,
  staging: IconFlask,
  production: IconShieldLock,
} as const;

/** What a proxy is used for. */
export function EnvironmentBadge({ environment }: { environment: Environment }) {
  const { t } = useTranslation();
  const Sign = environmentSigns[environment];
  return (
    <Badge
      className={classes.badge}
      data-environment={environment}
      variant="outline"
      size="sm"
      leftSection={<Sign size={11} aria-hidden />}
    >
      {t(`environments.${environment}`)}
    </Badge>
  );
}
