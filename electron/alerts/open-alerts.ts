import { randomUUID } from 'node:crypto';
import type { Alert } from '../../shared/model/alert.ts';
import type { NewEvent } from '../../shared/model/event.ts';
import type { Clock } from '../base/clock.ts';
import { createTopic, type Topic } from '../base/topic.ts';
import { type AlertStore, subjectOf } from '../store/alerts.ts';
import { unlessInTrouble } from '../store/database/unless-in-trouble.ts';
import { eventOfAlert } from './alert-events.ts';
import { createLateWrites } from './late-writes.ts';
import { createOpenList, type OpenList } from './open-list.ts';

/** What one rule fires within so long of the first belongs together, milliseconds. */
const togetherMs = 60_000;

/** Alerts that are new or different, and the ids of those that are over. */
export interface AlertsChange {
  readonly changed: readonly Alert[];
  readonly removed: readonly string[];
}

export interface OpenAlertsParts {
  readonly store: Pick<AlertStore, 'add' | 'put' | 'open' | 'together'>;
  readonly clock: Clock;
  /** Whoever asks now. */
  readonly actor: () => string;
  readonly onEvents: (events: readonly NewEvent[]) => void;
}

/** Something fires, or what is open about it is over. */
export type AlertStep =
  | { readonly kind: 'fire'; readonly about: Alert['about'] }
  | {
      readonly kind: 'end';
      readonly subject: string;
      readonly why: NonNullable<Alert['over']>['why'];
    };

/** What came of a step: an alert that is new, one that another process may have told of, or one that is over. */
export interface AlertStepDone {
  readonly how: 'fired' | 'known' | 'over';
  readonly alert: Alert;
}

export function stepSubject(step: AlertStep): string {
  return step.kind === 'fire' ? subjectOf(step) : step.subject;
}

/** The alerts that are not over. That one cannot be kept keeps it from being neither shown nor told, and it is written when it can be. */
export interface OpenAlerts {
  list(): readonly Alert[];
  find(subject: string): Alert | undefined;
  ofBatch(batch: string): readonly Alert[];
  /** Whether none of a batch is open any more. */
  isBatchOver(batch: string): boolean;
  /** Does steps that are about different things, and keeps all of them in one write. An end of what is not open comes to nothing. */
  apply(steps: readonly AlertStep[]): readonly AlertStepDone[];
  /** Those of these that are open and were not acknowledged. */
  acknowledge(ids: readonly string[], reason: string): readonly Alert[];
  /** Takes over what other processes did; answers what is other than it was. Throws as the store does. */
  follow(): { readonly changed: readonly Alert[]; readonly gone: readonly Alert[] };
  readonly changes: Pick<Topic<AlertsChange>, 'listen'>;
  close(): void;
}

