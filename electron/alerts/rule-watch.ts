import { scopeTest } from '../../shared/fleet/alerts/scope.ts';
import { needsOf, sourceOf } from '../../shared/fleet/alerts/verdicts.ts';
import {
  type AlertNeeds,
  type AlertVerdict,
  calm,
  step,
  type Watch,
} from '../../shared/fleet/alerts/watch.ts';
import type { AlertRule } from '../../shared/model/alert-rule.ts';
import type { Classes } from '../../shared/model/environment-class.ts';
import type { Profile } from '../../shared/model/profile.ts';

/** What is seen of a proxy beside the verdict: the number that was read, and what is usual. */
export interface Seen {
  readonly value: number | null;
  readonly usual: number | null;
}

export const nothingSeen: Seen = { value: null, usual: null };

/** A rule with where it stands with each of its proxies. */
export interface RuleWatch {
  readonly rule: AlertRule;
  readonly source: ReturnType<typeof sourceOf>;
  /** By id, those that the rule is for. */
  readonly members: ReadonlyMap<string, Profile>;
  /** One more look at a member. Ids of others say nothing. */
  look(id: string, verdict: AlertVerdict, now: number, seen: Seen): void;
  /** Where it stands with its members; the others are calm. */
  readonly watches: ReadonlyMap<string, Watch>;
  /** Fires already, or not at all any more. */
  set(id: string, phase: 'firing' | 'acknowledged' | 'ok'): void;
  isFiring(id: string): boolean;
  /** Ids of members that are pending, or that fire. */
  pending(): readonly string[];
  firing(): readonly string[];
}

export interface RuleWatchParts {
  readonly rule: AlertRule;
  readonly profiles: readonly Profile[];
  readonly classes: () => Classes;
  /** Where it stood before: with members that there still are it stands as it did, what is pending since then and the last readings among it. */
  readonly before: RuleWatch | undefined;
  readonly onFired: (rule: AlertRule, profile: Profile, seen: Seen) => void;
  readonly onRecovered: (rule: AlertRule, profile: Profile) => void;
}

export function createRuleWatch(parts: RuleWatchParts): RuleWatch {
  const { rule, onFired, onRecovered } = parts;
  const needs: AlertNeeds = needsOf(rule.condition);
  const members = new Map(
    parts.profiles
      .filter(scopeTest(rule.scope, parts.classes()))
      .map((profile) => [profile.id, profile]),
  );
  const watches = new Map<string, Watch>();
  for (const [id, watch] of parts.before?.watches ?? [])
    if (members.has(id)) watches.set(id, watch);
  const inPhase = (...phases: readonly Watch['phase'][]): readonly string[] =>
    [...watches].flatMap(([id, { phase }]) => (phases.includes(phase) ? [id] : []));
  return {
    rule,
    source: sourceOf(rule.condition),
    members,
    look(id, verdict, now, seen) {
      const profile = members.get(id);
      if (profile === undefined) return;
      const before = watches.get(id) ?? calm;
      // As nearly every reading says.
      if (before === calm && verdict === 'clear') return;
      const { watch, happened } = step(before, verdict, now, needs);
      if (watch.phase === 'ok' && !watch.recent.includes('bad')) watches.delete(id);
      else watches.set(id, watch);
      if (happened === 'fired') onFired(rule, profile, seen);
      if (happened === 'recovered') onRecovered(rule, profile);
    },
    watches,
    set(id, phase) {
      if (phase === 'ok') watches.delete(id);
      else if (members.has(id)) watches.set(id, { phase, recent: [] });
    },
    isFiring: (id) => fires(watches.get(id)?.phase),
    pending: () => inPhase('pending'),
    firing: () => inPhase('firing', 'acknowledged'),
  };
}

function fires(phase: Watch['phase'] | undefined): boolean {
  return phase === 'firing' || phase === 'acknowledged';
}
