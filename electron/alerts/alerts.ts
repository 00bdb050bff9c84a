import { isDeepStrictEqual } from 'node:util';
import { AppError } from '../../shared/errors.ts';
import type { Alert, AlertNews } from '../../shared/model/alert.ts';
import {
  type AlertRule,
  isInScope,
  type Maintenance,
  mostAlertRules,
  mostMaintenance,
} from '../../shared/model/alert-rule.ts';
import type { NewEvent } from '../../shared/model/event.ts';
import { createTopic, type Topic } from '../base/topic.ts';
import type { Audience } from '../store/alert-told.ts';
import { type AlertStore, ruleSubject, type Shelf } from '../store/alerts.ts';
import { unlessInTrouble } from '../store/database/unless-in-trouble.ts';
import { createAnnouncer } from './announcer.ts';
import { createEvaluator, type Evaluator, type EvaluatorParts } from './evaluator.ts';
import { type AlertsChange, createOpenAlerts } from './open-alerts.ts';

export interface AlertsParts
  extends Pick<EvaluatorParts, 'clock' | 'profiles' | 'states' | 'hasInterface' | 'onWatching'> {
  readonly store: AlertStore;
  readonly actor: string;
  readonly onEvent: (event: NewEvent) => void;
}

type Heard<T> = Pick<Topic<T>, 'listen'>;

/** Rules, what they fire, and who is told. Methods that write throw `storage-full` and `storage-failed`. */
export interface Alerts extends Pick<Evaluator, 'transition' | 'samples' | 'event' | 'dirty'> {
  open(): readonly Alert[];
  past(limit: number): readonly Alert[];
  /** Those of these that are open are told no more until they are over. */
  acknowledge(ids: readonly string[], reason: string): void;
  rules(): readonly AlertRule[];
  /** Throws `invalid-input` where there are too many. What the rule fired by another condition is over. */
  saveRule(rule: AlertRule): void;
  removeRule(id: string): void;
  maintenance(): readonly Maintenance[];
  /** Throws `invalid-input` where there are too many. */
  saveMaintenance(entry: Maintenance): void;
  removeMaintenance(id: string): void;
  readonly changes: Heard<AlertsChange>;
  readonly rulesChanged: Heard<readonly AlertRule[]>;
  readonly maintenanceChanged: Heard<readonly Maintenance[]>;
  /** What people are to be told, and what a webhook is to be sent. */
  readonly news: Heard<AlertNews>;
  readonly webhookNews: Heard<AlertNews>;
  /** Takes over what other processes wrote. Throws `storage-full` and `storage-failed`. */
  follow(): void;
  close(): void;
}

