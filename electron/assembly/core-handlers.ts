import { systemClock } from '../base/clock.ts';
import { withLoginPolicy } from '../core/login-policy.ts';
import { alertsHandlers } from '../ipc/handlers/alerts.ts';
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
import { metricsHandlers } from '../ipc/handlers/metrics.ts';
import { pastHandlers } from '../ipc/handlers/past.ts';
import { plansHandlers } from '../ipc/handlers/plans.ts';
import { preferencesHandlers } from '../ipc/handlers/preferences.ts';
import { profilesHandlers } from '../ipc/handlers/profiles.ts';
import { sessionsHandlers } from '../ipc/handlers/sessions.ts';
import { supportHandlers } from '../ipc/handlers/support.ts';
import { updatesHandlers } from '../ipc/handlers/updates.ts';
import { vaultHandlers } from '../ipc/handlers/vault.ts';
import type { CoreHandlers } from '../ipc/parts.ts';
import type { Answerers } from './answerers.ts';
import type { CoreParts } from './core-parts.ts';
import { supportFacts } from './support-facts.ts';

/** Each call of the contract, led to the part that answers it. */
export function coreHandlers(core: CoreParts, answerers: Answerers): CoreHandlers {
  const { parts, stores, roster, monitor, notices, managed, preferences, alerts, changes } = core;
  const { directory, logFault, consent, vault } = parts;
  const { plans } = core;
  const { info, sessions, imports, commands, trials } = answerers;
  const { history, audit, events } = stores;
  return {
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
    ...updatesHandlers(core.updates),
    ...sessionsHandlers(sessions),
    ...preferencesHandlers(preferences),
    ...managedHandlers(managed),
    ...copiesHandlers(roster.copies),
    ...profilesHandlers({ roster }),
    ...classesHandlers({ roster }),
    ...exportsHandlers({ roster, vault, managed, imports, consent }),
    ...fleetHandlers({ monitor, visibility: core.visibility, preferences }),
    ...pastHandlers({ history: answerers.history, events }),
    ...historyFromHandlers(answerers.historySources),
    ...metricsHandlers(core.metrics),
    ...changeHandlers({ changes, audit, roster }),
    ...driftHandlers({ drift: core.drift, roster }),
    ...alertsHandlers({
      alerts,
      webhook: core.webhook,
      past: {
        history,
        events,
        profiles: roster.list,
        classes: roster.classes,
        maintenance: alerts.maintenance,
        openCountOf: ({ id }) => monitor.openCountOf(id),
        clock: systemClock,
      },
    }),
    ...plansHandlers({ plans }),
    ...commandsHandlers({ commands, trials }),
    ...canaryHandlers({ canaries: core.canaries }),
    ...demoHandlers({ demo: core.demo, roster }),
    ...desktopHandlers(parts.desktop && withLoginPolicy(parts.desktop, managed, logFault)),
    ...vaultHandlers({ vaults: vault, monitor, roster, consent }),
  };
}
