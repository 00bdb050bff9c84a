import { randomUUID } from 'node:crypto';
import type { Alert } from '../../shared/model/alert.ts';
import type { NewEvent } from '../../shared/model/event.ts';
import type { Clock } from '../base/clock.ts';
import { createTopic, type Topic } from '../base/topic.ts';
import { type AlertStore, subjectOf } from '../store/alerts.ts';
import { unlessInTrouble } from '../store/database/unless-in-trouble.ts';

/** What one rule fires within so long of the first belongs together, milliseconds. */
const togetherMs = 60_000;

/** Alerts that are new or different, and the ids of those that are over. */
export interface AlertsChange {
  readonly changed: readonly Alert[];
  readonly removed: readonly string[];
}

export interface OpenAlertsParts {
  readonly store: Pick<AlertStore, 'add' | 'put' | 'open'>;
  readonly clock: Clock;
  readonly actor: string;
  readonly onEvent: (event: NewEvent) => void;
}

/** The alerts that are not over. That one cannot be kept keeps it from being neither shown nor told. */
export interface OpenAlerts {
  list(): readonly Alert[];
  find(subject: string): Alert | undefined;
  /** Answers the alert, and whether it is news: another process may have told of it. */
  fire(about: Alert['about']): { readonly alert: Alert; readonly isNews: boolean };
  /** Ends it, whichever process writes that. Null where it is not open. */
  end(id: string, why: NonNullable<Alert['over']>['why']): Alert | null;
  /** Those of these that are open and were not acknowledged. */
  acknowledge(ids: readonly string[], reason: string): readonly Alert[];
  /** Takes over what other processes did; answers what is other than it was. Throws as the store does. */
  follow(): { readonly changed: readonly Alert[]; readonly gone: readonly Alert[] };
  readonly changes: Pick<Topic<AlertsChange>, 'listen'>;
}

export function createOpenAlerts({ store, clock, actor, onEvent }: OpenAlertsParts): OpenAlerts {
  const changes = createTopic<AlertsChange>();
  const open = new Map((unlessInTrouble(store.open) ?? []).map((alert) => [alert.id, alert]));
  const batches = new Map<string, { readonly id: string; readonly at: number }>();
  /** Ids by what they are about: each recovery of hundreds looks for its own. */
  const subjects = new Map(Array.from(open.values(), (alert) => [subjectOf(alert), alert.id]));
  const find = (subject: string): Alert | undefined => open.get(subjects.get(subject) ?? '');
  const put = (alert: Alert): void => {
    open.set(alert.id, alert);
    subjects.set(subjectOf(alert), alert.id);
  };
  const drop = (alert: Alert): void => {
    open.delete(alert.id);
    if (find(subjectOf(alert)) === undefined) subjects.delete(subjectOf(alert));
  };
  const batchOf = (about: Alert['about']): string => {
    const key = about.kind === 'rule' ? about.ruleId : about.kind;
    const known = batches.get(key);
    if (known !== undefined && clock.now() - known.at <= togetherMs) return known.id;
    const id = randomUUID();
    batches.set(key, { id, at: clock.now() });
    return id;
  };
  const eventOf = (alert: Alert): Pick<NewEvent, 'at' | 'profileId' | 'profileName'> | null => {
    const { about } = alert;
    if (about.kind !== 'rule') return null;
    const { profileId, profileName } = about;
    return { at: clock.wall(), profileId, profileName };
  };
  const facts = ({ about }: Alert) =>
    about.kind === 'rule'
      ? { about: about.condition.kind, rule: about.ruleName }
      : { about: 'down' as const, rule: '' };
  return {
    list: () => [...open.values()],
    find,
    fire(about) {
      const made: Alert = {
        id: randomUUID(),
        batch: batchOf(about),
        about,
        firedAt: clock.wall(),
        acknowledged: null,
        over: null,
      };
      const alert = unlessInTrouble(() => store.add(made)) ?? made;
      put(alert);
      const isNews = alert.id === made.id;
      changes.publish({ changed: [alert], removed: [] });
      const event = eventOf(alert);
      if (isNews && event !== null)
        onEvent({ ...event, kind: 'alert-fired', detail: facts(alert) });
      return { alert, isNews };
    },
    end(id, why) {
      const alert = open.get(id);
      if (alert === undefined) return null;
      drop(alert);
      const ended: Alert = { ...alert, over: { at: clock.wall(), why } };
      const isOurs = unlessInTrouble(() => store.put(ended)) ?? true;
      changes.publish({ changed: [], removed: [id] });
      const event = eventOf(ended);
      if (isOurs && event !== null && why === 'recovered')
        onEvent({
          ...event,
          kind: 'alert-over',
          detail: { ...facts(alert), since: alert.firedAt },
        });
      return ended;
    },
    acknowledge(ids, reason) {
      const acknowledged = { at: clock.wall(), by: actor, reason };
      const changed = ids.flatMap((id): Alert[] => {
        const alert = open.get(id);
        if (alert === undefined || alert.acknowledged !== null) return [];
        const next = { ...alert, acknowledged };
        // Throws where it cannot be kept: whoever acknowledges has to know.
        store.put(next);
        put(next);
        return [next];
      });
      if (changed.length > 0) changes.publish({ changed, removed: [] });
      for (const alert of changed) {
        const event = eventOf(alert);
        const detail = { ...facts(alert), by: actor, reason };
        if (event !== null) onEvent({ ...event, kind: 'alert-acknowledged', detail });
      }
      return changed;
    },
    follow() {
      const there = store.open();
      const ids = new Set(there.map(({ id }) => id));
      const gone = [...open.values()].filter(({ id }) => !ids.has(id));
      const changed = there.filter(
        (alert) => (open.get(alert.id)?.acknowledged ?? null) === null && isOther(open, alert),
      );
      for (const alert of gone) drop(alert);
      for (const alert of changed) put(alert);
      if (changed.length + gone.length > 0)
        changes.publish({ changed, removed: gone.map(({ id }) => id) });
      return { changed, gone };
    },
    changes,
  };
}

function isOther(open: ReadonlyMap<string, Alert>, alert: Alert): boolean {
  const known = open.get(alert.id);
  return known === undefined || alert.acknowledged !== null;
}
