import type { alertCalls, alertTopics } from '../../../shared/ipc/calls/alert.ts';
import type { Alerts } from '../../alerts/alerts.ts';
import type { Webhook } from '../../alerts/webhook/webhook.ts';
import type { WouldFireParts } from '../../alerts/would-fire.ts';
import { wouldFire } from '../../alerts/would-fire.ts';
import type { Handlers, Sources } from '../parts.ts';

export interface AlertsHandlersParts {
  readonly alerts: Alerts;
  readonly past: WouldFireParts;
  readonly webhook: Webhook;
}

/** The calls about alerts. */
export function alertsHandlers({
  alerts,
  past,
  webhook,
}: AlertsHandlersParts): Pick<Handlers, keyof typeof alertCalls> {
  const done =
    <T>(task: (input: T) => void) =>
    (input: T) => {
      task(input);
      return null;
    };
  return {
    'alerts.list': () => [...alerts.open()],
    'alerts.past': ({ limit }) => [...alerts.past(limit)],
    'alerts.acknowledge': done(({ ids, reason }) => alerts.acknowledge(ids, reason)),
    'alerts.rules': () => [...alerts.rules()],
    'alerts.saveRule': done(alerts.saveRule),
    'alerts.removeRule': done(({ id }) => alerts.removeRule(id)),
    'alerts.wouldFire': (rule, _caller, signal) => wouldFire(past, rule, signal),
    'alerts.maintenance': () => [...alerts.maintenance()],
    'alerts.saveMaintenance': done(alerts.saveMaintenance),
    'alerts.removeMaintenance': done(({ id }) => alerts.removeMaintenance(id)),
    'alerts.webhook': () => webhook.state(),
    'alerts.setWebhook': async ({ url, secret }) => {
      await webhook.set(url, secret);
      return null;
    },
    'alerts.testWebhook': () => webhook.test(),
  };
}

/** What windows hear of alerts. */
export function alertSources(
  alerts: Pick<Alerts, 'changes' | 'rulesChanged' | 'maintenanceChanged' | 'news'>,
  webhook: Pick<Webhook, 'changes'>,
): Pick<Sources, keyof typeof alertTopics> {
  return {
    'alerts.changed': (_, publish) =>
      alerts.changes.listen(({ changed, removed }) =>
        publish({ changed: [...changed], removed: [...removed] }),
      ),
    'alerts.rulesChanged': (_, publish) =>
      alerts.rulesChanged.listen((rules) => publish([...rules])),
    'alerts.maintenanceChanged': (_, publish) =>
      alerts.maintenanceChanged.listen((entries) => publish([...entries])),
    'alerts.webhookChanged': (_, publish) => webhook.changes.listen(publish),
    'alerts.news': (_, publish) => alerts.news.listen(publish),
  };
}
