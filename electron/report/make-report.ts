import { AppError } from '../../shared/errors.ts';
import type { HistoryTotals, Span } from '../../shared/model/history.ts';
import { isInFolder } from '../../shared/model/plan-targets.ts';
import type { Profile } from '../../shared/model/profile.ts';
import {
  longestReportMs,
  mostListed,
  type Report,
  type ReportProxy,
  type ReportWanted,
} from '../../shared/model/report.ts';
import { outagesOf } from '../../shared/report/outages.ts';
import { proxyReport } from '../../shared/report/proxy-report.ts';
import { oddOnes, worstFirst } from '../../shared/report/summary.ts';
import type { Clock } from '../base/clock.ts';
import { inTurns } from '../base/steps.ts';
import type { AlertReads, AuditReads, EventStore, HistoryStore } from '../store/thread/asked.ts';
import { changesOfSpan } from './changes-of-span.ts';
import { type EventsOfSpan, eventsOfSpan, reachBefore } from './events-of-span.ts';

const minuteMs = 60_000;
/** Points of the history of each proxy: the minutes of a day. */
const mostPoints = 1441;
const fewestPoints = 10;

export interface ReportParts {
  readonly history: Pick<HistoryStore, 'range' | 'totals' | 'runs'>;
  readonly events: Pick<EventStore, 'list'>;
  readonly audit: Pick<AuditReads, 'search'>;
  readonly alerts: AlertReads;
  /** All profiles that there are. */
  readonly profiles: () => readonly Pick<Profile, 'id' | 'name' | 'folder'>[];
  readonly clock: Pick<Clock, 'wall'>;
}

type Member = Pick<ReportProxy, 'id' | 'name' | 'folder' | 'removed'>;

/**
 * Makes a report of what is kept, with two reads of the history for each proxy, one after the other, so that others have their turn; `onProgress`
 * hears how many are read. Throws `invalid-input` for a span that is none, has not begun or is too long, `storage-failed` as the store, and with
 * the reason of the signal.
 */
export async function makeReport(
  parts: ReportParts,
  wanted: ReportWanted,
  signal: AbortSignal,
  onProgress: (done: number, of: number) => void,
): Promise<Report> {
  const { scope, from, to } = wanted;
  const madeAt = parts.clock.wall();
  if (!(from < to) || to - from > longestReportMs)
    throw new AppError('invalid-input', { case: 'field', field: 'to', rule: 'order' });
  if (from >= madeAt)
    throw new AppError('invalid-input', { case: 'field', field: 'from', rule: 'order' });
  const span: Span = { from, to: Math.min(to, madeAt) };
  const known = await parts.alerts.knownSince(signal);
  const outagesSince = known.events !== null && known.events > from ? known.events : null;
  const told: Span = { from: Math.min(span.to, outagesSince ?? from), to: span.to };
  const events = await eventsOfSpan(parts.events, span, signal);
  const runs = await parts.history.runs(span, signal);
  const members = membersOf(parts.profiles(), wanted, events);
  const ids = new Set(members.map(({ id }) => id));
  const before = await reachBefore(parts.events, { ids, at: from }, signal);
  const alerts = (await parts.alerts.within(span, signal)).filter(
    ({ about }) => about.kind === 'own-network' || ids.has(about.profileId),
  );
  const changes = await changesOfSpan(parts.audit, { ids, span, events }, signal);
  const changesOf = countBy(changes, ({ profileId }) => profileId);
  const alertsOf = countBy(alerts, ({ about }) => (about.kind === 'rule' ? about.profileId : ''));

  const proxies: ReportProxy[] = [];
  let level: Report['level'] = null;
  for (const profile of members) {
    onProgress(proxies.length, members.length);
    const { id } = profile;
    const points = Math.ceil((span.to - span.from) / minuteMs) + 1;
    const range = await parts.history.range(
      { id, ...span, points: Math.min(mostPoints, Math.max(fewestPoints, points)) },
      signal,
    );
    // What was counted is noted at the first reading of each minute, which may come a little after the end.
    const movedOf = async ({ from }: Pick<Span, 'from'>): Promise<HistoryTotals['moved']> => {
      const until = Math.min(madeAt, span.to + minuteMs);
      return (await parts.history.totals({ id, from, to: until }, signal)).moved;
    };
    const moved = await movedOf(span);
    const readMs = (outagesSince === null ? moved : await movedOf(told))?.watchedMs ?? 0;
    const last = before.get(id);
    const reach = [...(last === undefined ? [] : [last]), ...(events.reach.get(id) ?? [])];
    level = range.level;
    proxies.push(
      proxyReport(
        {
          profile,
          range,
          moved,
          readMs,
          outages: outagesOf(reach, told, runs),
          changes: changesOf.get(id) ?? 0,
          alerts: alertsOf.get(id) ?? 0,
        },
        told,
      ),
    );
  }
  onProgress(members.length, members.length);
  const odd = await inTurns(oddOnes(proxies), signal);
  return {
    scope,
    from,
    to,
    until: span.to,
    madeAt,
    outagesSince,
    level,
    proxies: proxies.toSorted(worstFirst),
    changes: { count: changes.length, listed: changes.slice(0, mostListed) },
    alerts: {
      count: alerts.length,
      open: alerts.filter(({ over }) => over === null).length,
      since: known.alerts !== null && known.alerts > from ? known.alerts : null,
      listed: alerts.toReversed().slice(0, mostListed),
    },
    odd,
  };
}

/** Those that are named, and those of the whole fleet or of the folder that were removed since the span began. */
function membersOf(
  profiles: ReturnType<ReportParts['profiles']>,
  { scope, ids }: ReportWanted,
  { removed }: EventsOfSpan,
): readonly Member[] {
  const wanted = new Set(ids);
  const known = new Set(profiles.map(({ id }) => id));
  const members = new Map<string, Member>();
  for (const { id, name, folder } of profiles)
    if (wanted.has(id)) members.set(id, { id, name, folder, removed: false });
  for (const { profileId, profileName, detail } of removed) {
    const { folder } = detail;
    const belongs =
      scope.kind === 'all' || (scope.kind === 'folder' && isInFolder({ folder }, scope.folder));
    if (!belongs || known.has(profileId)) continue;
    members.set(profileId, { id: profileId, name: profileName, folder, removed: true });
  }
  return [...members.values()];
}

function countBy<T>(list: readonly T[], keyOf: (entry: T) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const entry of list) counts.set(keyOf(entry), (counts.get(keyOf(entry)) ?? 0) + 1);
  return counts;
}
