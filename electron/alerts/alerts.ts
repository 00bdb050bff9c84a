import { isDeepStrictEqual } from 'node:util';
import type { Alert, AlertNews } from '../../shared/model/alert.ts';
import {
  type AlertRule,
  type Maintenance,
  mostAlertRules,
  mostMaintenance,
} from '../../shared/model/alert-rule.ts';
import type { NewEvent } from '../../shared/model/event.ts';
import { createEndingClock } from '../base/ending-clock.ts';
import { createTopic, type Topic } from '../base/topic.ts';
import type { Audience } from '../store/alert-told.ts';
import { type AlertStore, ruleSubject, subjectOf } from '../store/alerts.ts';
import { unlessInTrouble } from '../store/database/unless-in-trouble.ts';
import { createAnnouncer } from './announcer.ts';
import { createChangeQueue } from './change-queue.ts';
import { endReasons } from './end-reason.ts';
import { createEvaluator, type Evaluator, type EvaluatorParts } from './evaluator.ts';
import { type AlertStep, type AlertsChange, createOpenAlerts, stepSubject } from './open-alerts.ts';
import { requireMeaning, requireSpan } from './saved-scope.ts';
import { putWithin } from './shelf-limit.ts';
import { createSparedRules } from './spared-rules.ts';

export interface AlertsParts
  extends Pick<
    EvaluatorParts,
    'clock' | 'profiles' | 'classes' | 'states' | 'openCountOf' | 'hasInterface' | 'onWatching'
  > {
  readonly store: AlertStore;
  /** Whoever asks now. */
  readonly actor: () => string;
  readonly onEvents: (events: readonly NewEvent[]) => void;
}

type Heard<T> = Pick<Topic<T>, 'listen'>;

/** Rules, what they fire, and who is told. Methods that write throw `storage-full` and `storage-failed`. */
export interface Alerts
  extends Pick<Evaluator, 'transition' | 'samples' | 'missed' | 'event' | 'dirty'> {
  open(): readonly Alert[];
  past(limit: number): readonly Alert[];
  /** Those of these that are open are told no more until they are over. */
  acknowledge(ids: readonly string[], reason: string): void;
  rules(): readonly AlertRule[];
  /** Throws `invalid-input` where there are too many, and for a scope that means nothing. What the rule fired by another condition is over. */
  saveRule(rule: AlertRule): void;
  /** What it fired is over a little later, if it does not come back. */
  removeRule(id: string): void;
  maintenance(): readonly Maintenance[];
  /** Throws `invalid-input` where there are too many, for a scope that means nothing, and where it is too long. */
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

export function createAlerts(given: AlertsParts): Alerts {
  const clock = createEndingClock(given.clock);
  const parts = { ...given, clock };
  const { store } = parts;
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
      isOver: open.isBatchOver,
      ruleOf: ({ about }) =>
        about.kind === 'rule' ? rules.find(({ id }) => id === about.ruleId) : undefined,
      tell: to.publish,
    });
  const announcers = [announcerOf('people', news), announcerOf('webhook', webhookNews)];
  const announce = (how: 'fired' | 'known' | 'over', alert: Alert): void => {
    for (const announcer of announcers) announcer[how](alert);
  };
  const spared = createSparedRules(clock, () => tidy());
  const endReason = () =>
    endReasons({
      rules,
      profiles: parts.profiles(),
      classes: parts.classes(),
      spared: spared.list(),
    });
  const queue = createChangeQueue<AlertStep>({
    clock,
    subjectOf: stepSubject,
    apply(steps) {
      // What fired may wait while its rule goes.
      const reasonOf = endReason();
      const still = steps.filter((step) => step.kind === 'end' || reasonOf(step) === null);
      for (const { how, alert } of open.apply(still)) announce(how, alert);
    },
  });
  const fire = (about: Alert['about']): void => queue.push({ kind: 'fire', about });
  const end = (subject: string, why: Extract<AlertStep, { kind: 'end' }>['why']): void =>
    queue.push({ kind: 'end', subject, why });
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
    onRecovered: (rule, { id }) => end(ruleSubject(rule.id, id), 'recovered'),
    onLooked: queue.settle,
    onOwnNetwork: (lost) => {
      if (lost === null) end('own-network', 'recovered');
      else fire({ kind: 'own-network', ...lost });
    },
  });
  /** Ends what no rule is about any more. */
  const tidy = (): void => {
    const reasonOf = endReason();
    for (const alert of open.list()) {
      const why = reasonOf(alert);
      if (why !== null) end(subjectOf(alert), why);
    }
    queue.settle();
  };
  const setPhase = (alert: Alert, isGone = false): void => {
    const { about, firedAt, acknowledged } = alert;
    const phase = isGone ? 'ok' : acknowledged === null ? 'firing' : 'acknowledged';
    if (about.kind === 'rule') evaluator.set(about.ruleId, about.profileId, phase, firedAt);
  };
  const renew = (): void => {
    tidy();
    evaluator.settle();
  };
  const withRules = (next: readonly AlertRule[]): void => {
    const back = spared.follow(rules, next);
    rules = next;
    renew();
    if (back.size > 0) {
      for (const alert of open.list())
        if (alert.about.kind === 'rule' && back.has(alert.about.ruleId)) setPhase(alert);
      evaluator.settle();
    }
    rulesChanged.publish(rules);
  };
  const withMaintenance = (next: readonly Maintenance[]): void => {
    maintenance = next;
    renew();
    maintenanceChanged.publish(maintenance);
  };
  for (const alert of open.list()) {
    setPhase(alert);
    announce('known', alert);
  }
  renew();
  return {
    open: open.list,
    past: store.past,
    acknowledge(ids, reason) {
      queue.drain();
      for (const alert of open.acknowledge(ids, reason)) setPhase(alert);
    },
    rules: () => rules,
    saveRule(rule) {
      requireMeaning(rule, rules, parts.classes());
      withRules(putWithin(store.rules, rule, { most: mostAlertRules, what: 'alert-rules' }));
    },
    removeRule(id) {
      store.rules.remove(id);
      withRules(store.rules.list());
    },
    maintenance: () => maintenance,
    saveMaintenance(entry) {
      requireMeaning(entry, maintenance, parts.classes());
      requireSpan(entry);
      withMaintenance(
        putWithin(store.maintenance, entry, { most: mostMaintenance, what: 'maintenance' }),
      );
    },
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
    missed: evaluator.missed,
    event: evaluator.event,
    dirty() {
      tidy();
      evaluator.dirty();
    },
    follow() {
      queue.drain();
      const nextRules = store.rules.list();
      if (!isDeepStrictEqual(nextRules, rules)) withRules(nextRules);
      const nextMaintenance = store.maintenance.list();
      if (!isDeepStrictEqual(nextMaintenance, maintenance)) withMaintenance(nextMaintenance);
      const { changed, gone } = open.follow();
      for (const alert of gone) {
        setPhase(alert, true);
        announce('over', alert);
      }
      // What is over for another process may last for this one.
      if (gone.length > 0) evaluator.dirty();
      for (const alert of changed) {
        setPhase(alert);
        announce('known', alert);
      }
    },
    close() {
      evaluator.close();
      queue.drain();
      spared.close();
      for (const announcer of announcers) announcer.close();
      open.close();
      // The sessions end after it, and tell that they do.
      clock.end();
    },
  };
}
