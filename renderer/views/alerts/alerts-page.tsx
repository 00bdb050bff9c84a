import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { HowItWorks } from '../../components/help/how-it-works.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { MaintenancePanel } from './maintenance/maintenance-panel.tsx';
import { OpenAlerts } from './open-alerts.tsx';
import { PastAlerts } from './past-alerts.tsx';
import { RulesPanel } from './rules/rules-panel.tsx';
import { WebhookPanel } from './webhook/webhook-panel.tsx';

/** What fires, by which rules, when it is expected, and what was. */
export default function AlertsPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageTitle
        title={t('pages.alerts')}
        description={t('alerts:description')}
        beside={<HowItWorks of="alerts" name={t('pages.alerts')} />}
      />
      <Stack gap="md">
        <OpenAlerts />
        <RulesPanel />
        <MaintenancePanel />
        <WebhookPanel />
        <PastAlerts />
      </Stack>
    </>
  );
}
