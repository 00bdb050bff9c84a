import { ActionIcon, Popover } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import help from '../../components/help/help.module.css';
import { withinWindow } from '../../components/help/within-window.ts';
import { lazyView } from '../../components/lazy-view.tsx';
import classes from './filter.module.css';

/** Has what fills texts with examples along, which the board is drawn without. */
const FilterHelpText = lazyView(async () => (await import('./filter-help-text.tsx')).default);

/** Says what can be typed into the filter. */
export function FilterHelp() {
  const { t } = useTranslation();
  return (
    <Popover position="bottom-start" width={440} {...withinWindow}>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          className={classes.help}
          aria-label={t('arrangement:filter.help')}
          title={t('arrangement:filter.help')}
        >
          <IconHelpCircle size={18} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown
        className={help.text}
        aria-label={t('arrangement:filter.help')}
        tabIndex={-1}
        data-autofocus
      >
        <FilterHelpText />
      </Popover.Dropdown>
    </Popover>
  );
}
