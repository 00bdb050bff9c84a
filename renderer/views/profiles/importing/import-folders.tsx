import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../../shared/ipc/calls/export.ts';
import { Panel } from '../../../components/panel.tsx';
import classes from './import.module.css';

/** The folders of a file: which are new, and which keep what they say here. */
export function ImportFolders({ folders }: { folders: ImportPreview['folders'] }) {
  const { t } = useTranslation();
  const kinds = (['new', 'differs', 'same'] as const).flatMap((kind) => {
    const paths = folders.filter((folder) => folder.kind === kind).map(({ path }) => path);
    return paths.length === 0 ? [] : [{ kind, paths }];
  });
  return (
    <Panel title={t('transfer:folders.title', { count: folders.length })}>
      <dl className={classes.folders}>
        {kinds.map(({ kind, paths }) => (
          <div key={kind}>
            <dt>{t(`transfer:folders.${kind}`, { count: paths.length })}</dt>
            <dd title={paths.join('\n')}>{paths.join(', ')}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
