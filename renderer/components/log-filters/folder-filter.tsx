import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFolders } from '../../api/folders.ts';
import { knownFolders } from '../tree/use-folder-tree.ts';
import { OneOf, withChosen } from './one-of.tsx';

/** Chooses the folder whose proxies a log is to be of, with the folders beneath it. */
export function FolderFilter(props: {
  value: string | undefined;
  onChange: (folder: string | undefined) => void;
}) {
  const { t } = useTranslation();
  const { value: folders } = useFolders();
  const paths = useMemo(
    () => [...new Set(knownFolders(folders ?? []).map(({ path }) => path))].sort(),
    [folders],
  );
  return (
    <OneOf
      label={t('audit:filterFolder')}
      value={props.value}
      onChange={props.onChange}
      data={withChosen(paths, props.value)}
    />
  );
}
