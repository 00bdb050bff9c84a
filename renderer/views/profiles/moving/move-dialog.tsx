import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorValue } from '../../../../shared/errors.ts';
import { nameKey, tidyFolder } from '../../../../shared/model/name.ts';
import { errorOf } from '../../../api/client.ts';
import { useProfiles } from '../../../api/profiles.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import type { Dragged } from '../../../components/tree/dragged.ts';
import { FolderPicker } from '../../../components/tree/folder-picker.tsx';
import type { Folder } from '../../../components/tree/folder-tree.ts';
import { useFolderTree } from '../../../components/tree/use-folder-tree.ts';
import { type Destination, useMoves } from './use-moves.tsx';

const nobody: readonly never[] = [];

/** Moves profiles or a folder to a folder that is chosen by the keyboard or the pointer, as dragging them there does. */
export default function MoveDialog(props: { what: Dragged; name: string; onClose: () => void }) {
  const { what, name, onClose } = props;
  const { t } = useTranslation();
  const profiles = useProfiles().value ?? nobody;
  const tree = useFolderTree(profiles);
  const { moveNow } = useMoves();
  const [text, setText] = useState('');
  const [error, setError] = useState<ErrorValue | null>(null);
  const newPath = what.kind === 'profiles' ? newFolder(tree, text) : null;
  const moveTo = async (to: Destination): Promise<void> => {
    setError(null);
    try {
      await moveNow(what, to);
      onClose();
    } catch (thrown) {
      setError(errorOf(thrown));
    }
  };
  return (
    <Dialog opened onClose={onClose} title={t('profiles:moving.title', { name })} centered>
      <Stack gap="sm">
        <FolderPicker
          tree={tree}
          label={t('profiles:moving.search')}
          all={t('profiles:folders.top')}
          onText={setText}
          onChoose={(to) => void moveTo(to)}
        />
        {newPath !== null && (
          <Button
            variant="default"
            size="xs"
            onClick={() => void moveTo({ id: null, path: newPath })}
          >
            {t('profiles:moving.new', { path: newPath })}
          </Button>
        )}
        {error !== null && <ErrorPanel error={error} />}
        <Group justify="flex-end">
          <Button variant="default" size="xs" onClick={onClose}>
            {t('cancel')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

/** What was typed as the path of a folder that is not there yet; null where there is one, or nothing was typed. */
function newFolder<T>(tree: Folder<T>, text: string): string | null {
  const path = tidyFolder(text);
  if (path === '') return null;
  const key = nameKey(path);
  const isThere = (folder: Folder<T>): boolean =>
    folder.key === key || folder.folders.some(isThere);
  return isThere(tree) ? null : path;
}
