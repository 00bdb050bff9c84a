import { IconClock, IconStar } from '@tabler/icons-react';
import { memo } from 'react';
import { FolderText, FoldMark, ProxyText } from '../../../components/tree/line-texts.tsx';
import { type LineProps, treeItem } from '../../../components/tree/tree-line.ts';
import type { MenuLine } from '../sidebar/menu-lines.ts';

const signs = { favourites: IconStar, recent: IconClock } as const;

/** A line that can be gone to. */
export const SwitcherRow = memo(function SwitcherRow(props: LineProps<MenuLine>) {
  const { line, onFold, onChoose } = props;
  const Sign = line.kind === 'section' ? signs[line.section] : null;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
    // biome-ignore lint/a11y/noStaticElementInteractions: it is an item of the tree
    <div {...treeItem({ ...props, isChoice: true })} onClick={() => onChoose?.(line)}>
      {line.kind === 'proxy' ? (
        <ProxyText profile={line.proxy} />
      ) : (
        <>
          <FoldMark folded={line.folded} onFold={(folded) => onFold(line, folded)} />
          <FolderText
            name={line.name}
            path={line.kind === 'folder' ? line.folder.path : line.name}
            ids={line.kind === 'folder' ? line.folder.ids : line.ids}
            sign={Sign === null ? undefined : <Sign size={15} stroke={1.7} aria-hidden />}
          />
        </>
      )}
    </div>
  );
});
