import { Badge, Tooltip } from '@mantine/core';
import { IconBuilding } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useManaged } from '../../api/managed.ts';
import classes from './managed.module.css';

const onFocusToo = { hover: true, focus: true, touch: true };

/** Says that something is supplied by the administrators of this machine, by whom, and where that is written. */
export function ManagedBadge() {
  const { t } = useTranslation();
  const managed = useManaged();
  if (managed === null) return null;
  const { by, file } = managed;
  return (
    <Tooltip label={t('managed:where', { file })} multiline maw={400} events={onFocusToo}>
      <Badge
        className={classes.badge}
        size="xs"
        variant="outline"
        color="gray"
        tabIndex={0}
        aria-description={t('managed:where', { file })}
        leftSection={<IconBuilding size={11} aria-hidden />}
        data-managed=""
      >
        {t('managed:by', { by })}
      </Badge>
    </Tooltip>
  );
}
