import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AuditFilter } from '../../../shared/model/audit-filter.ts';
import { useApi } from '../../api/context.ts';
import { LogExport } from '../../components/log-export.tsx';
import { exportAudit } from './export-audit.ts';

/** Has the audit log verified, and exports what of it is wanted. */
export function AuditTools({ filter, onVerify }: { filter: AuditFilter; onVerify: () => void }) {
  const { t } = useTranslation();
  const { client } = useApi();
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconShieldCheck size={15} aria-hidden />}
        onClick={onVerify}
      >
        {t('audit:verify')}
      </Button>
      <LogExport
        name="audit"
        of={null}
        write={(format, run) => exportAudit(client, filter, { format, ...run })}
      />
    </>
  );
}
