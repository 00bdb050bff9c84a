import { Button } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from '../../../api/store.ts';
import { lazyPart } from '../../../components/lazy-view.tsx';
import { May } from '../../../components/may/may.tsx';
import { exportOpened } from './opened.ts';

const ExportDialog = lazyPart(() => import('./export-dialog.tsx'));

/** Asks what to export, and writes it into a file. */
export function ExportButton() {
  const { t } = useTranslation();
  const opened = useStore(exportOpened);
  return (
    <>
      <May needs="administer">
        <Button
          variant="default"
          size="xs"
          leftSection={<IconFileExport size={14} aria-hidden />}
          onClick={() => exportOpened.set(true)}
        >
          {t('transfer:export.button')}
        </Button>
      </May>
      {opened && (
        <Suspense>
          <ExportDialog offers={[]} onClose={() => exportOpened.set(false)} />
        </Suspense>
      )}
    </>
  );
}
