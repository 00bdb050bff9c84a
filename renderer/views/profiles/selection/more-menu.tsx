import { Button, Menu } from '@mantine/core';
import {
  IconCopyPlus,
  IconDots,
  IconFileExport,
  IconStar,
  IconStarOff,
  IconTrash,
} from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { navigate } from '../../../api/page.ts';
import { lazyPart } from '../../../components/lazy-view.tsx';
import { May } from '../../../components/may/may.tsx';
import { paths } from '../../../routes.ts';
import { useManyProfiles } from '../many/use-many-profiles.ts';
import { RemoveQuestion } from './remove-question.tsx';
import type { Tool } from './tool.ts';

const ExportDialog = lazyPart(() => import('../exporting/export-dialog.tsx'));

/** What is done with the profiles of those that are chosen, more rarely than the rest, behind what there is no other room for. */
export function MoreMenu(props: {
  profiles: readonly ProfileEntry[];
  folded: readonly Tool[];
  onDone: () => void;
}) {
  const { profiles, folded, onDone } = props;
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
          {folded.map((tool) => (
            <ToolItem key={tool.key} tool={tool} />
          ))}
          {folded.length > 0 && <Menu.Divider />}
          <May needs="administer">
            <Menu.Item leftSection={<IconCopyPlus size={16} aria-hidden />} onClick={duplicate}>
              {t('duplicate')}
            </Menu.Item>
          </May>
          <May needs="administer">
            <Menu.Item
              leftSection={<FavouriteSign size={16} aria-hidden />}
              onClick={() => many.favour(profiles, !allFavourite)}
            >
              {t(allFavourite ? 'arrangement:selection.unfavour' : 'arrangement:selection.favour')}
            </Menu.Item>
          </May>
          <May needs="administer">
            <Menu.Item
              leftSection={<IconFileExport size={16} aria-hidden />}
              onClick={() => setExporting(true)}
            >
              {t('transfer:export.button')}
            </Menu.Item>
          </May>
          <Menu.Divider />
          <May needs="administer">
            <Menu.Item
              color="red"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => many.remove(profiles)}
            >
              {t('arrangement:selection.remove', { count: profiles.length })}
            </Menu.Item>
          </May>
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

function ToolItem({ tool }: { tool: Tool }) {
  const { label, icon: Sign, act, disabled = false, needs, title, shortcut } = tool;
  const look = {
    leftSection: <Sign size={16} aria-hidden />,
    title,
    'aria-keyshortcuts': shortcut,
    children: label,
  };
  const item =
    typeof act === 'function' ? (
      <Menu.Item {...look} disabled={disabled} onClick={act} />
    ) : (
      <Menu.Item {...look} component="a" href={act.href} />
    );
  return needs === undefined ? item : <May needs={needs}>{item}</May>;
}
