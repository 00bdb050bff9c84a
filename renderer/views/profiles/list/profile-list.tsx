import { ActionIcon, Button } from '@mantine/core';

import {
  type Icon,
  IconBinaryTree,
  IconClipboardList,
  IconFileImport,
  IconFolder,
  IconHistory,
  IconPlus,
} from '@tabler/icons-react';
import { useCallback, useDeferredValue, useId, useRef } from 'react';

import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { useApi, usePreferences } from '../../../api/context.ts';
import { useProfiles } from '../../../api/profiles.ts';
import { May } from '../../../components/may/may.tsx';
import { PageTitle } from '../../../components/page-title.tsx';
import { useAction } from '../../../components/use-action.tsx';
import { useFilter } from '../../../components/use-filter.ts';
import { Empty, ViewStates } from '../../../components/view-states.tsx';
import { FilterInput } from '../../../fleet/filter/filter-field.tsx';
import { FilterProblems } from '../../../fleet/filter/filter-problems.tsx';
import { useFilterText } from '../../../fleet/filter/use-filter-text.ts';
import { SelectionContext } from '../../../fleet/selection/selection.ts';
import { useSelectionOf } from '../../../fleet/selection/use-selection-of.ts';
import { hrefOf, paths } from '../../../routes.ts';
import { ExportButton } from '../exporting/export-button.tsx';
import { FileDrop } from '../importing/file-drop.tsx';
import { SelectionBar } from '../selection/selection-bar.tsx';
import { FolderPanel } from './folder-panel.tsx';
import { ListTable } from './list-table.tsx';
import { useListView } from './list-view.ts';
import classes from './profile-list.module.css';
import { useListed } from './use-listed.ts';
import { useRemoval } from './use-removal.ts';
import { useRowActions } from './use-row-actions.ts';

/** All saved proxies, and what can be done with each, and with many. */
export default function ProfileList() {
  const { t } = useTranslation();
  return (
    <FileDrop>
      <PageTitle title={t('pages.profiles')} description={t('profiles:list.description')}>
        <FoldersButton />
        <LeadsTo path={paths.restore} sign={IconHistory} text={t('copies:open')} />
        <LeadsTo path={paths.paste} sign={IconClipboardList} text={t('profiles:list.paste')} />
        <ImportButton />
        <ExportButton />
        <AddButton />
      </PageTitle>
      <ViewStates
        loaded={useProfiles()}
        isEmpty={(list) => list.length === 0}
        empty={<NoProfiles />}
      >
        {(list) => <Profiles profiles={list} />}
      </ViewStates>
    </FileDrop>
  );
}

function Profiles({ profiles }: { profiles: readonly ProfileEntry[] }) {
  const { t } = useTranslation();
  const [view, setView] = useListView();
  const { listFolders } = usePreferences();
  // A letter is drawn at once, and the list follows it before the next; its address follows when typing pauses.
  const [typed, setTyped] = useFilterText(view.text, setView);
  const shown = useDeferredValue(typed);
  const filter = useFilter(shown);
  const { listed, hold } = useListed(profiles, view, filter);
  const selection = useSelectionOf(listed, hold);
  const removal = useRemoval();
  const actions = useRowActions(removal.run);
  const onFolder = useCallback((folder: string) => setView({ folder }), [setView]);
  const list = useRef<HTMLDivElement>(null);
  const toFirst = (): void => list.current?.querySelector<HTMLElement>('[data-card-link]')?.focus();
  const problems = useId();
  const all = profiles.length;
  return (
    <SelectionContext value={selection}>
      <div className={classes.page} data-folders={listFolders || undefined}>
        {listFolders && (
          <FolderPanel profiles={profiles} folder={view.folder} onFolder={onFolder} />
        )}
        <div ref={list} className={classes.list} aria-busy={shown !== typed}>
          <search className={classes.search}>
            <TreeSwitch />
            <FilterInput
              label={t('profiles:list.search')}
              typed={typed}
              onTyped={setTyped}
              shown={shown}
              problems={filter.problems.length > 0 ? problems : undefined}
              onLeave={toFirst}
            />
            <span className={classes.shown}>
              <span role="status">
                {listed.length === all
                  ? t('profiles:list.count', { count: all })
                  : t('profiles:list.shown', { shown: listed.length, all })}
              </span>
              {listed.length < all && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  onClick={() => {
                    setTyped('');
                    setView({ text: '', folder: '' });
                  }}
                >
                  {t('profiles:list.showAll')}
                </Button>
              )}
            </span>
            <FilterProblems
              id={problems}
              problems={filter.problems}
              nothingFits={listed.length === 0}
            />
          </search>
          <ListTable
            listed={listed}
            all={profiles}
            view={view}
            onView={setView}
            hold={hold}
            actions={actions}
          />
          {listed.length === 0 && (
            <Empty
              title={t('profiles:list.noneFits')}
              text={t('profiles:list.noneFitsText', { count: all })}
            />
          )}
          <SelectionBar shown={listed} />
        </div>
      </div>
    </SelectionContext>
  );
}

function FoldersButton() {
  const { t } = useTranslation();
  return (
    <Button
      component="a"
      href={hrefOf(paths.folders)}
      size="xs"
      variant="default"
      leftSection={<IconFolder size={14} aria-hidden />}
    >
      {t('pages.folders')}
    </Button>
  );
}

/** Shows the tree of folders beside the list, or hides it. */
function TreeSwitch() {
  const { t } = useTranslation();
  const { setPreferences } = useApi();
  const { listFolders } = usePreferences();
  return (
    <ActionIcon
      variant="default"
      size="input-sm"
      aria-pressed={listFolders}
      aria-label={t('profiles:list.tree')}
      title={t('profiles:list.tree')}
      onClick={() => setPreferences({ listFolders: !listFolders })}
    >
      <IconBinaryTree size={16} aria-hidden />
    </ActionIcon>
  );
}

function AddButton() {
  const { t } = useTranslation();
  return (
    <May needs="administer">
      <Button
        component="a"
        href={hrefOf(paths.newProfile)}
        size="xs"
        leftSection={<IconPlus size={14} aria-hidden />}
      >
        {t('addProfile')}
      </Button>
    </May>
  );
}

/** Leads to a page on which profiles are changed. */
function LeadsTo({ path, sign: Sign, text }: { path: string; sign: Icon; text: string }) {
  return (
    <May needs="administer">
      <Button
        component="a"
        href={hrefOf(path)}
        size="xs"
        variant="default"
        leftSection={<Sign size={14} aria-hidden />}
      >
        {text}
      </Button>
    </May>
  );
}

function ImportButton() {
  const { t } = useTranslation();
  return (
    <May needs="administer">
      <Button
        component="a"
        href={hrefOf(paths.import)}
        size="xs"
        variant="default"
        leftSection={<IconFileImport size={14} aria-hidden />}
      >
        {t('profiles:list.import')}
      </Button>
    </May>
  );
}

/** The first run: add a proxy, or look around in the demo fleet. */
function NoProfiles() {
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  return (
    <div className={classes.surface}>
      <Empty title={t('profiles:list.empty')} text={t('profiles:list.emptyText')}>
        <AddButton />
        <LeadsTo path={paths.paste} sign={IconClipboardList} text={t('profiles:list.paste')} />
        <LeadsTo path={paths.restore} sign={IconHistory} text={t('copies:open')} />
        <ImportButton />
        <May needs="administer">
          <Button
            size="xs"
            variant="default"
            loading={busy}
            onClick={() => run(() => client.call('demo.start', {}))}
          >
            {t('startDemo')}
          </Button>
        </May>
      </Empty>
    </div>
  );
}
