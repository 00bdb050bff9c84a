import { Button, Group, MultiSelect, Table } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { changeOutcomes } from '../../../shared/model/change.ts';
import { useAuditLog } from '../../api/logs.ts';
import { useProfiles } from '../../api/profiles.ts';
import { useViewState } from '../../api/view-state.ts';
import { PageTitle } from '../../components/page-title.tsx';
import { ProxyFilter } from '../../components/proxy-filter.tsx';
import { useAction } from '../../components/use-action.tsx';
import { Empty, ViewStates } from '../../components/view-states.tsx';
import { auditSearch } from '../../searches.ts';
import { AuditEntryRow } from './audit-row.tsx';
import { AuditTools } from './audit-tools.tsx';

/** Who changed what, when and with what outcome, of every proxy or of one; newest first and live. */
export default function AuditPage() {
  const { t } = useTranslation();
  const profiles = useProfiles().value ?? [];
  const [{ proxy, outcomes }, setView] = useViewState(auditSearch);
  const log = useAuditLog(proxy);
  const older = useAction();
  const known = useMemo(() => new Set(profiles.map(({ id }) => id)), [profiles]);
  const filtered = proxy !== undefined || outcomes.length > 0;
  const clear = (): void => setView({ proxy: undefined, outcomes: [] });
  return (
    <>
      <PageTitle title={t('pages.audit')} description={t('audit:description')}>
        <AuditTools proxy={proxy} />
      </PageTitle>
      <Group gap="sm" mb="sm" align="flex-end">
        <ProxyFilter
          profiles={profiles}
          value={proxy}
          onChange={(next) => setView({ proxy: next })}
        />
        <MultiSelect
          size="xs"
          miw={240}
          maw={520}
          label={t('audit:filterOutcome')}
          placeholder={outcomes.length === 0 ? t('audit:allOutcomes') : ''}
          value={[...outcomes]}
          onChange={(next) =>
            setView({ outcomes: changeOutcomes.filter((outcome) => next.includes(outcome)) })
          }
          clearable
          clearButtonProps={{ 'aria-label': t('audit:clearOutcomes') }}
          data={changeOutcomes.map((outcome) => ({
            value: outcome,
            label: t(`changes:outcomes.${outcome}.name`),
          }))}
        />
        {filtered && (
          <Button size="xs" variant="subtle" onClick={clear}>
            {t('events:clearFilters')}
          </Button>
        )}
      </Group>
      <ViewStates
        loaded={log}
        isEmpty={({ rows }) => rows.length === 0 && !filtered}
        empty={<Empty title={t('changes:history.empty')} text={t('changes:history.emptyText')} />}
      >
        {({ rows, more }) => {
          const shown =
            outcomes.length === 0 ? rows : rows.filter(({ outcome }) => outcomes.includes(outcome));
          return (
            <>
              {shown.length === 0 ? (
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
                      {shown.map((entry) => (
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
              {more && (
                <Group justify="center" mt="xs">
                  <Button
                    size="xs"
                    variant="default"
                    loading={older.busy}
                    onClick={() => older.run(log.loadOlder)}
                  >
                    {t('changes:history.older')}
                  </Button>
                </Group>
              )}
            </>
          );
        }}
      </ViewStates>
    </>
  );
}
