import { IconClock, IconStar } from '@tabler/icons-react';
import { memo } from 'react';
import { MaintenanceMark } from '../../../components/maintenance-mark.tsx';
import { folderFilter } from '../../../components/tree/folder-filter.ts';
import { FolderText, FoldMark, ProxyText } from '../../../components/tree/line-texts.tsx';
import { type LineProps, treeItem } from '../../../components/tree/tree-line.ts';
import { hrefOf, paths } from '../../../routes.ts';
import type { MenuLine } from './menu-lines.ts';

const signs = { favourites: IconStar, recent: IconClock } as const;

/** A folder, a proxy, or a part of the menu. Drawn again only when it, its state or its place changes. */
export const Row = memo(function Row(props: LineProps<MenuLine>) {
  const { line, current, onFold } = props;
  const item = treeItem(props);
  if (line.kind === 'proxy') {
    return (
      <a
        {...item}
        href={hrefOf(paths.proxy(line.proxy.id))}
        aria-current={current ? 'page' : undefined}
      >
        <ProxyText profile={line.proxy} />
        <MaintenanceMark id={line.proxy.id} signOnly />
      </a>
    );
  }
  const mark = <FoldMark folded={line.folded} onFold={(folded) => onFold(line, folded)} />;
  if (line.kind === 'folder') {
    const { name, path, ids } = line.folder;
    return (
      <a {...item} href={hrefOf(paths.boardOf(folderFilter(path)))}>
        {mark}
        <FolderText name={name} path={path} ids={ids} />
      </a>
    );
  }
  const Sign = signs[line.section];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys do the same on the row
    // biome-ignore lint/a11y/noStaticElementInteractions: it is an item of the tree
    <div {...item} onClick={() => onFold(line, line.folded === false)}>
      {mark}
      <FolderText
        name={line.name}
        path={line.name}
        ids={line.ids}
        sign={<Sign size={15} stroke={1.7} aria-hidden />}
      />
    </div>
  );
});
