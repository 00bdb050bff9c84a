import { insightVerdicts } from '../../shared/fleet/alerts/insight-verdicts.ts';
import { createRecentMisses } from '../../shared/fleet/alerts/missed-polls.ts';
import {
  groupVerdicts,
  metricVerdict,
  readingVerdict,
  readValue,
} from '../../shared/fleet/alerts/verdicts.ts';
import type { AlertVerdict } from '../../shared/fleet/alerts/watch.ts';
import type { SpanFacts } from '../../shared/fleet/insights/of-span.ts';
import { createRecentReadings } from '../../shared/fleet/insights/recent-readings.ts';
import { isAlertInsight } from '../../shared/model/alert-rule.ts';
import type { OpenCount } from '../../shared/model/open-count-schema.ts';
import type { Sample } from '../../shared/model/sample.ts';
import type { Clock } from '../base/clock.ts';
import type { RuleWatch } from './rule-watch.ts';

/** A number of the group that is older, milliseconds, takes part in no comparison. */
const freshMs = 3 * 60_000;

interface Aged<T> {
  readonly value: T;
  /** Monotonic milliseconds. */
  readonly at: number;
}

export interface ReadingLooksParts {
  readonly clock: Pick<Clock, 'now'>;
  /** Nothing is concluded of these. */
  readonly isMaintained: (id: string) => boolean;
  /** Whether the count of open connections of a proxy can be believed. */
  readonly openCountOf: (id: string) => OpenCount;
}

/** Looks at what was read by the rules about numbers. */
export interface ReadingLooks {
  take(watches: Iterable<RuleWatch>, samples: readonly Sample[]): void;
  /** Looks at a proxy of which so many polls were missed just now. */
  missed(watches: Iterable<RuleWatch>, id: string, count: number): void;
  /** Forgets what no rule of these needs. */
  settle(watches: ReadonlyMap<string, RuleWatch>): void;
}

export function createReadingLooks(parts: ReadingLooksParts): ReadingLooks {
  const { clock, isMaintained, openCountOf } = parts;
  /** The last number of each member of a group; by rule, then by id. */
  const groups = new Map<string, Map<string, Aged<number>>>();
  /** What each proxy that a rule about an insight is for did lately. */
  const facts = new Map<string, Aged<SpanFacts>>();
  const recent = createRecentReadings();
  const misses = createRecentMisses();
  let wanted: ReadonlySet<string> = new Set();
  let pollsWanted: ReadonlySet<string> = new Set();

  const unlessMaintained = (id: string, verdict: AlertVerdict): AlertVerdict =>
    isMaintained(id) ? 'suppressed' : verdict;
  const lookAtGroup = (watch: RuleWatch, samples: readonly Sample[]): void => {
    const { condition, id: ruleId } = watch.rule;
    if (condition.kind !== 'unlike') return;
    const now = clock.now();
    const values = groups.get(ruleId) ?? new Map<string, Aged<number>>();
    groups.set(ruleId, values);
    for (const sample of samples) {
      const value = readValue(condition.metric, sample);
      if (value !== null) values.set(sample.profileId, { value, at: now });
    }
    const numbers = freshOf(values, watch, now);
    const found = groupVerdicts(condition.metric, numbers);
    for (const { profileId } of samples) {
      const { verdict, usual } = found.get(profileId) ?? { verdict: 'unknown', usual: null };
      const value = numbers.get(profileId) ?? null;
      watch.look(profileId, unlessMaintained(profileId, verdict), now, { value, usual });
    }
  };
  const lookAtReadings = (watch: RuleWatch, samples: readonly Sample[]): void => {
    const { condition } = watch.rule;
    if (condition.kind !== 'metric' && condition.kind !== 'implausible') return;
    for (const sample of samples) {
      const { verdict, value } = readingVerdict(condition, sample);
      const shown = unlessMaintained(sample.profileId, verdict);
      watch.look(sample.profileId, shown, clock.now(), { value, usual: null });
    }
  };
  const lookAtInsight = (watch: RuleWatch, samples: readonly Sample[]): void => {
    const { condition } = watch.rule;
    if (condition.kind !== 'metric' || !isAlertInsight(condition.metric)) return;
    const now = clock.now();
    const asked = { ...condition, metric: condition.metric };
    const verdictOf = insightVerdicts(asked, {
      facts: freshOf(facts, watch, now),
      countOf: openCountOf,
      isFiring: watch.isFiring,
    });
    for (const { profileId } of samples) {
      const { verdict, value } = verdictOf(profileId);
      watch.look(profileId, unlessMaintained(profileId, verdict), now, { value, usual: null });
    }
  };
  const lookAtPolls = (watch: RuleWatch, id: string): void => {
    const { condition } = watch.rule;
    if (condition.kind !== 'metric') return;
    const now = clock.now();
    const value = misses.countOf(id, now);
    const verdict = unlessMaintained(id, metricVerdict(condition, value));
    watch.look(id, verdict, now, { value, usual: null });
  };
  const remember = (samples: readonly Sample[]): void => {
    for (const sample of samples) {
      const { profileId: id } = sample;
      recent.take(sample);
      if (!wanted.has(id)) continue;
      const value = recent.factsOf(id, sample.now);
      if (value !== null) facts.set(id, { value, at: clock.now() });
    }
  };
  return {
    take(watches, samples) {
      remember(samples);
      for (const watch of watches) {
        const told = samples.filter(({ profileId }) => watch.members.has(profileId));
        if (told.length === 0) continue;
        if (watch.source === 'group') lookAtGroup(watch, told);
        if (watch.source === 'reading') lookAtReadings(watch, told);
        if (watch.source === 'insight') lookAtInsight(watch, told);
        if (watch.source === 'polls')
          for (const { profileId } of told) lookAtPolls(watch, profileId);
      }
    },
    missed(watches, id, count) {
      if (!pollsWanted.has(id)) return;
      misses.add(id, count, clock.now());
      for (const watch of watches) if (watch.source === 'polls') lookAtPolls(watch, id);
    },
    settle(watches) {
      for (const id of groups.keys()) if (!watches.has(id)) groups.delete(id);
      const membersOf = (kind: RuleWatch['source']): ReadonlySet<string> => {
        const of = [...watches.values()].filter(({ source }) => source === kind);
        return new Set(of.flatMap(({ members }) => [...members.keys()]));
      };
      wanted = membersOf('insight');
      recent.keep(wanted);
      pollsWanted = membersOf('polls');
      misses.keep(pollsWanted);
      for (const id of facts.keys()) if (!wanted.has(id)) facts.delete(id);
    },
  };
}

/** Of the members of a rule, and not too old. */
function freshOf<T>(
  values: ReadonlyMap<string, Aged<T>>,
  { members }: RuleWatch,
  now: number,
): ReadonlyMap<string, T> {
  return new Map(
    [...values].flatMap(([id, { value, at }]) =>
      now - at <= freshMs && members.has(id) ? [[id, value] as const] : [],
    ),
  );
}
