import { isQuiet } from '../../shared/fleet/alerts/quiet.ts';
import type { Alert, AlertNews } from '../../shared/model/alert.ts';
import type { AlertRule } from '../../shared/model/alert-rule.ts';
import type { Clock } from '../base/clock.ts';
import type { AlertTold, Audience } from '../store/alert-told.ts';
import { subjectOf } from '../store/alerts.ts';
import { unlessInTrouble } from '../store/database/unless-in-trouble.ts';

/** What fires within is told together, milliseconds. */
const gatherMs = 3000;
/** So long after a batch was told it tells what came to it since, and of what was told to fire it is told no sooner that it fires once more, milliseconds. */
const restMs = 60_000;
/** The end of more is told a turn later. */
const mostAtOnce = 200;
/** Between two looks whether quiet hours are over, or something is to be told again. */
const lookMs = 15_000;

export interface AnnouncerParts {
  readonly clock: Clock;
  readonly audience: Audience;
  readonly told: AlertTold;
  /** Open alerts of a batch, as they are now. */
  readonly openOf: (batch: string) => readonly Alert[];
  /** Whether there is none. */
  readonly isOver: (batch: string) => boolean;
  readonly ruleOf: (alert: Alert) => AlertRule | undefined;
  readonly tell: (news: AlertNews) => void;
}

/**
 * Says when an audience is told of what fires: once for a batch and once more for what came to it later, people not in quiet hours, again where the
 * rule says so, and that it is over. What flaps is told to fire once a minute at most. Of several processes one tells; what cannot be kept is rather
 * told by each than by none.
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
  /** When any of it was told last, monotonic milliseconds; null: nothing was. */
  toldAt: number | null;
  /** Ids of those of which was not told that they fired. */
  readonly untold: Set<string>;
  /** Those that were told of and are over, to be told when all are; of those about the same the last, by what that is. */
  readonly ended: Map<string, Alert>;
  /** When it is looked at next, monotonic milliseconds. */
  next: { readonly at: number; readonly cancel: () => void } | null;
}

export function createAnnouncer(parts: AnnouncerParts): Announcer {
  const { clock, audience, told, openOf, isOver, ruleOf, tell } = parts;
  const batches = new Map<string, Batch>();
  /** When it was told last that something fired, monotonic milliseconds; by what that is about. */
  const rested = new Map<string, number>();

  const isQuietNow = (alert: Alert): boolean => {
    const date = new Date(clock.wall());
    const quiet = audience === 'people' ? (ruleOf(alert)?.quiet ?? null) : null;
    return isQuiet(quiet, date.getHours() * 60 + date.getMinutes());
  };
  const lookAfter = (ms: number, id: string, batch: Batch): void => {
    const at = clock.now() + ms;
    if (batch.next !== null && batch.next.at <= at) return;
    batch.next?.cancel();
    const cancel = clock.after(ms, () => {
      batch.next = null;
      look(id, batch);
    });
    batch.next = { at, cancel };
  };
  const forget = (id: string, batch: Batch): void => {
    batch.next?.cancel();
    batches.delete(id);
  };
  const tellThose = (
    kind: AlertNews['kind'],
    alerts: readonly Alert[],
    claim: (ids: readonly string[]) => readonly string[],
  ): void => {
    if (alerts.length === 0) return;
    const ids = alerts.map(({ id }) => id);
    const claimed = new Set(unlessInTrouble(() => claim(ids)) ?? ids);
    const ours = alerts.filter(({ id }) => claimed.has(id));
    if (ours.length > 0) tell({ kind, alerts: ours });
  };
  const claimNew = (news: 'fired' | 'over') => (ids: readonly string[]) =>
    told.claim(ids, audience, news, clock.wall());
  const againMsOf = (alert: Alert): number => (ruleOf(alert)?.againMinutes ?? 0) * 60_000;
  /** Of the open ones, those that were told a while ago are told again, and the others for the first time. */
  const tellDue = (batch: Batch, open: readonly Alert[], againMs: number): void => {
    const now = clock.now();
    const ago = batch.toldAt === null ? null : now - batch.toldAt;
    for (const [subject, at] of rested) if (now - at >= restMs) rested.delete(subject);
    const fresh =
      ago === null || ago >= restMs
        ? open.filter((alert) => batch.untold.has(alert.id) && !rested.has(subjectOf(alert)))
        : [];
    const again =
      ago !== null && againMs > 0 && ago >= againMs
        ? open.filter(({ id }) => !batch.untold.has(id))
        : [];
    if (fresh.length + again.length === 0) return;
    batch.toldAt = now;
    for (const alert of fresh) {
      batch.untold.delete(alert.id);
      rested.set(subjectOf(alert), now);
    }
    tellThose('fired', fresh, claimNew('fired'));
    tellThose('again', again, (ids) =>
      told.claimAgain(ids, audience, clock.wall(), againMs - lookMs),
    );
  };
  const look = (id: string, batch: Batch): void => {
    const all = openOf(id);
    if (all.length === 0) {
      lookAtEnd(id, batch);
      return;
    }
    const open = all.filter(({ acknowledged }) => acknowledged === null);
    const [first] = open;
    if (first === undefined) return;
    const againMs = againMsOf(first);
    if (!isQuietNow(first)) tellDue(batch, open, againMs);
    if (againMs > 0 || open.some((alert) => batch.untold.has(alert.id)))
      lookAfter(lookMs, id, batch);
  };
  /** All of a batch are over. Whoever was told of nothing need not know that. */
  const lookAtEnd = (id: string, batch: Batch): void => {
    const ended = [...batch.ended.values()];
    const [first] = ended;
    if (first !== undefined && isQuietNow(first)) lookAfter(lookMs, id, batch);
    else {
      forget(id, batch);
      tellThose('over', ended, claimNew('over'));
    }
  };
  const isToldElsewhere = (id: string): boolean =>
    unlessInTrouble(() => told.isTold(id, audience)) ?? false;
  const add = (alert: Alert, isTold: boolean, waitMs: number): void => {
    const batch: Batch = batches.get(alert.batch) ?? {
      toldAt: null,
      untold: new Set(),
      ended: new Map(),
      next: null,
    };
    batches.set(alert.batch, batch);
    if (isTold) {
      batch.untold.delete(alert.id);
      batch.toldAt ??= clock.now();
    } else batch.untold.add(alert.id);
    lookAfter(waitMs, alert.batch, batch);
  };
  return {
    fired: (alert) => add(alert, false, gatherMs),
    known: (alert) => add(alert, isToldElsewhere(alert.id), lookMs),
    over(alert) {
      const batch = batches.get(alert.batch);
      if (batch === undefined) return;
      if (!batch.untold.delete(alert.id) || isToldElsewhere(alert.id))
        batch.ended.set(subjectOf(alert), alert);
      if (!isOver(alert.batch)) return;
      // Of thousands each audience has a turn of its own.
      if (batch.ended.size > mostAtOnce) lookAfter(0, alert.batch, batch);
      else lookAtEnd(alert.batch, batch);
    },
    close() {
      for (const [id, batch] of batches) forget(id, batch);
    },
  };
}
