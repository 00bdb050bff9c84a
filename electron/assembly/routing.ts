import type { Alerts } from '../alerts/alerts.ts';
import type { Webhook } from '../alerts/webhook/webhook.ts';
import { onWordOf } from '../base/asked-by.ts';
import { systemClock } from '../base/clock.ts';
import type { Opened } from '../base/open-whole.ts';
import type { Changes } from '../change/changes.ts';
import { createTrials } from '../change/trial/trials.ts';
import { actorName } from '../core/actor.ts';
import { createCommandLibrary } from '../core/command-library.ts';
import { requireConsent } from '../core/consent.ts';
import { createImports } from '../core/exports/imports.ts';
import { withLoginPolicy } from '../core/login-policy.ts';
import type { ManagedPart } from '../core/managed/managed-part.ts';
import type { Notices } from '../core/notices.ts';
import type { Recorder } from '../core/recorder.ts';
import type { Roster } from '../core/roster/roster.ts';
import type { Updates } from '../core/updates.ts';
import { isUse } from '../core/vault-follower.ts';
import type { Visibility } from '../core/visibility.ts';
import type { DemoFleet } from '../demo/demo-fleet.ts';
import type { Drift } from '../drift/drift.ts';
import type { MetricsService } from '../export/service/metrics-service.ts';
import type { Monitor } from '../fleet/monitor.ts';
import { authorOf, groupOf } from '../ipc/author-of.ts';
import { alertSources, alertsHandlers } from '../ipc/handlers/alerts.ts';
import { appHandlers } from '../ipc/handlers/app.ts';
import { canaryHandlers } from '../ipc/handlers/canary.ts';
import { changeHandlers } from '../ipc/handlers/change.ts';
import { classesHandlers } from '../ipc/handlers/classes.ts';
import { commandsHandlers } from '../ipc/handlers/commands.ts';
import { copiesHandlers } from '../ipc/handlers/copies.ts';
import { demoHandlers } from '../ipc/handlers/demo.ts';
import { desktopHandlers } from '../ipc/handlers/desktop.ts';
import { driftHandlers } from '../ipc/handlers/drift.ts';
import { exportsHandlers } from '../ipc/handlers/exports.ts';
import { fleetHandlers } from '../ipc/handlers/fleet.ts';
import { historyFromHandlers } from '../ipc/handlers/history-from.ts';
import { managedHandlers } from '../ipc/handlers/managed.ts';
import { metricsHandlers, metricsSources } from '../ipc/handlers/metrics.ts';
import { pastHandlers } from '../ipc/handlers/past.ts';
import { plansHandlers } from '../ipc/handlers/plans.ts';
import { preferencesHandlers } from '../ipc/handlers/preferences.ts';
import { profilesHandlers } from '../ipc/handlers/profiles.ts';
import { reportSources } from '../ipc/handlers/report-source.ts';
import { noSessions, sessionsHandlers } from '../ipc/handlers/sessions.ts';
import { supportHandlers } from '../ipc/handlers/support.ts';
import { topicSources } from '../ipc/handlers/topics.ts';
import { updatesHandlers } from '../ipc/handlers/updates.ts';
import { vaultHandlers } from '../ipc/handlers/vault.ts';
import type { CoreHandlers, CoreSources } from '../ipc/parts.ts';
import { createRouter, type Router } from '../ipc/router.ts';
import type { Canaries } from '../plan/canary/canaries.ts';
import type { Plans } from '../plan/plans.ts';
import type { PreferencesStore } from '../store/documents/preferences.ts';
import { createCommandStore } from '../store/saved-commands.ts';
import { kernelSctpSupport } from '../transport/kernel/support.ts';
import type { ConsoleParts } from './console-parts.ts';
import { createHistoryFromPart } from './history-from-part.ts';
import type { OpenStores } from './stores.ts';
import { supportFacts } from './support-facts.ts';

