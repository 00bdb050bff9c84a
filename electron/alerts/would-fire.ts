import { type PastLook, replay } from '../../shared/fleet/alerts/replay.ts';
import {
  groupVerdicts,
  metricVerdict,
  momentMs,
  needsOf,
  sourceOf,
} from '../../shared/fleet/alerts/verdicts.ts';
import type { AlertVerdict } from '../../shared/fleet/alerts/watch.ts';
import type { WouldFireAnswer } from '../../shared/model/alert.ts';
import { type AlertCondition, type AlertRule, isInScope } from '../../shared/model/alert-rule.ts';
import type { ProxyEvent } from '../../shared/model/event.ts';
import type { Profile } from '../../shared/model/profile.ts';
import type { Clock } from '../base/clock.ts';
import type { EventStore, HistoryStore } from '../store/thread/asked.ts';

const dayMs = 24 * 3_600_000;
const minuteMs = 60_000;
/** So many proxies are looked at: each takes its time with the database. */
const mostProxies = 100;
const mostEvents = 1000;

export interface WouldFireParts {
  readonly history: Pick<HistoryStore, 'range'>;
  readonly events: Pick<EventStore, 'list'>;
  readonly profiles: () => readonly Profile[];
  readonly clock: Pick<Clock, 'wall'>;
}

/**
 * What a rule would have fired in the last day: numbers from the means of each minute, states and moments from the events. Throws
 * `storage-failed`, and with the reason of the signal.
 */
export async function wouldFire(
  parts: WouldFireParts,
  rule: AlertRule,
  signal?: AbortSignal,
): Promise<WouldFireAnswer> {
  const { condition } = rule;
  const source = sourceOf(condition);
  const all = parts.profiles().filter((profile) => isInScope(rule.scope, profile));
  const to = parts.clock.wall();
  const asked = { from: to - dayMs, to };
  const answer = { looked: 0, proxies: all.length, spans: [] };
  // A count that is none is kept as no data.
  if (condition.kind === 'implausible') return { ...answer, basis: 'nothing' };
  const some = all.slice(0, mostProxies);
  const looks = new Map<string, readonly PastLook[]>();
  const minutes = new Map<number, Map<string, number>>();
  for (const { id } of some) {
    if (source === 'state' || source === 'moment') {
      const newest = await parts.events.list({ id, limit: mostEvents }, signal);
      const events = newest.toReversed();
      looks.set(
        id,
        source === 'state' ? statesOf(condition, events) : momentsOf(condition, events),
      );
    } else if (condition.kind === 'metric' || condition.kind === 'unlike') {
      const range = await parts.history.range({ id, ...asked, points: dayMs / minuteMs }, signal);
      const values = range[condition.metric].mean;
      if (condition.kind === 'metric')
        looks.set(
          id,
          range.at.map((at, i) => ({ at, verdict: metricVerdict(condition, values[i] ?? null) })),
        );
      else for (const [i, at] of range.at.entries()) addTo(minutes, at, id, values[i] ?? null);
    }
  }
  if (condition.kind === 'unlike')
    for (const [id, found] of comparedBy(condition.metric, minutes)) looks.set(id, found);
  const spans = [...looks].flatMap(([profileId, past]) =>
    replay(past, needsOf(condition), to)
      .filter((span) => span.from >= asked.from)
      .map((span) => ({ profileId, ...span })),
  );
  const basis = source === 'state' || source === 'moment' ? 'events' : 'minutes';
  return { basis, looked: some.length, proxies: all.length, spans };
}

function statesOf(condition: AlertCondition, events: readonly ProxyEvent[]): readonly PastLook[] {
  return events.flatMap(({ kind, at, detail }): PastLook[] => {
    const look = (verdict: AlertVerdict): PastLook[] => [{ at, verdict }];
    if (kind === 'connected') return look('clear');
    if (kind === 'login-refused') return look(condition.kind === 'down' ? 'clear' : 'bad');
    if (kind === 'disconnected' && 'code' in detail && detail.code === 'cancelled')
      return look('clear');
    if (kind !== 'disconnected' && kind !== 'attempt-failed') return [];
    return look(condition.kind === 'down' ? 'bad' : 'unknown');
  });
}

function momentsOf(condition: AlertCondition, events: readonly ProxyEvent[]): readonly PastLook[] {
  const times = events.filter(({ kind }) => kind === condition.kind).map(({ at }) => at);
  return times.flatMap((at, i): PastLook[] => {
    const next = times[i + 1] ?? Number.POSITIVE_INFINITY;
    const end = at + momentMs;
    const bad: PastLook = { at, verdict: 'bad' };
    return next < end ? [bad] : [bad, { at: end, verdict: 'clear' }];
  });
}

function addTo(
  minutes: Map<number, Map<string, number>>,
  at: number,
  id: string,
  value: number | null,
): void {
  if (value === null) return;
  const minute = Math.floor(at / minuteMs) * minuteMs;
  const values = minutes.get(minute) ?? new Map<string, number>();
  minutes.set(minute, values.set(id, value));
}

function comparedBy(
  metric: Parameters<typeof groupVerdicts>[0],
  minutes: ReadonlyMap<number, ReadonlyMap<string, number>>,
): ReadonlyMap<string, readonly PastLook[]> {
  const looks = new Map<string, PastLook[]>();
  for (const [at, values] of [...minutes].toSorted(([a], [b]) => a - b))
    for (const [id, { verdict }] of groupVerdicts(metric, values)) {
      const list = looks.get(id) ?? [];
      list.push({ at, verdict });
      looks.set(id, list);
    }
  return looks;
}
