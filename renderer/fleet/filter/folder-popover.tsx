import { useTranslation } from 'react-i18next';
import { useProfiles } from '../../api/profiles.ts';
import { withFolder } from '../../components/tree/folder-filter.ts';
import { FolderPicker } from '../../components/tree/folder-picker.tsx';
import { useFolderTree } from '../../components/tree/use-folder-tree.ts';

const nobody: readonly never[] = [];

/** The folders; `onChoose` is given what makes of a filter one by the folder that was chosen. */
export default function FolderPopover(props: {
  onChoose: (withChosen: (text: string) => string) => void;
}) {
  const { t } = useTranslation();
  const tree = useFolderTree(useProfiles().value ?? nobody);
  return (
    <FolderPicker
      tree={tree}
      label={t('arrangement:filter.searchFolder')}
      all={t('arrangement:filter.allFolders')}
      onChoose={({ path }) => props.onChoose((text) => withFolder(text, path))}
    />
  );
}
