import { Button, Group, Text, Title } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Report } from '../../../shared/model/report.ts';
import { dayText } from '../../../shared/report/calendar.ts';
import { reportCsv, reportFileName } from '../../../shared/report/csv.ts';
import { reportDocument } from '../../../shared/report/document.ts';
import { reportHtml } from '../../../shared/report/html.ts';
import { reportTexts } from '../../../shared/report/texts.ts';
import { saveFile } from '../../api/save-file.ts';
import { useSpeaker } from '../../format/use-speaker.ts';
import classes from './report.module.css';
import { ReportTable } from './report-table.tsx';

/** A report, to be read, printed and kept as a file. */
export function ReportResult({ report }: { report: Report }) {
  const { t } = useTranslation();
  const speaker = useSpeaker();
  const [all, setAll] = useState(false);
  const document = useMemo(
    () => reportDocument(report, reportTexts(speaker.language), speaker),
    [report, speaker],
  );
  useEffect(() => {
    const draw = (): void => flushSync(() => setAll(true));
    window.addEventListener('beforeprint', draw);
    return () => window.removeEventListener('beforeprint', draw);
  }, []);
  const keep = (ending: 'html' | 'csv', text: string): void => {
    const name = reportFileName(dayText(report.from), dayText(report.to - 1));
    saveFile(`${name}.${ending}`, new Blob([text], { type: `text/${ending};charset=utf-8` }));
  };
  const print = (): void => {
    flushSync(() => setAll(true));
    window.print();
  };
  return (
    <article aria-label={t('report:made')} className={classes.report}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <Title order={2} size="h4">
            <bdi>{document.scope}</bdi>
          </Title>
          <Text size="sm">{document.days}</Text>
          {document.made.map((text) => (
            <Text key={text} size="xs" c="dimmed">
              {text}
            </Text>
          ))}
        </div>
        <Group gap="xs" className={classes.aside}>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPrinter size={14} aria-hidden />}
            onClick={print}
          >
            {t('report:print')}
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconDownload size={14} aria-hidden />}
            onClick={() => keep('html', reportHtml(document))}
          >
            {t('report:html')}
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconDownload size={14} aria-hidden />}
            onClick={() => keep('csv', reportCsv(report))}
          >
            {t('report:csv')}
          </Button>
        </Group>
      </Group>
      <dl className={classes.facts} aria-label={document.summary.title}>
        {document.summary.facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {document.tables.map((table) => (
        <ReportTable
          key={table.name}
          table={table}
          over={{ from: report.from, to: report.until }}
          all={all}
          onAll={() => setAll(true)}
        />
      ))}
      <footer className={classes.section}>
        {document.notes.map((note) => (
          <Text key={note} size="xs" c="dimmed">
            {note}
          </Text>
        ))}
      </footer>
    </article>
  );
}
