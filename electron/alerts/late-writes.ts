import type { Alert } from '../../shared/model/alert.ts';
import type { Clock } from '../base/clock.ts';
import type { AlertStore } from '../store/alerts.ts';
import { unlessInTrouble } from '../store/database/unless-in-trouble.ts';

/** Between two tries, milliseconds. */
const againMs = 30_000;

/** What could not be written of alerts, which is written when the database is out of its trouble. */
export interface LateWrites {
  /** Such an alert, as it is. */
  get(id: string): Alert | undefined;
  put(alert: Alert): void;
  /** Tries to write them, in the order in which they came. */
  write(): void;
  close(): void;
}

export interface LateWritesParts {
  readonly store: Pick<AlertStore, 'add' | 'put'>;
  readonly clock: Clock;
  /** Another process has one open about the same; this one is not kept. */
  readonly onOther: (alert: Alert) => void;
}

export function createLateWrites({ store, clock, onOther }: LateWritesParts): LateWrites {
  const late = new Map<string, Alert>();
  let cancel: (() => void) | null = null;
  /** Of what was added before only the end was not written: adding it once more changes nothing. */
  const writeOne = (alert: Alert): void => {
    const { id } = store.add({ ...alert, over: null });
    if (alert.over !== null) store.put(alert);
    late.delete(alert.id);
    if (alert.over === null && id !== alert.id) onOther(alert);
  };
  const writeAgain = (): void => {
    cancel ??= clock.after(againMs, () => {
      cancel = null;
      write();
    });
  };
  const write = (): void => {
    for (const alert of [...late.values()])
      if (unlessInTrouble(() => [writeOne(alert)]) === null) break;
    if (late.size > 0) writeAgain();
  };
  return {
    get: (id) => late.get(id),
    put(alert) {
      late.set(alert.id, alert);
      writeAgain();
    },
    write,
    close() {
      write();
      cancel?.();
    },
  };
}
