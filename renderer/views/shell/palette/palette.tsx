import { Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePaletteActions } from './palette-actions.tsx';
import { findActions } from './palette-search.ts';

/** More are not read: typing narrows them down. */
const limit = 60;

/** Every page, proxy and command by name, behind Ctrl+K or Cmd+K. */
export function Palette() {
  const { t } = useTranslation();
  const [openings, setOpenings] = useState(0);
  const actions = usePaletteActions(openings);
  const opened = useCallback(() => setOpenings((count) => count + 1), []);
  return (
    <Spotlight
      actions={actions}
      filter={findActions}
      shortcut="mod + K"
      tagsToIgnore={[]}
      limit={limit}
      scrollable
      maxHeight={440}
      highlightQuery
      radius="md"
      // What is typed at once after the shortcut must arrive in the search.
      transitionProps={{ duration: 0 }}
      nothingFound={t('palette.nothing')}
      onSpotlightOpen={opened}
      attributes={{ content: { 'aria-label': t('palette.open') } }}
      searchProps={{
        placeholder: t('palette.placeholder'),
        'aria-label': t('palette.placeholder'),
        leftSection: <IconSearch size={18} stroke={1.6} aria-hidden />,
      }}
    />
  );
}
