import { ActionIcon, Button, Table } from '@mantine/core';
import { IconFolder, IconFolderPlus, IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FolderEntry } from '../../../../shared/ipc/profile-calls.ts';
import { folderPath, foldersById } from '../../../../shared/model/resolve-profile.ts';
import { settingNames } from '../../../../shared/model/stored-profile.ts';
import { fieldValue } from '../../../../shared/texts/field-value.ts';
import { useApi } from '../../../api/context.ts';
import { useFolders } from '../../../api/folders.ts';
import { useProfiles } from '../../../api/profiles.ts';
import { ManagedBadge } from '../../../components/managed/managed-badge.tsx';
import { PageTitle } from '../../../components/page-title.tsx';
import { useUndoable } from '../../../components/undoable.tsx';
import { useAction } from '../../../components/use-action.tsx';
import { Empty, ViewStates } from '../../../components/view-states.tsx';
import { useSpeaker } from '../../../format/use-speaker.ts';
import { hrefOf, paths } from '../../../routes.ts';
import { memberCounts } from './folder-effects.ts';
import classes from './folders.module.css';

/** All folders, and what each says for the profiles in it. */
export default function FolderList() {
  const { t } = useTranslation();
  return (
    <>
      <PageTitle title={t('pages.folders')} description={t('profiles:folders.description')}>
        <NewFolder />
      </PageTitle>
      <ViewStates
        loaded={useFolders()}
        isEmpty={(list) => list.length === 0}
        empty={
          <Empty title={t('profiles:folders.none')} text={t('profiles:folders.noneText')}>
            <NewFolder />
          </Empty>
        }
      >
        {(folders) => <Folders folders={folders} />}
      </ViewStates>
    </>
  );
}

function NewFolder() {
  const { t } = useTranslation();
  return (
    <Button
      component="a"
      href={hrefOf(paths.newFolder)}
      size="xs"
      leftSection={<IconFolderPlus size={14} aria-hidden />}
    >
      {t('pages.newFolder')}
    </Button>
  );
}

function Folders({ folders }: { folders: readonly FolderEntry[] }) {
  const { t, i18n } = useTranslation();
  const profiles = useProfiles().value ?? [];
  const byId = foldersById(folders);
  const { compare } = new Intl.Collator(i18n.resolvedLanguage ?? 'en', { numeric: true });
  const rows = folders
    .map((folder) => ({ folder, path: folderPath(folder.id, byId) }))
    .toSorted((a, b) => compare(a.path, b.path));
  const counts = memberCounts(folders, profiles);
  return (
    <div className={classes.surface}>
      <Table aria-label={t('pages.folders')} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('profiles:fields.folder.label')}</Table.Th>
            <Table.Th>{t('pages.profiles')}</Table.Th>
            <Table.Th>{t('profiles:folders.says')}</Table.Th>
            <Table.Th>
              <span className="visually-hidden">{t('profiles:folders.actions')}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ folder, path }) => (
            <FolderRow
              key={folder.id}
              folder={folder}
              path={path}
              count={counts.get(folder.id) ?? 0}
            />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function FolderRow(props: { folder: FolderEntry; path: string; count: number }) {
  const { folder, path, count } = props;
  const { t } = useTranslation();
  const { words, format } = useSpeaker();
  const { client } = useApi();
  const { busy, run } = useAction();
  const tell = useUndoable();
  const remove = (): void =>
    run(async () => {
      const { id } = folder;
      const { undo } = await client.call('folders.remove', { id });
      tell(t('profiles:folders.removed', { name: path }), t('profiles:folders.removedText'), () =>
        client.call('folders.undo', { undo }),
      );
    });
  const said = settingNames.flatMap((setting) => {
    const value = folder.settings[setting];
    if (value === undefined) return [];
    return [`${t(`profiles:fields.${setting}.label`)}: ${fieldValue(words, setting, value)}`];
  });
  if (folder.savedPassword === 'here') said.push(t('profiles:folders.password.said'));
  return (
    <Table.Tr>
      <Table.Td>
        <a href={hrefOf(paths.folder(folder.id))} className={classes.path}>
          <IconFolder size={15} aria-hidden />
          {path}
        </a>
        {folder.managed && <ManagedBadge />}
      </Table.Td>
      <Table.Td>
        {count === 0 ? (
          t('profiles:folders.empty')
        ) : (
          <a
            href={hrefOf(paths.profilesIn(path))}
            aria-label={t('profiles:folders.members', { count, name: path })}
          >
            {format.number(count)}
          </a>
        )}
      </Table.Td>
      <Table.Td>{said.length === 0 ? t('profiles:folders.nothing') : said.join(' · ')}</Table.Td>
      <Table.Td className={classes.actions}>
        {!folder.managed && (
          <>
            <ActionIcon
              component="a"
              href={hrefOf(paths.folder(folder.id))}
              variant="subtle"
              color="gray"
              aria-label={t('profiles:folders.edit', { name: path })}
            >
              <IconPencil size={16} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              loading={busy}
              aria-label={t('profiles:folders.remove', { name: path })}
              title={t('profiles:folders.removeHint')}
              onClick={remove}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
