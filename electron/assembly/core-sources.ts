import { systemClock } from '../base/clock.ts';
import { alertSources } from '../ipc/handlers/alerts.ts';
import { metricsSources } from '../ipc/handlers/metrics.ts';
import { reportSources } from '../ipc/handlers/report-source.ts';
import { topicSources } from '../ipc/handlers/topics.ts';
import type { CoreSources } from '../ipc/parts.ts';
import type { Answerers } from './answerers.ts';
import type { CoreParts } from './core-parts.ts';

/** Each topic of the contract, led to the part that tells of it. */
export function coreSources(core: CoreParts, answerers: Answerers): CoreSources {
  const { parts, stores, roster, monitor, recorder, notices, managed, preferences } = core;
  const { updates, alerts, webhook, drift, changes, plans, canaries } = core;
  const { logFault, vault } = parts;
  const { history, sessions, commands } = answerers;
  const { audit, events } = stores;
  return {
    ...alertSources(alerts, webhook),
    ...metricsSources(core.metrics),
    ...reportSources({
      history,
      events,
      audit,
      alerts: stores.alertReads,
      profiles: roster.list,
      clock: systemClock,
      logFault,
    }),
    ...topicSources({
      monitor,
      roster,
      vaults: vault,
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
  };
}
