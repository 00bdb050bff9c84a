import type { alertTopics } from '../../../shared/ipc/calls/alert.ts';
import type { metricsTopics } from '../../../shared/ipc/calls/metrics.ts';
import type { reportTopics } from '../../../shared/ipc/calls/report.ts';
import { systemClock } from '../../base/clock.ts';
import type { Changes } from '../../change/changes.ts';
import type { CommandLibrary } from '../../core/command-library.ts';
import type { Notices } from '../../core/notices.ts';
import type { Recorder } from '../../core/recorder.ts';
import type { Roster } from '../../core/roster/roster.ts';
import type { Updates } from '../../core/updates.ts';
import type { Drift } from '../../drift/drift.ts';
import type { Monitor } from '../../fleet/monitor.ts';
import type { Canaries } from '../../plan/canary/canaries.ts';
import type { Plans } from '../../plan/plans.ts';
import type { PreferencesStore } from '../../store/documents/preferences.ts';
import type { Vaults } from '../../store/secrets/vaults.ts';
import type { CoreSources } from '../parts.ts';
import { type AuditSourceParts, auditSource } from './audit-source.ts';
import { heartbeatSource } from './heartbeat.ts';
import type { ManagedPart } from './managed.ts';
import { managedFor } from './managed.ts';
import { preferencesFor } from './preferences.ts';
import type { BrowserSessions } from './sessions.ts';
import { type TestParts, testSource } from './test-source.ts';
import { vaultSource } from './vault.ts';

export interface TopicsParts extends TestParts, AuditSourceParts {
  readonly monitor: Pick<Monitor, 'frames' | 'transitions' | 'waitingForVault'>;
  readonly vaults: Vaults;
  readonly roster: TestParts['roster'] &
    Pick<Roster, 'entry' | 'listen' | 'onFolders' | 'onClasses' | 'onTags'>;
  readonly recorder: Pick<Recorder, 'listen'>;
  readonly notices: Pick<Notices, 'listen'>;
  readonly preferences: Pick<PreferencesStore, 'get' | 'onChange'>;
  readonly managed: ManagedPart;
  readonly updates: Pick<Updates, 'listen'>;
  readonly drift: Pick<Drift, 'listen'>;
  readonly plans: Pick<Plans, 'changes' | 'steps'>;
  readonly commands: Pick<CommandLibrary, 'listen'>;
  readonly canaries: Pick<Canaries, 'changes'>;
  readonly changes: Pick<Changes, 'listen' | 'locks'>;
  readonly sessions: Pick<BrowserSessions, 'listen'>;
}

/** What windows listen to. */
export function topicSources(
  parts: TopicsParts,
): Omit<
  CoreSources,
  keyof typeof alertTopics | keyof typeof metricsTopics | keyof typeof reportTopics
> {
  const { monitor, roster, recorder, notices, changes } = parts;
  return {
    'app.heartbeat': heartbeatSource(systemClock),
    'fleet.frames': (_, publish) => monitor.frames(publish),
    'profiles.changed': (_, publish) =>
      roster.listen((change) => {
        const changed = new Set([
          ...change.added,
          ...change.edited.map(({ after }) => after),
          ...change.passwordChanged,
          ...change.restated,
        ]);
        publish({
          changed: [...changed].map(roster.entry),
          removed: change.removed.map(({ id }) => id),
        });
      }),
    'folders.changed': (_, publish) => roster.onFolders(publish),
    'classes.changed': (_, publish) => roster.onClasses((classes) => publish([...classes])),
    'updates.changed': (_, publish) => parts.updates.listen(publish),
    'managed.changed': (_, publish, caller) =>
      parts.managed.onChange(() => publish(managedFor(parts.managed.state(), caller))),
    'events.added': (_, publish) => recorder.listen((events) => publish([...events])),
    'preferences.changed': (_, publish, caller) =>
      parts.preferences.onChange(() => publish(preferencesFor(parts.preferences.get(), caller))),
    'app.sessionsChanged': (_, publish) => parts.sessions.listen(() => publish(null)),
    'app.notices': (_, publish) => notices.listen(publish),
    'locks.changed': (_, publish) => {
      const told = changes.locks.listen((unlocked) => publish([...unlocked]));
      publish([...changes.locks.list()]);
      return told;
    },
    'audit.changed': (_, publish) => changes.listen((rows) => publish([...rows])),
    'audit.verifying': auditSource(parts),
    'drift.changed': (_, publish) =>
      parts.drift.listen(({ changed, removed }) =>
        publish({ changed: [...changed], removed: [...removed] }),
      ),
    'tags.changed': (_, publish) => roster.onTags((tags) => publish([...tags])),
    'plans.changed': (_, publish) =>
      parts.plans.changes.listen(({ changed, removed }) =>
        publish({ changed: [...changed], removed: [...removed] }),
      ),
    'commands.changed': (_, publish) => parts.commands.listen((saved) => publish([...saved])),
    'plans.steps': ({ id }, publish) =>
      parts.plans.steps.listen(({ summary, steps }) => {
        if (summary.id === id) publish({ summary, steps: [...steps] });
      }),
    'plans.canary': ({ id }, publish) =>
      parts.canaries.changes.listen(({ plan, canary }) => {
        if (plan === id) publish(canary);
      }),
    'vault.changed': vaultSource(parts),
    'profiles.test': testSource(parts),
  };
}
