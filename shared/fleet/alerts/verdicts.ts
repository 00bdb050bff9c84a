import type { ErrorCode } from '../../facts/errors.ts';
import { type AlertCondition, type AlertMetric, isAlertInsight } from '../../model/alert-rule.ts';
import type { ProxyState } from '../../model/proxy-state.ts';
import type { Sample } from '../../model/sample.ts';
import { isImplausibleConnections } from '../../spcp/counter.ts';
import { smallestGroup, type Traits, unlikeInGroup } from '../unlike.ts';
import type { AlertNeeds, AlertVerdict } from './watch.ts';

/** What happens at a moment is over by itself after so long, milliseconds. */
export const momentMs = 15 * 60_000;

/** What a condition is looked at by. */
export function sourceOf(
  condition: AlertCondition,
): 'state' | 'moment' | 'reading' | 'polls' | 'insight' | 'group' {
  const { kind } = condition;
  if (kind === 'down' || kind === 'password-refused') return 'state';
  if (kind === 'restarted' || kind === 'changed-elsewhere') return 'moment';
  if (kind === 'metric' && isAlertInsight(condition.metric)) return 'insight';
  if (kind === 'metric' && condition.metric === 'missedPolls') return 'polls';
  return kind === 'unlike' ? 'group' : 'reading';
}

export function needsOf(condition: AlertCondition): AlertNeeds {
  if (condition.kind === 'down') return { bad: 1, of: 1, lastingMs: condition.seconds * 1000 };
  if ('bad' in condition) return { bad: condition.bad, of: condition.of, lastingMs: 0 };
  return { bad: 1, of: 1, lastingMs: 0 };
}

/**
 * Of the state of a proxy. One that is switched off is not missed, but nobody saw that it is well either; one that connects for the first time, or
 * waits for a vault, is not known.
 */
export function stateVerdict(
  condition: Extract<AlertCondition, { kind: 'down' | 'password-refused' }>,
  state: ProxyState,
): AlertVerdict {
  const refused = state.kind === 'needs-attention' && state.why.code === 'login-refused';
  if (state.kind === 'ready') return 'clear';
  if (state.kind === 'off') return 'suppressed';
  if (condition.kind === 'password-refused') {
    return refused ? 'bad' : 'unknown';
  }
  // A refused login is an answer.
  if (refused) return 'clear';
  return isLost(state) ? 'bad' : 'unknown';
}

/** What keeps a proxy from being logged in to, though its host may be there. */
const ofLogin: ReadonlySet<ErrorCode> = new Set([
  'login-refused',
  'no-password',
  'password-needed-again',
  'vault-locked',
]);

/** Whether a proxy that such an error ended the attempt of, or the session, is one that is not reached. */
export function isLostBy(code: ErrorCode): boolean {
  return !ofLogin.has(code);
}

/** Whether a proxy is not reached though it should be. */
export function isLost(state: ProxyState): boolean {
  if (state.kind === 'connecting') return state.why !== null;
  if (state.kind === 'needs-attention') return isLostBy(state.why.code);
  return state.kind === 'waiting';
}

/** What a reading says of a metric; null where it says nothing. */
export function readValue(metric: AlertMetric, sample: Sample): number | null {
  const value =
    metric === 'connections'
      ? isImplausibleConnections(sample.connections)
        ? null
        : Number(sample.connections)
      : sample[metric];
  return value !== null && Number.isFinite(value) && value >= 0 ? value : null;
}

/** Of a number, null where it is not known. */
export function metricVerdict(
  { direction, raise, clear }: Extract<AlertCondition, { kind: 'metric' }>,
  value: number | null,
): AlertVerdict {
  if (value === null) return 'unknown';
  const sign = direction === 'above' ? 1 : -1;
  if (sign * (value - raise) > 0) return 'bad';
  return sign * (value - clear) <= 0 ? 'clear' : 'between';
}

/** What a reading of one proxy says, with the number that it is about. Of an insight and of missed polls one reading says nothing. */
export function readingVerdict(
  condition: Extract<AlertCondition, { kind: 'metric' | 'implausible' }>,
  sample: Sample,
): { readonly verdict: AlertVerdict; readonly value: number | null } {
  if (condition.kind === 'implausible') {
    const verdict = isImplausibleConnections(sample.connections) ? 'bad' : 'clear';
    return { verdict, value: Number(sample.connections) };
  }
  const { metric } = condition;
  const ofMore = isAlertInsight(metric) || metric === 'missedPolls';
  const value = ofMore ? null : readValue(metric, sample);
  return { verdict: metricVerdict(condition, value), value };
}

/** What a group says of one of it. `usual` is the median, null where the group is too small to say any. */
export interface GroupVerdict {
  readonly verdict: AlertVerdict;
  readonly usual: number | null;
}

/** Of the last values of a group, by id: who is far from the others, and who clearly is not. */
export function groupVerdicts(
  metric: AlertMetric,
  values: ReadonlyMap<string, number>,
): ReadonlyMap<string, GroupVerdict> {
  if (values.size < smallestGroup)
    return new Map(Array.from(values.keys(), (id) => [id, { verdict: 'unknown', usual: null }]));
  const group = [...values].map(([id, value]): Traits => {
    const numbers = { ...unknownNumbers, [metric]: value };
    return { id, numbers, settings: {} };
  });
  const unlike = unlikeInGroup(group);
  // Whoever was unlike stays so until the lower threshold: asked as if all had been.
  const every = new Map(
    group.map(({ id }) => [
      id,
      [{ kind: 'number', trait: metric, value: 0, usual: 0, score: 0 } as const],
    ]),
  );
  const notAlike = unlikeInGroup(group, every);
  return new Map(
    group.map(({ id }) => {
      const [found] = unlike.get(id) ?? notAlike.get(id) ?? [];
      const verdict = unlike.has(id) ? 'bad' : notAlike.has(id) ? 'between' : 'clear';
      return [id, { verdict, usual: typeof found?.usual === 'number' ? found.usual : null }];
    }),
  );
}

const unknownNumbers: Traits['numbers'] = {
  connections: null,
  bytesPerSecond: null,
  accessesPerSecond: null,
  roundTripMs: null,
};
