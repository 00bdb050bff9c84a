import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/context.ts';
import { useProfiles } from '../../api/profiles.ts';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { HowItWorks } from '../../components/help/how-it-works.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { UnderWay } from '../../components/under-way.tsx';
import { Empty, ViewStates } from '../../components/view-states.tsx';
import classes from './report.module.css';
import { ReportFields } from './report-fields.tsx';
import { ReportResult } from './report-result.tsx';
import { type Making, useReport } from './use-report.ts';
import { useWanted, type WantedFault } from './use-wanted.ts';

/** What proxies did over a day, a week or a month, to read, to print and to keep. */
export default function ReportPage() {
  const { t } = useTranslation();
  const { fleet } = useApi();
  const profiles = useProfiles();
  const wanted = useWanted(profiles.value ?? []);
  const { making, make, stop } = useReport();
  const [fault, setFault] = useState<WantedFault | null>(null);
  const begin = (): void => {
    const asked = wanted.wanted(fleet.now());
    setFault(typeof asked === 'string' ? asked : null);
    if (typeof asked !== 'string') make(asked);
  };
  return (
    <>
      <div className={classes.aside}>
        <PageTitle
          title={t('pages.report')}
          description={t('report:description')}
          beside={<HowItWorks of="report" name={t('pages.report')} />}
        />
        <ViewStates loaded={profiles}>
          {() => (
            <Group gap="sm" align="flex-end" mb="sm">
              <ReportFields wanted={wanted} onMake={begin} />
              <Button size="xs" mb="sm" onClick={begin}>
                {t('report:make')}
              </Button>
            </Group>
          )}
        </ViewStates>
        <Text size="sm" c="var(--mantine-color-error)" role="alert" hidden={fault === null}>
          {fault !== null && t(`report:faults.${fault}`)}
        </Text>
      </div>
      <p role="status" className="visually-hidden">
        {making?.kind === 'done' && t('report:done')}
      </p>
      <Shown making={making} onStop={stop} />
    </>
  );
}

function Shown({ making, onStop }: { making: Making; onStop: () => void }) {
  const { t } = useTranslation();
  if (making === null) return <Empty title={t('report:empty')} text={t('report:emptyText')} />;
  switch (making.kind) {
    case 'beginning':
    case 'reading': {
      const label = making.kind === 'reading' ? t('report:reading', making) : t('report:beginning');
      const part = making.kind === 'reading' ? making.done / Math.max(1, making.of) : 0;
      return <UnderWay part={part} label={label} cancel={t('cancel')} onCancel={onStop} />;
    }
    case 'failed':
      return <ErrorPanel error={making.error} />;
    case 'done':
      return <ReportResult key={making.report.madeAt} report={making.report} />;
  }
}
