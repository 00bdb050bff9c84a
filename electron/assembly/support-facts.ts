import type { AppInfo } from '../../shared/model/app-info.ts';
import type { Alerts } from '../alerts/alerts.ts';
import type { ManagedPart } from '../core/managed/managed-part.ts';
import type { Notices } from '../core/notices.ts';
import type { Roster } from '../core/roster/roster.ts';
import type { Monitor } from '../fleet/monitor.ts';
import type { Plans } from '../plan/plans.ts';
import type { PreferencesStore } from '../store/documents/preferences.ts';
import type { DiagnosticsFacts } from '../support/diagnostics.ts';
import type { ConsoleLog } from '../support/log.ts';
import { systemFacts } from '../support/system-facts.ts';

export interface SupportFactsParts {
  readonly directory: string;
  readonly info: () => AppInfo;
  readonly roster: Pick<Roster, 'list' | 'folders'>;
  readonly monitor: Pick<Monitor, 'settings' | 'missedPolls'>;
  readonly preferences: Pick<PreferencesStore, 'get'>;
  readonly alerts: Pick<Alerts, 'open'>;
  readonly plans: Pick<Plans, 'list'>;
  readonly notices: Pick<Notices, 'list'>;
  readonly managed: Pick<ManagedPart, 'state'>;
  /** None are known without it. */
  readonly lastFaults?: ConsoleLog['faults'];
}

/** What diagnostics tell of the console as it is now. */
export async function supportFacts(parts: SupportFactsParts): Promise<DiagnosticsFacts> {
  const { roster, monitor } = parts;
  return {
    info: parts.info(),
    system: await systemFacts(parts.directory, Date.now()),
    profiles: roster.list(),
    folders: roster.folders().map(({ name }) => name),
    states: monitor.settings().map(({ state }) => state),
    paused: parts.preferences.get().paused.length,
    missedPolls: monitor.missedPolls(),
    openAlerts: parts.alerts.open().length,
    plans: parts.plans.list().length,
    notices: parts.notices.list().map(({ code }) => code),
    policy: parts.managed.state() !== null,
    faults: parts.lastFaults?.() ?? [],
  };
}
