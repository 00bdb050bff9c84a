import { Button, Menu } from '@mantine/core';
import { IconDownload, IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AuditFilter } from '../../../shared/model/audit-filter.ts';
import { auditCsvHead, auditCsvLines } from '../../../shared/texts/audit-csv.ts';
import { useApi } from '../../api/context.ts';
import { saveFile } from '../../api/save-file.ts';
import { useAction } from '../../components/use-action.tsx';
import { allEntries } from './export-audit.ts';

/** Has the audit log verified, and exports what of it is wanted. */
export function AuditTools({ filter, onVerify }: { filter: AuditFilter; onVerify: () => void }) {
  const { t } = useTranslation();
  const { client } = useApi();
  const exporting = useAction();
  const exportAs = (ending: 'csv' | 'json'): void =>
    exporting.run(async () => {
      const entries = await allEntries(client, filter);
      const text =
        ending === 'csv'
          ? auditCsvHead + auditCsvLines(entries)
          : `${JSON.stringify(entries, null, 2)}\n`;
      const type = ending === 'csv' ? 'text/csv' : 'application/json';
      const day = new Date().toISOString().slice(0, 10);
      saveFile(`audit-${day}.${ending}`, new Blob([text], { type }));
    });
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
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            size="xs"
            variant="default"
            loading={exporting.busy}
            leftSection={<IconDownload size={15} aria-hidden />}
          >
            {t('audit:export')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => exportAs('csv')}>CSV</Menu.Item>
          <Menu.Item onClick={() => exportAs('json')}>JSON</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
