import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { navigate } from '../../../api/page.ts';
import { paths } from '../../../routes.ts';
import classes from './import.module.css';
import { handOver } from './profile-file.ts';
import { useFileDrop } from './use-file-drop.ts';

/** A page on which a file of profiles can be dropped: the page of imports takes it from there. */
export function FileDrop({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const { over, handlers } = useFileDrop((file) => {
    handOver(file);
    navigate(paths.import);
  });
  return (
    <div className={classes.target} {...handlers}>
      {children}
      {over && <div className={classes.over}>{t('transfer:file.drop')}</div>}
    </div>
  );
}
