import type { PastLook } from '../../shared/fleet/alerts/replay.ts';
import {
  groupVerdicts,
  isLostBy,
  metricVerdict,
  momentMs,
} from '../../shared/fleet/alerts/verdicts.ts';
import type { AlertVerdict } from '../../shared/fleet/alerts/watch.ts';
import type { AlertCondition, AlertMetric } from '../../shared/model/alert-rule.ts';
import type { ProxyEvent } from '../../shared/model/event.ts';
import type { HistoryRange } from '../../shared/model/history.ts';

const minuteMs = 60_000;

type Looks = readonly PastLook[];

/** What the events of a proxy, in the order of time, say of its state. */
export function stateLooks(condition: AlertCondition, events: readonly ProxyEvent[]): Looks {
  return events.flatMap(({ kind, at, detail }): PastLook[] => {
    const look = (verdict: AlertVerdict): PastLook[] => [{ at, verdict }];
    if (kind === 'connected') return look('clear');
    if (kind === 'login-refused') return look(condition.kind === 'down' ? 'clear' : 'bad');
    if (kind !== 'disconnected' && kind !== 'attempt-failed') return [];
    if (kind === 'disconnected' && detail.code === 'cancelled') return look('suppressed');
    return look(condition.kind === 'down' && isLostBy(detail.code) ? 'bad' : 'unknown');
  });
}

/** When what happens at a moment did, and for how long it is told. */
export function momentLooks(condition: AlertCondition, events: readonly ProxyEvent[]): Looks {
  const times = events.filter(({ kind }) => kind === condition.kind).map(({ at }) => at);
  return times.flatMap((at, i): PastLook[] => {
    const next = times[i + 1] ?? Number.POSITIVE_INFINITY;
    const end = at + momentMs;
    const bad: PastLook = { at, verdict: 'bad' };
    return next < end ? [bad] : [bad, { at: end, verdict: 'clear' }];
  });
}

/** What the means of a number say. */
export function numberLooks(
  condition: Extract<AlertCondition, { kind: 'metric' }>,
  metric: AlertMetric,
  range: HistoryRange,
): Looks {
  const values = range[metric].mean;
  return range.at.map((at, i) => ({ at, verdict: metricVerdict(condition, values[i] ?? null) }));
}

/** Who was far from the others in each minute, by id. */
export function groupLooks(
  metric: AlertMetric,
  recorded: ReadonlyMap<string, HistoryRange>,
): ReadonlyMap<string, Looks> {
  const minutes = new Map<number, Map<string, number>>();
  for (const [id, range] of recorded)
    for (const [i, at] of range.at.entries()) {
      const value = range[metric].mean[i] ?? null;
      if (value === null) continue;
      const minute = Math.floor(at / minuteMs) * minuteMs;
      const values = minutes.get(minute) ?? new Map<string, number>();
      minutes.set(minute, values.set(id, value));
    }
  const looks = new Map<string, PastLook[]>();
  for (const [at, values] of [...minutes].toSorted(([a], [b]) => a - b))
    for (const [id, { verdict }] of groupVerdicts(metric, values)) {
      const list = looks.get(id) ?? [];
      list.push({ at, verdict });
      looks.set(id, list);
    }
  return looks;
}
