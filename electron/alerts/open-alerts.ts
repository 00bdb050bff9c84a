import { randomUUID } from 'node:crypto';
import type { Alert } from '../../shared/model/alert.ts';
import type { NewEvent } from '../../shared/model/event.ts';
import type { Clock } from '../base/clock.ts';
import { createTopic, type Topic } from '../base/topic.ts';
import type { AlertStore } from '../store/alerts.ts';
import { unlessInTrouble } from '../store/database/unless-in-trouble.ts';
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
  readonly store: Pick<AlertStore, 'add' | 'put' | 'open'>;
  readonly clock: Clock;
  readonly actor: string;
  readonly onEvent: (event: NewEvent) => void;
}

/** The alerts that are not over. That one cannot be kept keeps it from being neither shown nor told, and it is written when it can be. */
export interface OpenAlerts {
  list(): readonly Alert[];
  find(subject: string): Alert | undefined;
  ofBatch(batch: string): readonly Alert[];
  /** Answers the alert, and whether it is news: another process may have told of it. */
  fire(about: Alert['about']): { readonly alert: Alert; readonly isNews: boolean };
  /** Ends it, whichever process writes that. Null where it is not open. */
  end(id: string, why: NonNullable<Alert['over']>['why']): Alert | null;
  /** Those of these that are open and were not acknowledged. */
  acknowledge(ids: readonly string[], reason: string): readonly Alert[];
  /** Takes over what other processes did; answers what is other than it was. Throws as the store does. */
  follow(): { readonly changed: readonly Alert[]; readonly gone: readonly Alert[] };
  readonly changes: Pick<Topic<AlertsChange>, 'listen'>;
  close(): void;
}

export function createOpenAlerts({ store, clock, actor, onEvent }: OpenAlertsParts): OpenAlerts {
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
    list: open.all,
    find: open.about,
    ofBatch: open.ofBatch,
    fire(about) {
      const made: Alert = {
        id: randomUUID(),
        batch: batchOf(about),
        about,
        firedAt: clock.wall(),
        acknowledged: null,
        over: null,
      };
      late.write();
      const there = unlessInTrouble(() => store.add(made));
      // One whose end could not be written is over all the same.
      const isKept = there !== null && late.get(there.id) === undefined;
      const alert = isKept ? there : made;
      if (!isKept) late.put(made);
      open.put(alert);
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
      open.delete(id);
      const ended: Alert = { ...alert, over: { at: clock.wall(), why } };
      const isAdded = late.get(id) === undefined;
      const written = isAdded ? unlessInTrouble(() => store.put(ended)) : null;
      if (written === null) late.put(ended);
      const isOurs = written ?? true;
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
        open.put(next);
        if (late.get(id) !== undefined) late.put(next);
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

function isOther(open: Pick<OpenList, 'get'>, alert: Alert): boolean {
  const known = open.get(alert.id);
  return known === undefined || alert.acknowledged !== null;
}
