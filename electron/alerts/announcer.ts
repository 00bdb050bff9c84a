import { isQuiet } from '../../shared/fleet/alerts/quiet.ts';
import type { Alert, AlertNews } from '../../shared/model/alert.ts';
import type { AlertRule } from '../../shared/model/alert-rule.ts';
import type { Clock } from '../base/clock.ts';
import type { AlertTold, Audience } from '../store/alert-told.ts';
import { unlessInTrouble } from '../store/database/unless-in-trouble.ts';

/** What fires within is told together, milliseconds. */
const gatherMs = 3000;
/** Between two looks whether quiet hours are over, or something is to be told again. */
const lookMs = 15_000;

export interface AnnouncerParts {
  readonly clock: Clock;
  readonly audience: Audience;
  readonly told: AlertTold;
  /** Open alerts of a batch, as they are now. */
  readonly openOf: (batch: string) => readonly Alert[];
  readonly ruleOf: (alert: Alert) => AlertRule | undefined;
  readonly tell: (news: AlertNews) => void;
}

/**
 * Says when an audience is told of what fires: once for a batch, people not in quiet hours, again where the rule says so, and that it is over. Of
 * several processes one tells; what cannot be kept is rather told by each than by none.
 */
export interface Announcer {
  /** Fired here, and is news. */
  fired(alert: Alert): void;
  /** Was open before the app was started, or fired in another process, which may be no more: told here if nobody did. */
  known(alert: Alert): void;
  over(alert: Alert): void;
  close(): void;
}

interface Batch {
  /** When it was told last, monotonic milliseconds; null while it waits for that. */
  toldAt: number | null;
  /** Those that are over, to be told when all are. */
  ended: Alert[];
}

export function createAnnouncer(parts: AnnouncerParts): Announcer {
  const { clock, audience, told, openOf, ruleOf, tell } = parts;
  const batches = new Map<string, Batch>();
  const timers = new Set<() => void>();

  const isQuietNow = (alert: Alert): boolean => {
    const date = new Date(clock.wall());
    const quiet = audience === 'people' ? (ruleOf(alert)?.quiet ?? null) : null;
    return isQuiet(quiet, date.getHours() * 60 + date.getMinutes());
  };
  const after = (ms: number, task: () => void): void => {
    const cancel = clock.after(ms, () => {
      timers.delete(cancel);
      task();
    });
    timers.add(cancel);
  };
  const tellThose = (
    kind: AlertNews['kind'],
    alerts: readonly Alert[],
    claim: (ids: readonly string[]) => readonly string[],
  ): void => {
    const ids = alerts.map(({ id }) => id);
    const claimed = new Set(unlessInTrouble(() => claim(ids)) ?? ids);
    const ours = alerts.filter(({ id }) => claimed.has(id));
    if (ours.length > 0) tell({ kind, alerts: ours });
  };
  const claimNew = (news: 'fired' | 'over') => (ids: readonly string[]) =>
    told.claim(ids, audience, news, clock.wall());
  const look = (id: string): void => {
    const batch = batches.get(id);
    if (batch === undefined) return;
    const all = openOf(id);
    if (all.length === 0) {
      lookAtEnd(id, batch);
      return;
    }
    const open = all.filter(({ acknowledged }) => acknowledged === null);
    const [first] = open;
    if (first !== undefined) {
      const againMs = (ruleOf(first)?.againMinutes ?? 0) * 60_000;
      const isAgain = batch.toldAt !== null;
      const isDue = batch.toldAt === null || (againMs > 0 && clock.now() - batch.toldAt >= againMs);
      if (isDue && !isQuietNow(first)) {
        batch.toldAt = clock.now();
        const claimAgain = (ids: readonly string[]) =>
          told.claimAgain(ids, audience, clock.wall(), againMs - lookMs);
        tellThose(isAgain ? 'again' : 'fired', open, isAgain ? claimAgain : claimNew('fired'));
      }
      if (batch.toldAt !== null && againMs === 0) return;
    }
    after(lookMs, () => look(id));
  };
  /** All of a batch are over. Whoever was told of nothing need not know that. */
  const lookAtEnd = (id: string, batch: Batch): void => {
    const [first] = batch.ended;
    if (batch.toldAt === null || first === undefined) batches.delete(id);
    else if (isQuietNow(first)) after(lookMs, () => look(id));
    else {
      batches.delete(id);
      tellThose('over', batch.ended, claimNew('over'));
    }
  };
  const add = (alert: Alert, waitMs: number): void => {
    const { id, batch } = alert;
    const known = batches.get(batch);
    if (known !== undefined && known.toldAt !== null) {
      unlessInTrouble(() => claimNew('fired')([id]));
      return;
    }
    const isTold = unlessInTrouble(() => told.isTold(id, audience)) ?? false;
    const toldAt = isTold ? clock.now() : null;
    if (known !== undefined) {
      known.toldAt = toldAt;
      return;
    }
    batches.set(batch, { toldAt, ended: [] });
    after(waitMs, () => look(batch));
  };
  return {
    fired: (alert) => add(alert, gatherMs),
    known: (alert) => add(alert, lookMs),
    over(alert) {
      const batch = batches.get(alert.batch);
      if (batch === undefined) return;
      batch.ended.push(alert);
      if (openOf(alert.batch).length === 0) lookAtEnd(alert.batch, batch);
    },
    close() {
      for (const cancel of timers) cancel();
      timers.clear();
    },
  };
}
