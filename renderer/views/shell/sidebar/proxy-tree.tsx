import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { useProfiles } from '../../../api/profiles.ts';
import { treeRows } from '../../../components/tree/folder-tree.ts';
import { Tree } from '../../../components/tree/tree.tsx';
import { useFolderTree } from '../../../components/tree/use-folder-tree.ts';
import { useFolds } from '../../../components/tree/use-folds.ts';
import { useFolderDrag } from '../../profiles/moving/use-folder-drag.ts';
import { type MenuLine, menuLines } from './menu-lines.ts';
import classes from './sidebar.module.css';
import { Row } from './tree-row.tsx';
import { useSections } from './use-sections.ts';

/** Every proxy by folder, with the sign of its state: a way from any page to any proxy, and to what lies in a folder. */
export function ProxyTree({ current }: { current: string | null }) {
  const { value } = useProfiles();
  if (value === null || value.length === 0) return null;
  return <Lines profiles={value} current={current} />;
}

function Lines(props: { profiles: readonly ProfileEntry[]; current: string | null }) {
  const { profiles, current } = props;
  const { t } = useTranslation();
  const tree = useFolderTree(profiles);
  const [folds, fold] = useFolds();
  const [sections, foldSection] = useSections(profiles);
  const rows = useMemo(() => treeRows(tree, folds), [tree, folds]);
  const lines = useMemo(() => menuLines(sections, rows), [sections, rows]);
  const onFold = useCallback(
    (line: MenuLine, folded: boolean) => {
      if (line.kind === 'folder') fold(line.folder.key, folded);
      else if (line.kind === 'section') foldSection(line.section, folded);
    },
    [fold, foldSection],
  );
  const drag = useFolderDrag<MenuLine>();
  return (
    <nav className={classes.tree} aria-label={t('proxies')}>
      <Tree
        lines={lines}
        label={t('proxies')}
        Row={Row}
        current={current}
        onFold={onFold}
        drag={drag}
      />
    </nav>
  );
}
