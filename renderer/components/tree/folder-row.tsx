import { IconList } from '@tabler/icons-react';
import { memo } from 'react';
import type { FolderLine } from './folder-lines.ts';
import { FolderText, FoldMark } from './line-texts.tsx';
import { type LineProps, treeItem } from './tree-line.ts';

/** A folder that can be chosen. */
export const FolderRow = memo(function FolderRow(props: LineProps<FolderLine>) {
  const { line, onFold, onChoose } = props;
  const isAll = line.kind === 'all';
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys
    // biome-ignore lint/a11y/noStaticElementInteractions: it is an item of the tree
    <div
      {...treeItem({ ...props, isChoice: true })}
      draggable={!isAll && line.folder.id !== null}
      onClick={() => onChoose?.(line)}
    >
      <FoldMark folded={line.folded} onFold={(folded) => onFold(line, folded)} />
      <FolderText
        name={line.name}
        path={isAll ? line.name : line.folder.path}
        ids={isAll ? line.ids : line.folder.ids}
        sign={isAll ? <IconList size={15} stroke={1.7} aria-hidden /> : undefined}
      />
    </div>
  );
});