export function createAlerts(parts: AlertsParts): Alerts {
  const { store, clock } = parts;
  const rulesChanged = createTopic<readonly AlertRule[]>();
  const maintenanceChanged = createTopic<readonly Maintenance[]>();
  const news = createTopic<AlertNews>();
  const open = createOpenAlerts({ ...parts });
  let rules = unlessInTrouble(store.rules.list) ?? [];
  let maintenance = unlessInTrouble(store.maintenance.list) ?? [];
  const webhookNews = createTopic<AlertNews>();
  const announcerOf = (audience: Audience, to: Topic<AlertNews>) =>
    createAnnouncer({
      clock,
      audience,
      told: store.told,
      openOf: open.ofBatch,
      ruleOf: ({ about }) =>
        about.kind === 'rule' ? rules.find(({ id }) => id === about.ruleId) : undefined,
      tell: to.publish,
    });
  const announcers = [announcerOf('people', news), announcerOf('webhook', webhookNews)];
  const announce = (how: 'fired' | 'known' | 'over', alert: Alert): void => {
    for (const announcer of announcers) announcer[how](alert);
  };
  const fire = (about: Alert['about']): void => {
    const { alert, isNews } = open.fire(about);
    announce(isNews ? 'fired' : 'known', alert);
  };
  const end = (alert: Alert | undefined, why: Parameters<typeof open.end>[1]): void => {
    const ended = alert === undefined ? null : open.end(alert.id, why);
    if (ended !== null) announce('over', ended);
  };
  const evaluator = createEvaluator({
    ...parts,
    rules: () => rules,
    maintenance: () => maintenance,
    wasOwnNetwork: open.find('own-network') !== undefined,
    onFired: (rule, { id: profileId, name: profileName }, seen) =>
      fire({
        kind: 'rule',
        ruleId: rule.id,
        ruleName: rule.name,
        condition: rule.condition,
        profileId,
        profileName,
        ...seen,
      }),
    onRecovered: (rule, { id }) => end(open.find(ruleSubject(rule.id, id)), 'recovered'),
    onOwnNetwork: (lost) => {
      if (lost === null) end(open.find('own-network'), 'recovered');
      else fire({ kind: 'own-network', ...lost });
    },
  });
  /** Ends what no rule is about any more. */
  const tidy = (): void => {
    const profiles = new Map(parts.profiles().map((profile) => [profile.id, profile]));
    for (const alert of open.list()) {
      const { about } = alert;
      if (about.kind !== 'rule') continue;
      const profile = profiles.get(about.profileId);
      const rule = rules.find(({ id }) => id === about.ruleId);
      if (profile === undefined) end(alert, 'proxy-removed');
      else if (
        rule?.enabled !== true ||
        !isDeepStrictEqual(rule.condition, about.condition) ||
        !isInScope(rule.scope, profile)
      )
        end(alert, 'rule-changed');
    }
  };
  const setPhase = (alert: Alert, phase: 'firing' | 'acknowledged' | 'ok'): void => {
    const { about, firedAt } = alert;
    if (about.kind === 'rule') evaluator.set(about.ruleId, about.profileId, phase, firedAt);
  };
  const phaseOf = ({ acknowledged }: Alert) => (acknowledged === null ? 'firing' : 'acknowledged');
  const renew = (): void => {
    tidy();
    evaluator.settle();
  };
  const put = <T extends { readonly id: string }>(
    shelf: Shelf<T>,
    entry: T,
    { most, what }: { readonly most: number; readonly what: 'alert-rules' | 'maintenance' },
  ): readonly T[] => {
    const list = shelf.list();
    if (list.length >= most && !list.some(({ id }) => id === entry.id))
      throw new AppError('invalid-input', { case: what, limit: most });
    shelf.put(entry);
    return shelf.list();
  };
  const withRules = (next: readonly AlertRule[]): void => {
    rules = next;
    renew();
    rulesChanged.publish(rules);
  };
  const withMaintenance = (next: readonly Maintenance[]): void => {
    maintenance = next;
    renew();
    maintenanceChanged.publish(maintenance);
  };
  for (const alert of open.list()) {
    setPhase(alert, phaseOf(alert));
    announce('known', alert);
  }
  renew();
  return {
    open: open.list,
    past: store.past,
    acknowledge(ids, reason) {
      for (const alert of open.acknowledge(ids, reason)) setPhase(alert, 'acknowledged');
    },
    rules: () => rules,
    saveRule: (rule) =>
      withRules(put(store.rules, rule, { most: mostAlertRules, what: 'alert-rules' })),
    removeRule(id) {
      store.rules.remove(id);
      withRules(store.rules.list());
    },
    maintenance: () => maintenance,
    saveMaintenance: (entry) =>
      withMaintenance(
        put(store.maintenance, entry, { most: mostMaintenance, what: 'maintenance' }),
      ),
    removeMaintenance(id) {
      store.maintenance.remove(id);
      withMaintenance(store.maintenance.list());
    },
    changes: open.changes,
    rulesChanged,
    maintenanceChanged,
    news,
    webhookNews,
    transition: evaluator.transition,
    samples: evaluator.samples,
    event: evaluator.event,
    dirty() {
      tidy();
      evaluator.dirty();
    },
    follow() {
      const nextRules = store.rules.list();
      if (!isDeepStrictEqual(nextRules, rules)) withRules(nextRules);
      const nextMaintenance = store.maintenance.list();
      if (!isDeepStrictEqual(nextMaintenance, maintenance)) withMaintenance(nextMaintenance);
      const { changed, gone } = open.follow();
      for (const alert of gone) {
        setPhase(alert, 'ok');
        announce('over', alert);
      }
      // What is over for another process may last for this one.
      if (gone.length > 0) evaluator.dirty();
      for (const alert of changed) {
        setPhase(alert, phaseOf(alert));
        announce('known', alert);
      }
    },
    close() {
      evaluator.close();
      for (const announcer of announcers) announcer.close();
      open.close();
    },
  };
}
