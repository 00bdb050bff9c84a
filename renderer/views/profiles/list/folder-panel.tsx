import { ActionIcon, Group } from '@mantine/core';
import {
  IconFileExport,
  IconFolderPlus,
  IconFolderSymlink,
  IconListCheck,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { lazyPart } from '../../../components/lazy-view.tsx';
import { May } from '../../../components/may/may.tsx';
import type { FolderLine } from '../../../components/tree/folder-lines.ts';
import { FolderRow } from '../../../components/tree/folder-row.tsx';
import { Tree } from '../../../components/tree/tree.tsx';
import { useFolderLines } from '../../../components/tree/use-folder-lines.ts';
import { hrefOf, paths } from '../../../routes.ts';
import { useFolderRemoval } from '../folders/use-folder-removal.ts';
import { useFolderDrag } from '../moving/use-folder-drag.ts';
import classes from './profile-list.module.css';

const ExportDialog = lazyPart(() => import('../exporting/export-dialog.tsx'));
const MoveDialog = lazyPart(() => import('../moving/move-dialog.tsx'));

/** The folders beside the list: chooses what it shows, and takes what is dropped on one. Below it what can be done with the one that is chosen. */
export function FolderPanel(props: {
  profiles: readonly ProfileEntry[];
  folder: string;
  onFolder: (path: string) => void;
}) {
  const { profiles, folder, onFolder } = props;
  const { t } = useTranslation();
  const { lines, current, onFold, onChoose } = useFolderLines(profiles, folder, onFolder);
  const drag = useFolderDrag<FolderLine>();
  const removal = useFolderRemoval();
  const [moving, setMoving] = useState(false);
  const [exporting, setExporting] = useState(false);
  const chosen = lines.find(({ key }) => key === current);
  const kept = chosen?.kind === 'folder' ? chosen.folder : null;
  const name = kept?.name ?? '';
  const remove = (): void => {
    if (kept?.id == null) return;
    const { id, path } = kept;
    // What lay in it lies in the folder around it.
    removal.remove({ id, path }, () => onFolder(path.slice(0, Math.max(0, path.lastIndexOf('/')))));
  };
  return (
    <section className={classes.folders} aria-label={t('pages.folders')}>
      <Group gap={2} className={classes.foldersHead}>
        <h2>{t('pages.folders')}</h2>
        {kept?.id != null && (
          <>
            <ActionIcon
              component="a"
              href={hrefOf(paths.folder(kept.id))}
              variant="subtle"
              color="gray"
              aria-label={t('profiles:folders.edit', { name })}
              title={t('profiles:folders.edit', { name })}
            >
              <IconPencil size={16} aria-hidden />
            </ActionIcon>
            <May needs="administer">
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('profiles:moving.folder', { name })}
                title={t('profiles:moving.folder', { name })}
                onClick={() => setMoving(true)}
              >
                <IconFolderSymlink size={16} aria-hidden />
              </ActionIcon>
            </May>
            <May needs="administer">
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('transfer:export.ofFolder', { name })}
                title={t('transfer:export.ofFolder', { name })}
                onClick={() => setExporting(true)}
              >
                <IconFileExport size={16} aria-hidden />
              </ActionIcon>
            </May>
            <May needs="administer">
              <ActionIcon
                variant="subtle"
                color="gray"
                loading={removal.busy}
                aria-label={t('profiles:folders.remove', { name })}
                title={t('profiles:folders.remove', { name })}
                onClick={remove}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </May>
          </>
        )}
        {kept !== null && (
          <May needs="operate">
            <ActionIcon
              component="a"
              href={hrefOf(paths.newPlan({ folder: kept.path }))}
              variant="subtle"
              color="gray"
              aria-label={t('plans:ofFolder', { name })}
              title={t('plans:ofFolder', { name })}
            >
              <IconListCheck size={16} aria-hidden />
            </ActionIcon>
          </May>
        )}
        <May needs="administer">
          <ActionIcon
            component="a"
            href={hrefOf(paths.newFolder)}
            variant="subtle"
            color="gray"
            aria-label={t('pages.newFolder')}
            title={t('pages.newFolder')}
          >
            <IconFolderPlus size={16} aria-hidden />
          </ActionIcon>
        </May>
      </Group>
      <Tree
        lines={lines}
        label={t('pages.folders')}
        Row={FolderRow}
        current={current}
        onFold={onFold}
        onChoose={onChoose}
        drag={drag}
      />
      {exporting && kept?.id != null && (
        <Suspense>
          <ExportDialog
            offers={[{ kind: 'folder', id: kept.id, name: kept.path }]}
            onClose={() => setExporting(false)}
          />
        </Suspense>
      )}
      {moving && kept?.id != null && (
        <Suspense>
          <MoveDialog
            what={{ kind: 'folder', id: kept.id, path: kept.path }}
            name={name}
            onClose={() => setMoving(false)}
          />
        </Suspense>
      )}
    </section>
  );
}
