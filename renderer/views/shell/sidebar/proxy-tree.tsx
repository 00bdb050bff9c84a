import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { useApi, usePreferences } from '../../../api/context.ts';
import { useProfiles } from '../../../api/profiles.ts';
import { folderTree, type TreeRow, treeRows } from './folder-tree.ts';
import classes from './proxy-tree.module.css';
import { treeStep } from './tree-keys.ts';
import { Row } from './tree-row.tsx';

const rowHeight = 32;

/** Every proxy by folder, with the sign of its state: a way from any page to any proxy, and to what lies in a folder. */
export function ProxyTree({ current }: { current: string | null }) {
  const { value } = useProfiles();
  if (value === null || value.length === 0) return null;
  return <Tree profiles={value} current={current} />;
}

function Tree(props: { profiles: readonly ProfileEntry[]; current: string | null }) {
  const { profiles, current } = props;
  const { t, i18n } = useTranslation();
  const { rows, onFold } = useRows(profiles, i18n.resolvedLanguage ?? 'en');
  const [focused, setFocused] = useState<string | null>(null);
  const scroller = useRef<HTMLElement>(null);
  // Tab comes to the row that had the focus last, else to the page's own.
  const found = rows.findIndex((row) => keyOf(row) === (focused ?? current));
  const entry = Math.max(0, found);
  const virtual = useVirtualizer<HTMLElement, HTMLElement>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    // The row that Tab comes to is there wherever the list was scrolled to.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), entry])].sort((a, b) => a - b),
  });
  const focusRow = (index: number): void => {
    const row = rows[index];
    if (row === undefined) return;
    flushSync(() => setFocused(keyOf(row)));
    scroller.current?.querySelector<HTMLElement>(`[data-row="${index}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const { target } = event;
    if (!(target instanceof HTMLElement)) return;
    const step = treeStep(event.key, rows, Number(target.dataset.row));
    if (step === null) return;
    event.preventDefault();
    if ('focus' in step) focusRow(step.focus);
    else onFold(step.folder, step.folded);
  };
  return (
    <nav ref={scroller} className={classes.scroller} aria-label={t('proxies')}>
      <div
        role="tree"
        tabIndex={-1}
        aria-label={t('proxies')}
        className={classes.tree}
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={onKeyDown}
        onFocus={({ target }) => {
          const row = rows[Number(target.dataset.row)];
          if (row !== undefined) setFocused(keyOf(row));
        }}
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <Row
              key={keyOf(row)}
              row={row}
              index={index}
              top={start}
              inTabOrder={index === entry}
              current={row.kind === 'proxy' && row.proxy.id === current}
              onFold={onFold}
            />
          );
        })}
      </div>
    </nav>
  );
}

function keyOf(row: TreeRow<ProfileEntry>): string {
  return row.kind === 'folder' ? `folder ${row.folder.key}` : row.proxy.id;
}

/** The lines of the tree, and what folds one; which are folded is remembered. */
function useRows(profiles: readonly ProfileEntry[], locale: string) {
  const { preferences, setPreferences } = useApi();
  const { foldedFolders } = usePreferences();
  const tree = useMemo(() => folderTree(profiles, locale), [profiles, locale]);
  const rows = useMemo(() => treeRows(tree, new Set(foldedFolders)), [tree, foldedFolders]);
  const onFold = useCallback(
    (key: string, folded: boolean) => {
      const others = preferences.get().foldedFolders.filter((each) => each !== key);
      setPreferences({ foldedFolders: (folded ? [key, ...others] : others).slice(0, mostFolded) });
    },
    [preferences, setPreferences],
  );
  return { rows, onFold };
}

/** As many as are kept. */
const mostFolded = 200;
