import { networkInterfaces } from 'node:os';
import { AppError } from '../../shared/errors.ts';
import { type Alerts, createAlerts } from '../alerts/alerts.ts';
import { createWebhook, type Webhook, type WebhookParts } from '../alerts/webhook/webhook.ts';
import { askedBy } from '../base/asked-by.ts';
import { systemClock } from '../base/clock.ts';
import type { Opened } from '../base/open-whole.ts';
import { actorName } from '../core/actor.ts';
import type { ManagedPart } from '../core/managed/managed-part.ts';
import type { Recorder } from '../core/recorder.ts';
import type { Roster } from '../core/roster/roster.ts';
import type { Monitor } from '../fleet/monitor.ts';
import { createAlertStore } from '../store/alerts.ts';
import { unlessInTrouble } from '../store/database/unless-in-trouble.ts';
import type { OpenStores } from './stores.ts';

export interface AlertsPartParts {
  readonly opened: Opened;
  readonly stores: Pick<OpenStores, 'database'>;
  readonly roster: Pick<Roster, 'list' | 'classes' | 'listen' | 'onClasses'>;
  readonly monitor: Pick<
    Monitor,
    'settings' | 'openCountOf' | 'transitions' | 'samples' | 'missed' | 'addWatcher'
  >;
  readonly vault: WebhookParts['vault'];
  /** May forbid the webhook: one that is set is then as none, and is kept. */
  readonly managed: Pick<ManagedPart, 'policy' | 'state' | 'onChange'>;
  readonly logFault: WebhookParts['logFault'];
  readonly recorder: Pick<Recorder, 'events' | 'listen'>;
}

export interface AlertsPart {
  readonly alerts: Alerts;
  readonly webhook: Webhook;
  /** Takes over what other processes wrote, if they wrote any of this. Throws `storage-full` and `storage-failed`. */
  readonly follow: () => void;
}

/** The rules of alerts, looked at with all that the fleet tells, and where it is sent to. */
export function createAlertsPart(parts: AlertsPartParts): AlertsPart {
  const { stores, roster, monitor, recorder, managed } = parts;
  const store = createAlertStore(stores.database.database);
  const alerts = createAlerts({
    store,
    profiles: roster.list,
    classes: roster.classes,
    openCountOf: monitor.openCountOf,
    states: monitor.settings,
    hasInterface,
    onWatching: monitor.addWatcher(),
    actor: () => askedBy()?.actor ?? actorName(),
    onEvents: recorder.events,
    clock: systemClock,
  });
  parts.opened(alerts.close);
  monitor.transitions.listen(({ id, to }) => alerts.transition(id, to));
  monitor.samples.listen(alerts.samples);
  monitor.missed.listen(({ id, count }) => alerts.missed(id, count));
  recorder.listen((events) => {
    for (const event of events) alerts.event(event);
  });
  roster.listen(alerts.dirty);
  roster.onClasses(alerts.dirty);
  const isForbidden = (): boolean => managed.policy().webhook === false;
  const webhook = createWebhook({
    store: { ...store.webhook, list: () => (isForbidden() ? [] : store.webhook.list()) },
    waiting: store.webhookWaiting,
    vault: parts.vault,
    news: alerts.webhookNews,
    clock: systemClock,
    logFault: parts.logFault,
  });
  parts.opened(webhook.close);
  const follow = (): void =>
    store.ifWrittenElsewhere(() => {
      alerts.follow();
      webhook.follow();
    });
  managed.onChange(() => unlessInTrouble(webhook.follow));
  const set: Webhook['set'] = async (url, secret) => {
    if (url !== null && isForbidden()) {
      const by = managed.state()?.by ?? '';
      throw new AppError('managed', { case: 'preference', field: 'webhook', by });
    }
    await webhook.set(url, secret);
  };
  return { alerts, webhook: { ...webhook, set }, follow };
}

/** Whether this machine has an interface beside its loopback. */
function hasInterface(): boolean {
  return Object.values(networkInterfaces()).some((each) => each?.some(({ internal }) => !internal));
}
