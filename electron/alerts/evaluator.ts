import { isDeepStrictEqual } from 'node:util';
import { momentMs, stateVerdict } from '../../shared/fleet/alerts/verdicts.ts';
import type { AlertRule } from '../../shared/model/alert-rule.ts';
import type { ProxyEvent } from '../../shared/model/event.ts';
import type { ProxyState } from '../../shared/model/proxy-state.ts';
import type { Sample } from '../../shared/model/sample.ts';
import type { Clock } from '../base/clock.ts';
import { createMaintenanceWatch, type MaintenanceWatchParts } from './maintenance-watch.ts';
import { createNetworkWatch, type NetworkWatchParts } from './network-watch.ts';
import { createReadingLooks, type ReadingLooksParts } from './reading-looks.ts';
import { createRuleWatch, nothingSeen, type RuleWatch, type RuleWatchParts } from './rule-watch.ts';

const tickMs = 1000;
/** What begins or ends by the wall clock is looked for so often at least, milliseconds: that clock may be set. */
const longestSleepMs = 60_000;

export interface EvaluatorParts
  extends Pick<RuleWatchParts, 'onFired' | 'onRecovered'>,
    Pick<NetworkWatchParts, 'hasInterface' | 'onOwnNetwork'>,
    Pick<ReadingLooksParts, 'openCountOf'>,
    Pick<MaintenanceWatchParts, 'maintenance' | 'profiles' | 'classes'> {
  readonly clock: Clock;
  readonly states: () => readonly { readonly id: string; readonly state: ProxyState }[];
  readonly rules: () => readonly AlertRule[];
  /** The proxies that rules want to be read at their own interval, whoever looks; told whenever rules or profiles may be other ones. */
  readonly onWatching: (ids: ReadonlySet<string>) => void;
  /** What fires and what recovered by one look is told. */
  readonly onLooked: () => void;
  /** Whether our own network was down when the app ended. */
  readonly wasOwnNetwork: boolean;
}

/** Looks at what the fleet tells by the rules. It keeps nothing: what fires is told, and what fired before is told to it. */
export interface Evaluator {
  transition(id: string, state: ProxyState): void;
  samples(samples: readonly Sample[]): void;
  /** So many polls of a proxy were missed just now. */
  missed(id: string, count: number): void;
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
  let isDirty = false;
  let next: { readonly at: number; readonly cancel: () => void } | null = null;
  const network = createNetworkWatch({ ...parts, states });
  const maintained = createMaintenanceWatch(parts);
  const readings = createReadingLooks({ ...parts, isMaintained: maintained.has });

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
  /** Milliseconds until there is something to look at without being told; null where there is nothing. */
  const restMs = (): number | null => {
    const soon =
      isDirty ||
      network.isDown() ||
      [...watches.values()].some(
        (watch) =>
          watch.pending().length > 0 || (watch.source === 'moment' && watch.firing().length > 0),
      );
    if (soon) return tickMs;
    const edge = maintained.untilNext();
    return edge === null ? null : Math.min(Math.max(edge, tickMs), longestSleepMs);
  };
  const tick = (): void => {
    next = null;
    const changed = network.look();
    if (isDirty) settle();
    else if (maintained.follow(false) || changed) lookAtAll();
    for (const watch of watches.values()) {
      if (watch.source === 'state') for (const id of watch.pending()) lookAtState(watch, id);
      if (watch.source === 'moment') for (const id of watch.firing()) lookAtMoment(watch, id);
    }
    // What is over says no more than what never was, also of proxies that are no more.
    for (const [key, at] of moments) if (clock.now() - at >= momentMs) moments.delete(key);
    parts.onLooked();
    const rest = restMs();
    if (rest !== null) arm(rest);
  };
  const arm = (ms = tickMs): void => {
    const at = clock.now() + ms;
    if (next !== null && next.at <= at) return;
    next?.cancel();
    next = { at, cancel: clock.after(ms, tick) };
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
    readings.settle(watches);
    const atFullPace = [...watches.values()].filter(({ rule }) => rule.fullPace);
    parts.onWatching(new Set(atFullPace.flatMap(({ members }) => [...members.keys()])));
    isDirty = false;
    maintained.follow(true);
    lookAtAll();
    parts.onLooked();
    arm();
  };
  settle();
  return {
    transition(id, state) {
      states.set(id, state);
      network.transition(id, state);
      for (const watch of watches.values()) if (watch.source === 'state') lookAtState(watch, id);
      parts.onLooked();
      arm();
    },
    samples(samples) {
      readings.take(watches.values(), samples);
      parts.onLooked();
    },
    missed(id, count) {
      readings.missed(watches.values(), id, count);
      parts.onLooked();
    },
    event({ kind, profileId }) {
      if (kind !== 'restarted' && kind !== 'changed-elsewhere') return;
      moments.set(`${kind} ${profileId}`, clock.now());
      for (const watch of watches.values())
        if (watch.rule.condition.kind === kind) lookAtMoment(watch, profileId);
      parts.onLooked();
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
    close: () => next?.cancel(),
  };
}
