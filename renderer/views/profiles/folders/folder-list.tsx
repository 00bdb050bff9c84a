import { ActionIcon, Button, Table } from '@mantine/core';
import { IconFolder, IconFolderPlus, IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FolderEntry } from '../../../../shared/ipc/calls/profile.ts';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { settingNames } from '../../../../shared/model/profile-words.ts';
import { folderPath, foldersById } from '../../../../shared/model/resolve-profile.ts';
import { fieldValue } from '../../../../shared/texts/field-value.ts';
import { useBoth } from '../../../api/both.ts';
import { useFolders } from '../../../api/folders.ts';
import { useProfiles } from '../../../api/profiles.ts';
import { ManagedBadge } from '../../../components/managed/managed-badge.tsx';
import { May } from '../../../components/may/may.tsx';
import { PageTitle } from '../../../components/page-title.tsx';
import { Empty, ViewStates } from '../../../components/view-states.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { useSpeaker } from '../../../format/use-speaker.ts';
import { hrefOf, paths } from '../../../routes.ts';
import { memberCounts } from './folder-effects.ts';
import classes from './folders.module.css';
import { useFolderRemoval } from './use-folder-removal.ts';

/** All folders, and what each says for the profiles in it. */
export default function FolderList() {
  const { t } = useTranslation();
  return (
    <>
      <PageTitle title={t('pages.folders')} description={t('profiles:folders.description')}>
        <NewFolder />
      </PageTitle>
      <ViewStates
        loaded={useBoth(useFolders(), useProfiles())}
        isEmpty={([folders, profiles]) => folders.length + demoFolders(profiles).length === 0}
        empty={
          <Empty title={t('profiles:folders.none')} text={t('profiles:folders.noneText')}>
            <NewFolder />
          </Empty>
        }
      >
        {([folders, profiles]) => <Folders folders={folders} profiles={profiles} />}
      </ViewStates>
    </>
  );
}

function NewFolder() {
  const { t } = useTranslation();
  return (
    <May needs="administer">
      <Button
        component="a"
        href={hrefOf(paths.newFolder)}
        size="xs"
        leftSection={<IconFolderPlus size={14} aria-hidden />}
      >
        {t('pages.newFolder')}
      </Button>
    </May>
  );
}

/** The folders that the demo brings along and takes away again: nobody keeps them. */
function demoFolders(profiles: readonly ProfileEntry[]): readonly string[] {
  return [...new Set(profiles.flatMap(({ demo, folder }) => (demo ? [folder] : [])))];
}

function Folders(props: { folders: readonly FolderEntry[]; profiles: readonly ProfileEntry[] }) {
  const { folders, profiles } = props;
  const { t, i18n } = useTranslation();
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
            <Table.Th scope="col">{t('profiles:fields.folder.label')}</Table.Th>
            <Table.Th scope="col">{t('pages.profiles')}</Table.Th>
            <Table.Th scope="col">{t('profiles:folders.says')}</Table.Th>
            <Table.Th scope="col">
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
          {demoFolders(profiles).map((path) => (
            <DemoRow
              key={path}
              path={path}
              count={profiles.filter(({ demo, folder }) => demo && folder === path).length}
            />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** It cannot be changed, and goes with the demo. */
function DemoRow({ path, count }: { path: string; count: number }) {
  const { t } = useTranslation();
  return (
    <Table.Tr>
      <Table.Td>
        <span className={classes.path}>
          <IconFolder size={15} aria-hidden />
          {path}
        </span>
      </Table.Td>
      <Table.Td>
        <Members path={path} count={count} />
      </Table.Td>
      <Table.Td>{t('profiles:folders.ofDemo')}</Table.Td>
      <Table.Td />
    </Table.Tr>
  );
}

/** How many profiles lie in a folder, and the way to them. */
function Members({ path, count }: { path: string; count: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (count === 0) return t('profiles:folders.empty');
  return (
    <a
      href={hrefOf(paths.profilesIn(path))}
      aria-label={t('profiles:folders.members', { count, name: path })}
    >
      {format.number(count)}
    </a>
  );
}

function FolderRow(props: { folder: FolderEntry; path: string; count: number }) {
  const { folder, path, count } = props;
  const { t } = useTranslation();
  const { words } = useSpeaker();
  const { busy, remove } = useFolderRemoval();
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
        <Members path={path} count={count} />
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
            <May needs="administer">
              <ActionIcon
                variant="subtle"
                color="gray"
                loading={busy}
                aria-label={t('profiles:folders.remove', { name: path })}
                title={t('profiles:folders.removeHint')}
                onClick={() => remove({ id: folder.id, path })}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </May>
          </>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
