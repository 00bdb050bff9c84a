import { useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import type { ProxySnapshot } from '../../../shared/model/fleet-frame.ts';
import type { ProxyState } from '../../../shared/model/proxy-state.ts';
import { useEventLog } from '../../api/logs.ts';
import { useProfiles } from '../../api/profiles.ts';
import { useOpened } from '../../api/recent-proxies.ts';
import { PageTitle } from '../../components/page-title.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { Empty, ViewStates } from '../../components/view-states.tsx';
import { paths } from '../../routes.ts';
import { ChartsSection } from './charts/charts-section.tsx';
import { DemoNote } from './details/demo-note.tsx';
import { DiagnosticsPanel } from './details/diagnostics-panel.tsx';
import { ProxyEvents } from './details/proxy-events.tsx';
import { RemarksPanel } from './details/remarks-panel.tsx';
import { MaintenanceBanner } from './header/maintenance-banner.tsx';
import { ProxyHeader } from './header/proxy-header.tsx';
import { StateBanner } from './header/state-banner.tsx';
import classes from './proxy-page.module.css';
import { MetricTiles } from './reading/metric-tiles.tsx';
import { ChangeHistory } from './settings/history/change-history.tsx';
import { SettingsSection } from './settings/settings-section.tsx';
import { useSettingsControl } from './settings/use-control.ts';
import { useSnapshotPart } from './use-snapshot-part.ts';

const off: ProxyState = { kind: 'off' };
const stateOf = (snapshot: ProxySnapshot | undefined) => snapshot?.state ?? off;
const settingsOf = (snapshot: ProxySnapshot | undefined) => snapshot?.settings ?? null;

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
  const state = useSnapshotPart(profile.id, stateOf);
  const last = useSnapshotPart(profile.id, settingsOf);
  const log = useEventLog(useMemo(() => ({ ids: [profile.id] }), [profile.id]));
  const control = useSettingsControl(profile, state, last);
  useOpened(profile.id);
  return (
    <>
      <ProxyHeader profile={profile} state={state} />
      <div className={classes.page}>
        <MaintenanceBanner id={profile.id} />
        <StateBanner profile={profile} state={state} />
        <MetricTiles profile={profile} />
        <div className={classes.columns}>
          <ChartsSection id={profile.id} />
          <SettingsSection profile={profile} control={control} known={last} />
        </div>
        {profile.demo && <DemoNote id={profile.id} />}
        <RemarksPanel profile={profile} />
        <div className={classes.logs}>
          <ChangeHistory
            profile={profile}
            list={control.audit}
            blocked={control.blocked !== null}
          />
          <ProxyEvents log={log} />
        </div>
        <DiagnosticsPanel id={profile.id} ready={state.kind === 'ready'} />
      </div>
    </>
  );
}
