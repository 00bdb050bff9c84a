import { isDeepStrictEqual } from 'node:util';
import {
  groupVerdicts,
  momentMs,
  readingVerdict,
  readValue,
  stateVerdict,
} from '../../shared/fleet/alerts/verdicts.ts';
import { type AlertRule, isInScope, type Maintenance } from '../../shared/model/alert-rule.ts';
import type { ProxyEvent } from '../../shared/model/event.ts';
import type { Profile } from '../../shared/model/profile.ts';
import type { ProxyState } from '../../shared/model/proxy-state.ts';
import type { Sample } from '../../shared/model/sample.ts';
import type { Clock } from '../base/clock.ts';
import { createNetworkWatch, type NetworkWatchParts } from './network-watch.ts';
import { createRuleWatch, nothingSeen, type RuleWatch, type RuleWatchParts } from './rule-watch.ts';

const tickMs = 1000;
/** A number of the group that is older, milliseconds, takes part in no comparison. */
const freshMs = 3 * 60_000;

export interface EvaluatorParts
  extends Pick<RuleWatchParts, 'onFired' | 'onRecovered'>,
    Pick<NetworkWatchParts, 'hasInterface' | 'onOwnNetwork'> {
  readonly clock: Clock;
  readonly profiles: () => readonly Profile[];
  readonly states: () => readonly { readonly id: string; readonly state: ProxyState }[];
  readonly rules: () => readonly AlertRule[];
  readonly maintenance: () => readonly Maintenance[];
  /** The proxies that rules want to be read at their own interval, whoever looks; told whenever rules or profiles may be other ones. */
  readonly onWatching: (ids: ReadonlySet<string>) => void;
  /** Whether our own network was down when the app ended. */
  readonly wasOwnNetwork: boolean;
}

/** Looks at what the fleet tells by the rules. It keeps nothing: what fires is told, and what fired before is told to it. */
export interface Evaluator {
  transition(id: string, state: ProxyState): void;
  samples(samples: readonly Sample[]): void;
  event(event: ProxyEvent): void;
  /** Rules, maintenance or profiles may be other ones; looks at once. */
  settle(): void;
  /** The same, within a second. */
  dirty(): void;
  /** An alert of before is open, acknowledged or not, or is no more. `firedAt` is epoch milliseconds. */
  set(ruleId: string, id: string, phase: 'firing' | 'acknowledged' | 'ok', firedAt: number): void;
  close(): void;
}

