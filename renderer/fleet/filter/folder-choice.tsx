import { ActionIcon, Popover } from '@mantine/core';
import { IconFolderSearch } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../components/lazy-view.tsx';

const FolderPopover = lazyPart(() => import('./folder-popover.tsx'));

/** Chooses from the tree the folder that is filtered by. */
export function FolderChoice(props: { text: string; onText: (text: string) => void }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const label = t('arrangement:filter.chooseFolder');
  return (
    <Popover
      position="bottom-start"
      shadow="md"
      width={340}
      trapFocus
      returnFocus
      opened={opened}
      onChange={setOpened}
    >
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={label}
          title={label}
          onClick={() => setOpened(!opened)}
        >
          <IconFolderSearch size={18} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <Suspense>
          <FolderPopover
            onChoose={(text) => {
              props.onText(text(props.text));
              setOpened(false);
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
