import { Table, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAuditLog } from '../../api/logs.ts';
import { useProfiles } from '../../api/profiles.ts';
import { useCall } from '../../api/use-call.ts';
import { Callout } from '../../components/callout.tsx';
import { HowItWorks } from '../../components/help/how-it-works.tsx';
import { OlderButton } from '../../components/older-button.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Empty, ViewStates } from '../../components/view-states.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { AuditEntryRow } from './audit-row.tsx';
import { AuditTools } from './audit-tools.tsx';
import { CheckResult } from './check-result.tsx';
import { useAuditView } from './use-audit-view.ts';
import { useChecking } from './use-checking.ts';

/** Who changed what, when and with what outcome, of every proxy or of one; newest first and live. */
export default function AuditPage() {
  const { t } = useTranslation();
  const profiles = useProfiles().value ?? [];
  const audit = useAuditView();
  const { filter, filtered } = audit;
  const overview = useCall('audit.overview', {}).value;
  const log = useAuditLog(filter);
  const checking = useChecking();
  const known = useMemo(() => new Set(profiles.map(({ id }) => id)), [profiles]);
  return (
    <>
      <PageTitle
        title={t('pages.audit')}
        description={t('audit:description')}
        beside={<HowItWorks of="audit" name={t('pages.audit')} />}
      >
        <AuditTools filter={filter} onVerify={checking.start} />
      </PageTitle>
      {checking.checking !== null && (
        <CheckResult checking={checking.checking} onStop={checking.stop} />
      )}
      {overview !== null && overview.unreadable > 0 && (
        <Callout tone="warning" title={t('audit:unreadable', { count: overview.unreadable })}>
          <Text size="sm">{t('audit:unreadableWhy')}</Text>
        </Callout>
      )}
      <AuditFilters of={audit} profiles={profiles} actors={overview?.actors ?? []} />
      <ViewStates
        loaded={log}
        isEmpty={({ rows }) => rows.length === 0 && !filtered}
        empty={<Empty title={t('changes:history.empty')} text={t('changes:history.emptyText')} />}
      >
        {({ rows, more }) => (
          <>
            {rows.length === 0 ? (
              <Empty title={t('audit:noneFits')} />
            ) : (
              <Table.ScrollContainer minWidth={640} type="native">
                <Table verticalSpacing={6} aria-label={t('pages.audit')}>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th scope="col">{t('changes:history.when')}</Table.Th>
                      <Table.Th scope="col">{t('events:proxy')}</Table.Th>
                      <Table.Th scope="col">{t('changes:history.what')}</Table.Th>
                      <Table.Th scope="col">{t('changes:history.change')}</Table.Th>
                      <Table.Th scope="col">{t('changes:history.outcome')}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {rows.map((entry) => (
                      <AuditEntryRow
                        key={entry.id}
                        entry={entry}
                        known={known.has(entry.profileId)}
                      />
                    ))}
                  </Table.Tbody>
                </Table>
              </Table.ScrollContainer>
            )}
            {more && <OlderButton label={t('changes:history.older')} load={log.loadOlder} />}
          </>
        )}
      </ViewStates>
    </>
  );
}
