import { missedLooks } from '../../shared/fleet/alerts/missed-polls.ts';
import { insightLooks } from '../../shared/fleet/alerts/past-insights.ts';
import { type PastLook, replay } from '../../shared/fleet/alerts/replay.ts';
import { scopeTest } from '../../shared/fleet/alerts/scope.ts';
import { needsOf, sourceOf } from '../../shared/fleet/alerts/verdicts.ts';
import type { WouldFireAnswer } from '../../shared/model/alert.ts';
import {
  type AlertCondition,
  type AlertRule,
  isAlertInsight,
  type Maintenance,
} from '../../shared/model/alert-rule.ts';
import type { Classes } from '../../shared/model/environment-class.ts';
import { consoleId } from '../../shared/model/event.ts';
import type { HistoryRange, Span } from '../../shared/model/history.ts';
import { unknownCount } from '../../shared/model/open-count.ts';
import type { OpenCount } from '../../shared/model/open-count-schema.ts';
import type { Profile } from '../../shared/model/profile.ts';
import type { Clock } from '../base/clock.ts';
import { isLoopbackHost } from '../base/loopback.ts';
import type { EventStore, HistoryStore } from '../store/thread/asked.ts';
import {
  maintenanceSpans,
  ownNetworkSpans,
  withoutHidden,
  withoutHiddenState,
} from './past-hidden.ts';
import { groupLooks, momentLooks, numberLooks, stateLooks } from './past-looks.ts';

const dayMs = 24 * 3_600_000;
const minuteMs = 60_000;
/** So many proxies are looked at: each takes its time with the database. */
const mostProxies = 100;
const mostEvents = 1000;

export interface WouldFireParts {
  readonly history: Pick<HistoryStore, 'range' | 'missed'>;
  readonly events: Pick<EventStore, 'list'>;
  readonly profiles: () => readonly Profile[];
  readonly classes: () => Classes;
  readonly maintenance: () => readonly Maintenance[];
  /** Whether the count of open connections of a proxy can be believed. */
  readonly openCountOf: (profile: Profile) => OpenCount;
  readonly clock: Pick<Clock, 'wall'>;
}

/**
 * What a rule would have fired in the last day: numbers from the means of each minute, states and moments from the events; nothing of proxies on
 * which work was done, or that our own network kept from being reached. Throws `storage-failed`, and with the reason of the signal.
 */
export async function wouldFire(
  parts: WouldFireParts,
  rule: AlertRule,
  signal?: AbortSignal,
): Promise<WouldFireAnswer> {
  const { condition } = rule;
  const all = parts.profiles().filter(scopeTest(rule.scope, parts.classes()));
  const to = parts.clock.wall();
  const from = to - dayMs;
  // A count that is none is kept as no data.
  if (condition.kind === 'implausible')
    return { looked: 0, proxies: all.length, knownMinutes: null, spans: [], basis: 'nothing' };
  const some = all.slice(0, mostProxies);
  const source = sourceOf(condition);
  const ofEvents = source === 'state' || source === 'moment';
  const looks = ofEvents
    ? await looksOfEvents(parts, condition, some, signal)
    : await looksOfNumbers(parts, condition, some, { from, to, signal });
  const hiddenOf = await hiddenSpans(parts, condition, signal);
  const seenOf = (profile: Profile): readonly PastLook[] => {
    const [made, hidden] = [looks.get(profile.id) ?? [], hiddenOf(profile)];
    if (source === 'state') return withoutHiddenState(made, hidden);
    return withoutHidden(made, hidden, source === 'moment' ? 'moment' : 'readings');
  };
  const spans = some.flatMap((profile) =>
    replay(seenOf(profile), needsOf(condition), to)
      .filter((span) => span.from >= from)
      .map((span) => ({ profileId: profile.id, ...span })),
  );
  const basis = ofEvents ? 'events' : 'minutes';
  const knownMinutes = ofEvents ? null : knownMinutesOf(looks);
  return { basis, looked: some.length, proxies: all.length, knownMinutes, spans };
}

function knownMinutesOf(looks: LooksOfEach): number {
  const known = [...looks.values()].flatMap((list) =>
    list.flatMap(({ at, verdict }) => (verdict === 'unknown' ? [] : [Math.floor(at / minuteMs)])),
  );
  return new Set(known).size;
}

/** When nothing was to be concluded of a proxy. */
async function hiddenSpans(
  parts: WouldFireParts,
  condition: AlertCondition,
  signal: AbortSignal | undefined,
): Promise<(profile: Profile) => readonly Span[]> {
  const maintained = maintenanceSpans(parts.maintenance(), parts.classes());
  if (condition.kind !== 'down') return maintained;
  const kinds = ['own-network-down', 'own-network-up'] as const;
  const asked = { id: consoleId, kinds, limit: mostEvents };
  const ownNetwork = ownNetworkSpans((await parts.events.list(asked, signal)).toReversed());
  return (profile) => [...maintained(profile), ...(isLoopbackHost(profile.host) ? [] : ownNetwork)];
}

type LooksOfEach = ReadonlyMap<string, readonly PastLook[]>;

async function looksOfEvents(
  parts: WouldFireParts,
  condition: AlertCondition,
  profiles: readonly Profile[],
  signal: AbortSignal | undefined,
): Promise<LooksOfEach> {
  const looksOf = sourceOf(condition) === 'state' ? stateLooks : momentLooks;
  const looks = new Map<string, readonly PastLook[]>();
  for (const { id } of profiles) {
    const newest = await parts.events.list({ id, limit: mostEvents }, signal);
    looks.set(id, looksOf(condition, newest.toReversed()));
  }
  return looks;
}

async function looksOfNumbers(
  parts: WouldFireParts,
  condition: AlertCondition,
  profiles: readonly Profile[],
  { from, to, signal }: { from: number; to: number; signal: AbortSignal | undefined },
): Promise<LooksOfEach> {
  if (condition.kind === 'metric' && condition.metric === 'missedPolls') {
    const looks = new Map<string, readonly PastLook[]>();
    for (const { id } of profiles)
      looks.set(id, missedLooks(condition, await parts.history.missed({ id, from, to }, signal)));
    return looks;
  }
  const recorded = new Map<string, HistoryRange>();
  // One more than there are minutes: the day begins and ends within one.
  for (const { id } of profiles) {
    const asked = { id, from, to, points: dayMs / minuteMs + 1 };
    recorded.set(id, await parts.history.range(asked, signal));
  }
  if (condition.kind === 'unlike') return groupLooks(condition.metric, recorded);
  if (condition.kind !== 'metric' || condition.metric === 'missedPolls') return new Map();
  const { metric } = condition;
  if (isAlertInsight(metric)) {
    const counts = new Map(profiles.map((profile) => [profile.id, parts.openCountOf(profile)]));
    return insightLooks({ ...condition, metric }, recorded, (id) => counts.get(id) ?? unknownCount);
  }
  return new Map(
    Array.from(recorded, ([id, range]) => [id, numberLooks(condition, metric, range)]),
  );
}
