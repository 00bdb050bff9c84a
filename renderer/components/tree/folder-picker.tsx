import { useCallback, useMemo, useState } from 'react';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import { allKey, type FolderLine, folderLines, foldersLike } from './folder-lines.ts';
import classes from './folder-picker.module.css';
import { FolderRow } from './folder-row.tsx';
import type { Folder } from './folder-tree.ts';
import { TreePicker } from './tree-picker.tsx';
import { useFolds } from './use-folds.ts';

const none: ReadonlySet<string> = new Set();

/** A folder that was chosen; its path is empty for the whole list. `id` is null there, and where only a path says that there is such a folder. */
export interface ChosenFolder {
  readonly id: string | null;
  readonly path: string;
}

/** Chooses a folder of the tree, by the pointer or by letters and arrows. */
export function FolderPicker(props: {
  tree: Folder<ProfileEntry>;
  label: string;
  /** What the line for the whole list is called. */
  all: string;
  onChoose: (folder: ChosenFolder) => void;
  /** Hears what is typed. */
  onText?: (text: string) => void;
}) {
  const { tree, all, onChoose, onText } = props;
  const [text, setText] = useState('');
  const [folds, fold] = useFolds();
  const narrowed = useMemo(() => foldersLike(tree, text), [tree, text]);
  // What was found is shown wherever it lies.
  const lines = useMemo(
    () => folderLines(narrowed, all, text === '' ? folds : none),
    [narrowed, all, text, folds],
  );
  const found = lines.find((line) => line.kind === 'folder');
  const onFold = useCallback(
    (line: FolderLine, folded: boolean) => {
      if (line.kind === 'folder') fold(line.folder.key, folded);
    },
    [fold],
  );
  return (
    <div className={classes.picker}>
      <TreePicker
        label={props.label}
        text={text}
        onText={(next) => {
          setText(next);
          onText?.(next);
        }}
        lines={lines}
        first={text === '' ? allKey : found?.key}
        Row={FolderRow}
        onFold={onFold}
        onChoose={(line) => onChoose(line.kind === 'folder' ? line.folder : { id: null, path: '' })}
      />
    </div>
  );
}
