import { Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import type { ProxyEvent } from '../../../shared/model/event.ts';
import type { ProxyState } from '../../../shared/model/proxy-state.ts';
import { useSnapshot } from '../../api/context.ts';
import { useEventLog } from '../../api/logs.ts';
import { useProfiles } from '../../api/profiles.ts';
import type { ChartMark } from '../../charts/time-chart-series.ts';
import { PageTitle } from '../../components/page-title.tsx';
import { Panel } from '../../components/panel.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { Empty, ViewStates } from '../../components/view-states.tsx';
import { paths } from '../../routes.ts';
import { EventTable } from '../events/event-table.tsx';
import { ChartsSection } from './charts/charts-section.tsx';
import { DemoNote } from './demo-note.tsx';
import { DiagnosticsPanel } from './diagnostics-panel.tsx';
import { MetricTiles } from './metric-tiles.tsx';
import { ProxyHeader } from './proxy-header.tsx';
import { SettingsSection } from './settings/settings-section.tsx';
import { StateBanner } from './state-banner.tsx';

const off: ProxyState = { kind: 'off' };

/** Everything about one proxy: its state, its numbers now and over time, its settings, what happened to it. */
export default function ProxyPage() {
  const { t } = useTranslation();
  const params = useParams({ strict: false });
  const profiles = useProfiles();
  return (
    <ViewStates loaded={profiles}>
      {(list) => {
        const profile = list.find(({ id }) => id === params.id);
        if (profile !== undefined) return <OneProxy key={profile.id} profile={profile} />;
        return (
          <>
            <PageTitle title={t('pages.proxy')} />
            <Empty title={t('proxy:missing')} text={t('notFoundText')}>
              <RouteLink to={paths.board}>{t('toBoard')}</RouteLink>
            </Empty>
          </>
        );
      }}
    </ViewStates>
  );
}

function OneProxy({ profile }: { profile: ProfileEntry }) {
  const { t } = useTranslation();
  const snapshot = useSnapshot(profile.id);
  const state = snapshot?.state ?? off;
  const log = useEventLog(profile.id);
  const rows = log.value?.rows;
  const marks = useMemo(() => marksOf(rows ?? []), [rows]);
  return (
    <>
      <ProxyHeader profile={profile} state={state} />
      <Stack gap="md">
        <StateBanner profile={profile} state={state} />
        <MetricTiles snapshot={snapshot} pollSeconds={profile.pollSeconds} />
        <ChartsSection id={profile.id} marks={marks} />
        {profile.demo && <DemoNote id={profile.id} />}
        <SettingsSection profile={profile} state={state} />
        <Panel title={t('proxy:events')}>
          <ViewStates
            loaded={log}
            isEmpty={(value) => value.rows.length === 0}
            empty={<Empty title={t('events:empty')} text={t('events:emptyText')} />}
          >
            {(value) => (
              <EventTable events={value.rows} more={value.more} loadOlder={log.loadOlder} />
            )}
          </ViewStates>
        </Panel>
        <DiagnosticsPanel id={profile.id} ready={state.kind === 'ready'} />
      </Stack>
    </>
  );
}

/** What of the events is drawn on the charts. */
function marksOf(events: readonly ProxyEvent[]): readonly ChartMark[] {
  return events.flatMap(({ at, kind }): ChartMark[] => {
    if (kind === 'restarted') return [{ at, kind: 'restart' }];
    return kind === 'changed' ? [{ at, kind: 'change' }] : [];
  });
}
