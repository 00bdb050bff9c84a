import { Button, type ButtonProps } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportOffer } from './export-file-name.ts';

const ExportDialog = lazy(() => import('./export-dialog.tsx'));

/** Asks what to export, and writes it into a file. */
export function ExportButton(
  props: { offers?: readonly ExportOffer[] } & Pick<ButtonProps, 'size' | 'variant'>,
) {
  const { offers = [], ...look } = props;
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        size="xs"
        {...look}
        leftSection={<IconFileExport size={14} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('transfer:export.button')}
      </Button>
      {open && (
        <Suspense>
          <ExportDialog offers={offers} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
