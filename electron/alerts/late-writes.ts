import type { Alert } from '../../shared/model/alert.ts';
import type { Clock } from '../base/clock.ts';
import type { AlertStore } from '../store/alerts.ts';
import { unlessInTrouble } from '../store/database/unless-in-trouble.ts';

/** Between two tries, milliseconds. */
const againMs = 30_000;
/** So many are written together, and so many milliseconds lie between two such lots. */
const together = 60;
const soonMs = 5;

/** What could not be written of alerts, which is written when the database is out of its trouble. */
export interface LateWrites {
  /** Such an alert, as it is. */
  get(id: string): Alert | undefined;
  put(alert: Alert): void;
  /** Tries to write the first of them, in the order in which they came, and the others in turns. */
  write(): void;
  close(): void;
}

export interface LateWritesParts {
  readonly store: Pick<AlertStore, 'add' | 'put' | 'together'>;
  readonly clock: Clock;
  /** Another process has one open about the same; this one is not kept. */
  readonly onOther: (alert: Alert) => void;
}

export function createLateWrites({ store, clock, onOther }: LateWritesParts): LateWrites {
  const late = new Map<string, Alert>();
  let cancel: (() => void) | null = null;
  /** Of what was added before only the end was not written: adding it once more changes nothing. Answers whether another one is open. */
  const writeOne = (alert: Alert): boolean => {
    const { id } = store.add({ ...alert, over: null });
    if (alert.over !== null) store.put(alert);
    return alert.over === null && id !== alert.id;
  };
  const writeAgain = (ms: number): void => {
    cancel ??= clock.after(ms, () => {
      cancel = null;
      write();
    });
  };
  /** Answers whether they could be written. */
  const writeSome = (): boolean => {
    const some = [...late.values()].slice(0, together);
    const others = unlessInTrouble(() => store.together(() => some.filter(writeOne)));
    if (others === null) return false;
    for (const { id } of some) late.delete(id);
    for (const alert of others) onOther(alert);
    return true;
  };
  const write = (): void => {
    if (late.size === 0) return;
    const isWritten = writeSome();
    if (late.size > 0) writeAgain(isWritten ? soonMs : againMs);
  };
  return {
    get: (id) => late.get(id),
    put(alert) {
      late.set(alert.id, alert);
      writeAgain(againMs);
    },
    write,
    close() {
      while (late.size > 0 && writeSome());
      cancel?.();
    },
  };
}
