import { ActionIcon, Popover, Stack, Text } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { fewestAccessesEach } from '../../../shared/fleet/insights/of-group.ts';
import { fewestAccesses, fewestReadings } from '../../../shared/fleet/insights/of-span.ts';
import help from '../help/help.module.css';
import { withinWindow } from '../help/within-window.ts';

/** What is explained. */
export type Explained =
  | 'meanDuration'
  | 'bytesPerAccess'
  | 'bytesPerConnection'
  | 'share'
  | 'balance'
  | 'moved'
  | 'accesses'
  | 'runs';

/** What a number means, how it is computed and when it is shown. */
export function InsightHelp({ of }: { of: Explained }) {
  const { t } = useTranslation();
  const name = t(`insights:names.${of}`);
  const label = t('insights:explain', { name });
  return (
    <Popover position="bottom-end" width={400} {...withinWindow}>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={label} title={label}>
          <IconHelpCircle size={15} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={help.text} aria-label={label} tabIndex={-1} data-autofocus>
        <Stack gap={8}>
          <Text size="sm" fw={600}>
            {name}
          </Text>
          <Text size="sm">{t(`insights:help.${of}.what`)}</Text>
          <Text size="sm">
            <b>{t('insights:formula')}</b>: {t(`insights:help.${of}.formula`)}
          </Text>
          <Text size="sm">
            <b>{t('insights:conditions')}</b>{' '}
            {t(`insights:help.${of}.conditions`, {
              accesses: fewestAccesses,
              readings: fewestReadings,
              least: fewestAccessesEach,
            })}
          </Text>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
