import { Button, Menu } from '@mantine/core';
import { IconDownload, IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { auditCsvHead, auditCsvLines } from '../../../shared/texts/audit-csv.ts';
import { useApi } from '../../api/context.ts';
import { saveFile } from '../../api/save-file.ts';
import { notifyDone, notifyError } from '../../components/toast.tsx';
import { useAction } from '../../components/use-action.tsx';
import { useSpeaker } from '../../format/use-speaker.ts';
import { allEntries } from './export-audit.ts';

/** Verifies the audit log, and exports what of it is of this proxy, or all. */
export function AuditTools({ proxy }: { proxy: string | undefined }) {
  const { t } = useTranslation();
  const { client } = useApi();
  const speaker = useSpeaker();
  const verifying = useAction();
  const exporting = useAction();
  const verify = (): void =>
    verifying.run(async () => {
      const found = await client.call('audit.verify', {});
      if (!found.whole) {
        notifyError(speaker.error({ code: 'audit-altered', detail: found.wrong }));
        return;
      }
      notifyDone(
        t('audit:whole', { count: found.records }),
        found.records === 0 ? null : (
          <span style={{ overflowWrap: 'anywhere' }}>{t('audit:head', { hash: found.head })}</span>
        ),
      );
    });
  const exportAs = (ending: 'csv' | 'json'): void =>
    exporting.run(async () => {
      const entries = await allEntries(client, proxy);
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
        loading={verifying.busy}
        leftSection={<IconShieldCheck size={15} aria-hidden />}
        onClick={verify}
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
