import type { Alerts } from '../alerts/alerts.ts';
import type { Webhook } from '../alerts/webhook/webhook.ts';
import type { Opened } from '../base/open-whole.ts';
import type { Changes } from '../change/changes.ts';
import type { ManagedPart } from '../core/managed/managed-part.ts';
import type { Notices } from '../core/notices.ts';
import type { Recorder } from '../core/recorder.ts';
import type { Roster } from '../core/roster/roster.ts';
import type { Updates } from '../core/updates.ts';
import type { Visibility } from '../core/visibility.ts';
import type { DemoFleet } from '../demo/demo-fleet.ts';
import type { Drift } from '../drift/drift.ts';
import type { MetricsService } from '../export/service/metrics-service.ts';
import type { Monitor } from '../fleet/monitor.ts';
import type { Canaries } from '../plan/canary/canaries.ts';
import type { Plans } from '../plan/plans.ts';
import type { PreferencesStore } from '../store/documents/preferences.ts';
import type { ConsoleParts } from './console-parts.ts';
import type { OpenStores } from './stores.ts';

/** The parts of the core, by which whoever asks is answered. */
export interface CoreParts {
  readonly opened: Opened;
  readonly monitor: Monitor;
  readonly changes: Changes;
  readonly alerts: Alerts;
  readonly webhook: Webhook;
  readonly metrics: MetricsService;
  readonly parts: ConsoleParts;
  readonly stores: OpenStores;
  readonly roster: Roster;
  readonly recorder: Recorder;
  readonly notices: Notices;
  readonly managed: ManagedPart;
  /** As the policy of administrators leaves them. */
  readonly preferences: PreferencesStore;
  readonly updates: Updates;
  readonly drift: Drift;
  readonly plans: Plans;
  readonly canaries: Canaries;
  readonly demo: DemoFleet;
  readonly visibility: Visibility;
}
