import { isQuiet } from '../../shared/fleet/alerts/quiet.ts';
import type { Alert, AlertNews } from '../../shared/model/alert.ts';
import type { AlertRule } from '../../shared/model/alert-rule.ts';
import type { Clock } from '../base/clock.ts';

/** What fires within is told together, milliseconds. */
const gatherMs = 3000;
/** Between two looks whether quiet hours are over, or something is to be told again. */
const lookMs = 15_000;

export interface AnnouncerParts {
  readonly clock: Clock;
  /** Open alerts of a batch, as they are now. */
  readonly openOf: (batch: string) => readonly Alert[];
  readonly ruleOf: (alert: Alert) => AlertRule | undefined;
  readonly tell: (news: AlertNews) => void;
}

/** Says when people are told of what fires: once for a batch, not in quiet hours, again where the rule says so, and that it is over. */
export interface Announcer {
  fired(alert: Alert): void;
  /** Was told before the app was started. */
  known(alert: Alert): void;
  over(alert: Alert): void;
  close(): void;
}

export function createAnnouncer({ clock, openOf, ruleOf, tell }: AnnouncerParts): Announcer {
  /** When each batch was told last, monotonic milliseconds; null while it waits for that. */
  const batches = new Map<string, number | null>();
  const timers = new Set<() => void>();
  /** Those of a batch that are over, to be told when all are. */
  const ended = new Map<string, Alert[]>();

  const isQuietNow = (alert: Alert): boolean => {
    const date = new Date(clock.wall());
    return isQuiet(ruleOf(alert)?.quiet ?? null, date.getHours() * 60 + date.getMinutes());
  };
  const after = (ms: number, task: () => void): void => {
    const cancel = clock.after(ms, () => {
      timers.delete(cancel);
      task();
    });
    timers.add(cancel);
  };
  const look = (batch: string): void => {
    if (!batches.has(batch)) return;
    const open = openOf(batch).filter(({ acknowledged }) => acknowledged === null);
    const [first] = open;
    if (first !== undefined) {
      const toldAt = batches.get(batch) ?? null;
      const againMs = (ruleOf(first)?.againMinutes ?? 0) * 60_000;
      const isDue = toldAt === null || (againMs > 0 && clock.now() - toldAt >= againMs);
      if (isDue && !isQuietNow(first)) {
        batches.set(batch, clock.now());
        tell({ kind: toldAt === null ? 'fired' : 'again', alerts: [...open] });
      }
      if (batches.get(batch) !== null && againMs === 0) return;
    } else if (openOf(batch).length === 0) {
      batches.delete(batch);
      return;
    }
    after(lookMs, () => look(batch));
  };
  return {
    fired({ batch }) {
      if (batches.has(batch)) return;
      batches.set(batch, null);
      after(gatherMs, () => look(batch));
    },
    known({ batch }) {
      if (batches.has(batch)) return;
      batches.set(batch, clock.now());
      after(lookMs, () => look(batch));
    },
    over(alert) {
      const { batch } = alert;
      const list = ended.get(batch) ?? [];
      ended.set(batch, [...list, alert]);
      if (openOf(batch).length > 0) return;
      const toldAt = batches.get(batch);
      const alerts = ended.get(batch) ?? [];
      batches.delete(batch);
      ended.delete(batch);
      // Whoever was told of nothing need not know that it is over.
      if (typeof toldAt === 'number' && !isQuietNow(alert)) tell({ kind: 'over', alerts });
    },
    close() {
      for (const cancel of timers) cancel();
      timers.clear();
    },
  };
}