export function createOpenAlerts({ store, clock, actor, onEvents }: OpenAlertsParts): OpenAlerts {
  const changes = createTopic<AlertsChange>();
  const open = createOpenList(unlessInTrouble(store.open) ?? []);
  const late = createLateWrites({
    store,
    clock,
    onOther({ id }) {
      open.delete(id);
      changes.publish({ changed: [], removed: [id] });
    },
  });
  const batches = new Map<string, { readonly id: string; readonly at: number }>();
  const batchOf = (about: Alert['about']): string => {
    const key = about.kind === 'rule' ? about.ruleId : about.kind;
    const known = batches.get(key);
    if (known !== undefined && clock.now() - known.at <= togetherMs) return known.id;
    const id = randomUUID();
    batches.set(key, { id, at: clock.now() });
    return id;
  };
  const madeOf = (about: Alert['about']): Alert => ({
    id: randomUUID(),
    batch: batchOf(about),
    about,
    firedAt: clock.wall(),
    acknowledged: null,
    over: null,
  });
  /** Answers the alert that is kept, and whether it is this process's doing. */
  const write = ({ how, alert }: AlertStepDone): Written => {
    if (how !== 'over') {
      const there = store.add(alert);
      return { alert: there, isOurs: there.id === alert.id };
    }
    // What was never added is ended where it is.
    return late.get(alert.id) === undefined
      ? { alert, isOurs: store.put(alert) }
      : { alert, isOurs: true, isLate: true };
  };
  /** What is so from now on, whether it could be written or (null) not. */
  const settle = (step: AlertStepDone, written: Written | null): Settled => {
    const { how, alert } = step;
    if (how === 'over') {
      open.delete(alert.id);
      if (written === null || written.isLate === true) late.put(alert);
      return { how, alert, isOurs: written?.isOurs ?? true };
    }
    // One whose end could not be written is over all the same.
    const isKept = written !== null && late.get(written.alert.id) === undefined;
    const there = isKept ? written.alert : alert;
    if (!isKept) late.put(alert);
    open.put(there);
    const isNews = there.id === alert.id;
    return { how: isNews ? 'fired' : 'known', alert: there, isOurs: isNews };
  };
  const tellEvents = (events: readonly (NewEvent | null)[]): void => {
    const known = events.filter((event) => event !== null);
    if (known.length > 0) onEvents(known);
  };
  return {
    list: open.all,
    find: open.about,
    ofBatch: open.ofBatch,
    isBatchOver: open.isBatchOver,
    apply(steps) {
      late.write();
      const changed = steps.flatMap((step): readonly AlertStepDone[] => {
        if (step.kind === 'fire') return [{ how: 'fired', alert: madeOf(step.about) }];
        const alert = open.about(step.subject);
        const over = { at: clock.wall(), why: step.kind === 'end' ? step.why : 'recovered' };
        return alert === undefined ? [] : [{ how: 'over', alert: { ...alert, over } }];
      });
      const written = unlessInTrouble(() => store.together(() => changed.map(write)));
      const done = changed.map((each, i) => settle(each, written?.[i] ?? null));
      changes.publish({
        changed: done.flatMap(({ how, alert }) => (how === 'over' ? [] : [alert])),
        removed: done.flatMap(({ how, alert }) => (how === 'over' ? [alert.id] : [])),
      });
      tellEvents(
        done.map(({ how, alert, isOurs }) => {
          if (!isOurs || (how === 'over' && alert.over?.why !== 'recovered')) return null;
          const kind = how === 'over' ? 'alert-over' : 'alert-fired';
          return eventOfAlert(alert, { kind }, clock.wall());
        }),
      );
      return done;
    },
    acknowledge(ids, reason) {
      const acknowledged = { at: clock.wall(), by: actor(), reason };
      const changed = [...new Set(ids)].flatMap((id): Alert[] => {
        const alert = open.get(id);
        return alert === undefined || alert.acknowledged !== null
          ? []
          : [{ ...alert, acknowledged }];
      });
      if (changed.length === 0) return [];
      // Throws where it cannot be kept: whoever acknowledges has to know.
      store.together(() => {
        for (const alert of changed) store.put(alert);
      });
      for (const alert of changed) {
        open.put(alert);
        if (late.get(alert.id) !== undefined) late.put(alert);
      }
      changes.publish({ changed, removed: [] });
      const happened = { kind: 'alert-acknowledged', by: actor(), reason } as const;
      tellEvents(changed.map((alert) => eventOfAlert(alert, happened, clock.wall())));
      return changed;
    },
    follow() {
      late.write();
      const there = store.open();
      const ids = new Set(there.map(({ id }) => id));
      const isLate = ({ id }: Alert): boolean => late.get(id) !== undefined;
      const gone = open.all().filter((alert) => !ids.has(alert.id) && !isLate(alert));
      const changed = there.filter(
        (alert) =>
          !isLate(alert) &&
          (open.get(alert.id)?.acknowledged ?? null) === null &&
          isOther(open, alert),
      );
      for (const { id } of gone) open.delete(id);
      for (const alert of changed) open.put(alert);
      if (changed.length + gone.length > 0)
        changes.publish({ changed, removed: gone.map(({ id }) => id) });
      return { changed, gone };
    },
    changes,
    close: late.close,
  };
}

interface Written {
  readonly alert: Alert;
  readonly isOurs: boolean;
  readonly isLate?: boolean;
}

interface Settled extends AlertStepDone {
  readonly isOurs: boolean;
}

function isOther(open: Pick<OpenList, 'get'>, alert: Alert): boolean {
  const known = open.get(alert.id);
  return known === undefined || alert.acknowledged !== null;
}
