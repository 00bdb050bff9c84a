import { ActionIcon, Popover, Stack, Text } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import {
  alikeBelow,
  smallestGroup,
  unlikeFrom,
  usualShare,
} from '../../../../shared/fleet/unlike.ts';
import help from '../../../components/help/help.module.css';
import { withinWindow } from '../../../components/help/within-window.ts';
import { useFormat } from '../../../format/use-format.ts';
import classes from './differences.module.css';

/** The arithmetic of what is unlike its group. */
export function HowFound() {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Popover position="bottom-end" width={460} {...withinWindow}>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          className={classes.help}
          size="sm"
          aria-label={t('arrangement:howFound.title')}
          title={t('arrangement:howFound.label')}
        >
          <IconHelpCircle size={16} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown
        className={help.text}
        aria-label={t('arrangement:howFound.title')}
        tabIndex={-1}
        data-autofocus
      >
        <Stack gap={8}>
          <Text size="sm" fw={600}>
            {t('arrangement:howFound.title')}
          </Text>
          <Text size="sm">{t('arrangement:howFound.groups', { smallest: smallestGroup })}</Text>
          <Text size="sm">{t('arrangement:howFound.numbers')}</Text>
          <p className={classes.formula}>{t('arrangement:howFound.formula')}</p>
          <Text size="sm">
            {t('arrangement:howFound.cut', {
              from: format.number(unlikeFrom),
              below: format.number(alikeBelow),
            })}
          </Text>
          <Text size="sm">
            {t('arrangement:howFound.settings', { share: format.percent(usualShare) })}
          </Text>
          <Text size="sm">{t('arrangement:howFound.often')}</Text>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
