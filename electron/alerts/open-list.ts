import type { Alert } from '../../shared/model/alert.ts';
import { subjectOf } from '../store/alerts.ts';

/** Alerts that are open, found by what they are about and by their batch without a look at all of them. */
export interface OpenList {
  get(id: string): Alert | undefined;
  all(): readonly Alert[];
  /** The one that was put in last. */
  about(subject: string): Alert | undefined;
  ofBatch(batch: string): readonly Alert[];
  isBatchOver(batch: string): boolean;
  put(alert: Alert): void;
  delete(id: string): void;
}

export function createOpenList(alerts: readonly Alert[]): OpenList {
  const open = new Map<string, Alert>();
  const subjects = new Map<string, string>();
  const batches = new Map<string, Set<string>>();
  const find = (id: string): readonly Alert[] => {
    const alert = open.get(id);
    return alert === undefined ? [] : [alert];
  };
  const list: OpenList = {
    get: (id) => open.get(id),
    all: () => [...open.values()],
    about: (subject) => find(subjects.get(subject) ?? '')[0],
    ofBatch: (batch) => [...(batches.get(batch) ?? [])].flatMap(find),
    isBatchOver: (batch) => !batches.has(batch),
    put(alert) {
      open.set(alert.id, alert);
      subjects.set(subjectOf(alert), alert.id);
      const ids = batches.get(alert.batch) ?? new Set();
      batches.set(alert.batch, ids.add(alert.id));
    },
    delete(id) {
      const alert = open.get(id);
      if (alert === undefined) return;
      open.delete(id);
      if (subjects.get(subjectOf(alert)) === id) subjects.delete(subjectOf(alert));
      const ids = batches.get(alert.batch);
      ids?.delete(id);
      if (ids?.size === 0) batches.delete(alert.batch);
    },
  };
  for (const alert of alerts) list.put(alert);
  return list;
}
