import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../../shared/ipc/calls/export.ts';
import { isUsualClass } from '../../../../shared/model/environment-class.ts';
import { Panel } from '../../../components/panel.tsx';
import styles from './import.module.css';

/** The classes of a file: which are new, and which keep what they ask for here. */
export function ImportClasses({ classes }: { classes: ImportPreview['classes'] }) {
  const { t } = useTranslation();
  const kinds = (['new', 'differs', 'same'] as const).flatMap((kind) => {
    const names = classes
      .filter((each) => each.kind === kind)
      .map(({ name }) => (isUsualClass(name) ? t(`environments.${name}`) : name));
    return names.length === 0 ? [] : [{ kind, names }];
  });
  return (
    <Panel title={t('transfer:classes.title', { count: classes.length })}>
      <dl className={styles.folders}>
        {kinds.map(({ kind, names }) => (
          <div key={kind}>
            <dt>{t(`transfer:classes.${kind}`, { count: names.length })}</dt>
            <dd>{names.join(', ')}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
