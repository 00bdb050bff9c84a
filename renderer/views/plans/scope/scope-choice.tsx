import { SegmentedControl, Select, Text } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { FolderRow } from '../../../components/tree/folder-row.tsx';
import { Tree } from '../../../components/tree/tree.tsx';
import { useFolderLines } from '../../../components/tree/use-folder-lines.ts';
import { FilterInput } from '../../../fleet/filter/filter-field.tsx';
import { FilterProblems } from '../../../fleet/filter/filter-problems.tsx';
import { useFilterText } from '../../../fleet/filter/use-filter-text.ts';
import classes from '../plans.module.css';
import type { Scope, ScopeView } from './use-scope.ts';

/** So many of the targets are named; the others are counted. */
const mostNamed = 6;

/** Chooses the targets of a new plan, and says how many that are. */
export function ScopeChoice({
  profiles,
  scope,
}: {
  profiles: readonly ProfileEntry[];
  scope: Scope;
}) {
  const { t } = useTranslation();
  const { view, change, targets } = scope;
  const ways = [
    'folder',
    'tag',
    'search',
    ...(view.proxy === '' ? [] : ['proxy' as const]),
  ] as const;
  const more = targets.length - mostNamed;
  return (
    <section className={classes.form} aria-label={t('plans:scope.title')}>
      <SegmentedControl
        aria-label={t('plans:scope.title')}
        value={view.by}
        onChange={(by) => change({ by: by as ScopeView['by'] })}
        data={ways.map((by) => ({ value: by, label: t(`plans:scope.by.${by}`) }))}
      />
      {view.by === 'folder' && (
        <FolderTree
          profiles={profiles}
          folder={view.folder}
          onFolder={(folder) => change({ folder })}
        />
      )}
      {view.by === 'tag' && (
        <Select
          label={t('plans:scope.by.tag')}
          placeholder={t(scope.tags.length === 0 ? 'plans:scope.noTags' : 'plans:scope.chooseTag')}
          value={view.tag === '' ? null : view.tag}
          onChange={(tag) => change({ tag: tag ?? '' })}
          data={[...scope.tags]}
          searchable
          nothingFoundMessage={t('plans:scope.nothing')}
        />
      )}
      {view.by === 'search' && <Search scope={scope} />}
      <Text size="sm" role="status">
        <b>{t('plans:scope.count', { count: targets.length })}</b>{' '}
        <Text span size="sm" c="dimmed">
          {targets
            .slice(0, mostNamed)
            .map(({ name }) => name)
            .join(', ')}
          {more > 0 && ` ${t('plans:scope.more', { count: more })}`}
        </Text>
      </Text>
    </section>
  );
}

function FolderTree(props: {
  profiles: readonly ProfileEntry[];
  folder: string;
  onFolder: (path: string) => void;
}) {
  const { profiles, folder, onFolder } = props;
  const { t } = useTranslation();
  const { lines, ...choice } = useFolderLines(profiles, folder, onFolder);
  return (
    <div className={classes.folders}>
      <Tree
        lines={lines.filter(({ kind }) => kind === 'folder')}
        label={t('plans:scope.by.folder')}
        Row={FolderRow}
        {...choice}
      />
    </div>
  );
}

function Search({ scope }: { scope: Scope }) {
  const { t } = useTranslation();
  const { view, change, problems, targets } = scope;
  const [typed, setTyped] = useFilterText(view.text, change);
  const told = useId();
  return (
    <div>
      <FilterInput
        label={t('plans:scope.search')}
        typed={typed}
        onTyped={setTyped}
        shown={view.text}
        problems={problems.length > 0 ? told : undefined}
        onLeave={() => undefined}
      />
      <FilterProblems id={told} problems={problems} nothingFits={targets.length === 0} />
    </div>
  );
}
