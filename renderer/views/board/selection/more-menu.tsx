import { Button, Menu } from '@mantine/core';
import {
  IconCopyPlus,
  IconDots,
  IconFileExport,
  IconStar,
  IconStarOff,
  IconTrash,
} from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { navigate } from '../../../api/page.ts';
import { paths } from '../../../routes.ts';
import { useManyProfiles } from '../../profiles/many/use-many-profiles.ts';
import { RemoveQuestion } from './remove-question.tsx';

const ExportDialog = lazy(() => import('../../profiles/exporting/export-dialog.tsx'));

/** What is done with the profiles of those that are chosen, more rarely than the rest. */
export function MoreMenu(props: { profiles: readonly ProfileEntry[]; onDone: () => void }) {
  const { profiles, onDone } = props;
  const { t } = useTranslation();
  const many = useManyProfiles();
  const [exporting, setExporting] = useState(false);
  const [only] = profiles;
  const allFavourite = profiles.every(({ favourite }) => favourite);
  const FavouriteSign = allFavourite ? IconStarOff : IconStar;
  const duplicate = (): void => {
    if (profiles.length === 1 && only !== undefined) navigate(paths.duplicateOf(only.id));
    else many.duplicate(profiles);
  };
  return (
    <>
      <Menu position="top-end" shadow="md" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconDots size={15} aria-hidden />}
            loading={many.busy}
          >
            {t('arrangement:selection.more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconCopyPlus size={16} aria-hidden />} onClick={duplicate}>
            {t('duplicate')}
          </Menu.Item>
          <Menu.Item
            leftSection={<FavouriteSign size={16} aria-hidden />}
            onClick={() => many.favour(profiles, !allFavourite)}
          >
            {t(allFavourite ? 'arrangement:selection.unfavour' : 'arrangement:selection.favour')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconFileExport size={16} aria-hidden />}
            onClick={() => setExporting(true)}
          >
            {t('transfer:export.button')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            color="red"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => many.remove(profiles)}
          >
            {t('arrangement:selection.remove', { count: profiles.length })}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {exporting && (
        <Suspense>
          <ExportDialog
            offers={[{ kind: 'profiles', ids: profiles.map(({ id }) => id) }]}
            onClose={() => setExporting(false)}
          />
        </Suspense>
      )}
      {many.asking !== null && (
        <RemoveQuestion
          profiles={many.asking}
          onConfirm={() => {
            many.confirm();
            onDone();
          }}
          onClose={many.dismiss}
        />
      )}
    </>
  );
}