export function createEvaluator(parts: EvaluatorParts): Evaluator {
  const { clock } = parts;
  const watches = new Map<string, RuleWatch>();
  const states = new Map<string, ProxyState>();
  /** When what happens at a moment happened last, monotonic milliseconds; by kind and id. */
  const moments = new Map<string, number>();
  /** The last number of each member of a group; by rule, then by id. */
  const groups = new Map<string, Map<string, { value: number; at: number }>>();
  let maintained = new Set<string>();
  let active: readonly Maintenance[] = [];
  let isDirty = false;
  let cancel: (() => void) | null = null;
  const network = createNetworkWatch({ ...parts, states });

  const lookAtState = (watch: RuleWatch, id: string): void => {
    const { condition } = watch.rule;
    if (condition.kind !== 'down' && condition.kind !== 'password-refused') return;
    const state = states.get(id);
    if (state === undefined) return;
    const verdict = stateVerdict(condition, state);
    const hidden = maintained.has(id) || (condition.kind === 'down' && network.hides(id));
    const suppressed = hidden && verdict !== 'clear';
    watch.look(id, suppressed ? 'suppressed' : verdict, clock.now(), nothingSeen);
  };
  const lookAtMoment = (watch: RuleWatch, id: string): void => {
    const at = moments.get(`${watch.rule.condition.kind} ${id}`);
    const verdict = at === undefined || clock.now() - at >= momentMs ? 'clear' : 'bad';
    const suppressed = maintained.has(id) && verdict === 'bad';
    watch.look(id, suppressed ? 'suppressed' : verdict, clock.now(), nothingSeen);
  };
  const lookAtAll = (): void => {
    for (const watch of watches.values())
      if (watch.source === 'state') for (const id of watch.members.keys()) lookAtState(watch, id);
  };
  const followMaintenance = (): boolean => {
    const now = clock.wall();
    const here = parts.maintenance().filter(({ from, to }) => from <= now && now < to);
    if (isDeepStrictEqual(here, active) && !isDirty) return false;
    active = here;
    maintained = new Set(
      here.length === 0
        ? []
        : parts
            .profiles()
            .filter((profile) => here.some(({ scope }) => isInScope(scope, profile)))
            .map(({ id }) => id),
    );
    return true;
  };
  const waits = (): boolean =>
    isDirty ||
    network.isDown() ||
    parts.maintenance().some(({ to }) => to > clock.wall()) ||
    [...watches.values()].some(
      (watch) =>
        watch.pending().length > 0 || (watch.source === 'moment' && watch.firing().length > 0),
    );
  const tick = (): void => {
    cancel = null;
    const changed = network.look();
    if (isDirty) settle();
    else if (followMaintenance() || changed) lookAtAll();
    for (const watch of watches.values()) {
      if (watch.source === 'state') for (const id of watch.pending()) lookAtState(watch, id);
      if (watch.source === 'moment') for (const id of watch.firing()) lookAtMoment(watch, id);
    }
    // What is over says no more than what never was, also of proxies that are no more.
    for (const [key, at] of moments) if (clock.now() - at >= momentMs) moments.delete(key);
    if (waits()) arm();
  };
  const arm = (): void => {
    cancel ??= clock.after(tickMs, tick);
  };
  const settle = (): void => {
    const profiles = parts.profiles();
    const before = new Map(watches);
    watches.clear();
    states.clear();
    for (const { id, state } of parts.states()) states.set(id, state);
    network.setProfiles(profiles);
    for (const rule of parts.rules().filter(({ enabled }) => enabled)) {
      const same = before.get(rule.id);
      const isSame = isDeepStrictEqual(same?.rule.condition, rule.condition);
      const made = { ...parts, rule, profiles, before: isSame ? same : undefined };
      watches.set(rule.id, createRuleWatch(made));
    }
    for (const id of groups.keys()) if (!watches.has(id)) groups.delete(id);
    const atFullPace = [...watches.values()].filter(({ rule }) => rule.fullPace);
    parts.onWatching(new Set(atFullPace.flatMap(({ members }) => [...members.keys()])));
    isDirty = true;
    followMaintenance();
    isDirty = false;
    lookAtAll();
    arm();
  };
  const lookAtGroup = (watch: RuleWatch, samples: readonly Sample[]): void => {
    const { condition, id: ruleId } = watch.rule;
    if (condition.kind !== 'unlike') return;
    const now = clock.now();
    const values = groups.get(ruleId) ?? new Map<string, { value: number; at: number }>();
    groups.set(ruleId, values);
    const told = samples.filter(({ profileId }) => watch.members.has(profileId));
    for (const sample of told) {
      const value = readValue(condition.metric, sample);
      if (value !== null) values.set(sample.profileId, { value, at: now });
    }
    for (const [id, { at }] of values)
      if (now - at > freshMs || !watch.members.has(id)) values.delete(id);
    const numbers = new Map(Array.from(values, ([id, { value }]) => [id, value]));
    const found = groupVerdicts(condition.metric, numbers);
    for (const { profileId } of told) {
      const { verdict, usual } = found.get(profileId) ?? { verdict: 'unknown', usual: null };
      const value = numbers.get(profileId) ?? null;
      const hidden = maintained.has(profileId) ? 'suppressed' : verdict;
      watch.look(profileId, hidden, now, { value, usual });
    }
  };
  const lookAtReadings = (watch: RuleWatch, samples: readonly Sample[]): void => {
    const { condition } = watch.rule;
    if (condition.kind !== 'metric' && condition.kind !== 'implausible') return;
    for (const sample of samples) {
      if (!watch.members.has(sample.profileId)) continue;
      const verdict = maintained.has(sample.profileId)
        ? 'suppressed'
        : readingVerdict(condition, sample);
      const value =
        condition.kind === 'metric'
          ? readValue(condition.metric, sample)
          : Number(sample.connections);
      watch.look(sample.profileId, verdict, clock.now(), { value, usual: null });
    }
  };
  settle();
  return {
    transition(id, state) {
      states.set(id, state);
      network.transition(id, state);
      for (const watch of watches.values()) if (watch.source === 'state') lookAtState(watch, id);
      arm();
    },
    samples(samples) {
      for (const watch of watches.values()) {
        if (watch.source === 'group') lookAtGroup(watch, samples);
        if (watch.source === 'reading') lookAtReadings(watch, samples);
      }
    },
    event({ kind, profileId }) {
      if (kind !== 'restarted' && kind !== 'changed-elsewhere') return;
      moments.set(`${kind} ${profileId}`, clock.now());
      for (const watch of watches.values())
        if (watch.rule.condition.kind === kind) lookAtMoment(watch, profileId);
      arm();
    },
    settle,
    dirty() {
      isDirty = true;
      arm();
    },
    set(ruleId, id, phase, firedAt) {
      const watch = watches.get(ruleId);
      watch?.set(id, phase);
      if (watch?.source !== 'moment' || phase === 'ok') return;
      const key = `${watch.rule.condition.kind} ${id}`;
      const ago = Math.min(Math.max(0, clock.wall() - firedAt), momentMs);
      if (!moments.has(key)) moments.set(key, clock.now() - ago);
      arm();
    },
    close: () => cancel?.(),
  };
}