/** The parts that answer. */
export interface RoutingParts {
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

/** What is asked of the core comes in here: each call and each topic of the contract leads to the part that answers it. */
export interface Routing {
  readonly router: Router;
  /** Ends what was begun for whoever asked and needs the parts that close after it. */
  close(): void;
}

export function createRouting(core: RoutingParts): Routing {
  const { parts, opened, stores, roster, monitor, recorder, notices, managed, preferences } = core;
  const { updates, alerts, webhook, metrics, drift, changes, plans, canaries, demo, visibility } =
    core;
  const { directory, logFault, consent, sessions = noSessions } = parts;
  const { database, history, audit } = stores;
  const commands = createCommandLibrary({
    store: createCommandStore(database.database),
    actor: () => changes.author().actor,
    now: Date.now,
  });
  const trials = createTrials({
    isAllowed: () => preferences.get().tryHere,
    policy: managed.policy,
    by: () => managed.state()?.by ?? '',
    agree: (command) => requireConsent(consent, { kind: 'try-transformation', command }),
    user: actorName(),
    platform: process.platform,
  });
  opened(trials.close);
  const imports = createImports({ importing: roster.importing, clock: systemClock });
  opened(imports.close);

  const { vault } = parts;
  const historyFrom = createHistoryFromPart({ stores, managed, preferences, vault, roster });
  const shown = { ...history, ...historyFrom.history };

  const info = () => ({
    version: parts.version,
    shell: parts.shell,
    dataDirectory: directory,
    vault: parts.vault.info(),
    kernelSctp: kernelSctpSupport(),
  });
  const router = createRouter({
    handlers: {
      ...appHandlers({ notices, info }),
      ...supportHandlers({
        pages: parts.pages ?? '',
        facts: () =>
          supportFacts({
            directory,
            info,
            roster,
            monitor,
            preferences,
            alerts,
            plans,
            notices,
            managed,
            lastFaults: parts.lastFaults,
          }),
      }),
      ...updatesHandlers(updates),
      ...sessionsHandlers(sessions),
      ...preferencesHandlers(preferences),
      ...managedHandlers(managed),
      ...copiesHandlers(roster.copies),
      ...profilesHandlers({ roster }),
      ...classesHandlers({ roster }),
      ...exportsHandlers({ roster, vault: parts.vault, managed, imports, consent }),
      ...fleetHandlers({ monitor, visibility, preferences }),
      ...pastHandlers({ history: shown, events: stores.events }),
      ...historyFromHandlers(historyFrom.sources),
      ...metricsHandlers(metrics),
      ...changeHandlers({ changes, audit, roster }),
      ...driftHandlers({ drift, roster }),
      ...alertsHandlers({
        alerts,
        webhook,
        past: {
          history,
          events: stores.events,
          profiles: roster.list,
          classes: roster.classes,
          maintenance: alerts.maintenance,
          openCountOf: ({ id }) => monitor.openCountOf(id),
          clock: systemClock,
        },
      }),
      ...plansHandlers({ plans }),
      ...commandsHandlers({ commands, trials }),
      ...canaryHandlers({ canaries }),
      ...demoHandlers({ demo, roster }),
      ...desktopHandlers(parts.desktop && withLoginPolicy(parts.desktop, managed, logFault)),
      ...vaultHandlers({ vaults: parts.vault, monitor, roster, consent }),
    } satisfies CoreHandlers,
    sources: {
      ...alertSources(alerts, webhook),
      ...metricsSources(metrics),
      ...reportSources({
        history: shown,
        events: stores.events,
        audit,
        alerts: stores.alertReads,
        profiles: roster.list,
        clock: systemClock,
        logFault,
      }),
      ...topicSources({
        monitor,
        roster,
        vaults: parts.vault,
        recorder,
        notices,
        preferences,
        managed,
        updates,
        changes,
        audit,
        drift,
        plans,
        canaries,
        sessions,
        commands,
        test: async (place, password, options) =>
          (await import('../spcp/diagnose.ts')).diagnose(
            place,
            { user: place.user, password },
            options,
          ),
        logFault,
      }),
    } satisfies CoreSources,
    onConnect: visibility.add,
    runFor: (caller, task) =>
      onWordOf(authorOf(caller, sessions, parts.shell), task, groupOf(caller)),
    onCall: (name) => {
      if (isUse(name)) parts.vault.used();
    },
    logFault,
  });

  return {
    router,
    close() {
      trials.close();
      imports.close();
    },
  };
}
