import type { PastLook } from '../../shared/fleet/alerts/replay.ts';
import { scopeTest } from '../../shared/fleet/alerts/scope.ts';
import type { AlertVerdict } from '../../shared/fleet/alerts/watch.ts';
import type { Maintenance } from '../../shared/model/alert-rule.ts';
import type { Classes } from '../../shared/model/environment-class.ts';
import type { ProxyEvent } from '../../shared/model/event.ts';
import type { Span } from '../../shared/model/history.ts';
import type { Profile } from '../../shared/model/profile.ts';

/** When our own network was down, by the events about it in the order of time; it may be still. */
export function ownNetworkSpans(events: readonly ProxyEvent[]): readonly Span[] {
  const last = events.at(-1);
  return [
    ...events.flatMap((event) =>
      event.kind === 'own-network-up' ? [{ from: event.detail.since, to: event.at }] : [],
    ),
    ...(last?.kind === 'own-network-down' ? [{ from: last.at, to: Number.POSITIVE_INFINITY }] : []),
  ];
}

/** When work was done on a proxy, as it is planned now. */
export function maintenanceSpans(
  maintenance: readonly Maintenance[],
  classes: Classes,
): (profile: Profile) => readonly Span[] {
  const tests = maintenance.map(({ scope, from, to }) => ({
    fits: scopeTest(scope, classes),
    from,
    to,
  }));
  return (profile) => tests.filter(({ fits }) => fits(profile));
}

/** Looks at readings, or at moments, of which nothing is concluded in such a span; that a moment is over is seen all the same. */
export function withoutHidden(
  looks: readonly PastLook[],
  hidden: readonly Span[],
  source: 'readings' | 'moment',
): readonly PastLook[] {
  return looks.map(({ at, verdict }) => {
    const isSeen = (source === 'moment' && verdict === 'clear') || !isWithin(hidden, at);
    return { at, verdict: isSeen ? verdict : 'suppressed' };
  });
}

/** Looks at a state, which holds on: it is looked at where such a span begins and ends as well. That all is well may always be concluded. */
export function withoutHiddenState(
  looks: readonly PastLook[],
  hidden: readonly Span[],
): readonly PastLook[] {
  const edges = hidden.flatMap(({ from, to }) => [from, to]).filter(Number.isFinite);
  const waiting = edges.toSorted((a, b) => a - b);
  const found: PastLook[] = [];
  const push = (at: number, verdict: AlertVerdict): void => {
    const isHidden = verdict !== 'clear' && isWithin(hidden, at);
    found.push({ at, verdict: isHidden ? 'suppressed' : verdict });
  };
  let last: AlertVerdict = 'unknown';
  const passEdges = (until: number): void => {
    while ((waiting[0] ?? Number.POSITIVE_INFINITY) <= until) push(waiting.shift() ?? until, last);
  };
  for (const { at, verdict } of looks) {
    passEdges(at);
    push(at, verdict);
    last = verdict;
  }
  passEdges(Number.MAX_VALUE);
  return found;
}

function isWithin(spans: readonly Span[], at: number): boolean {
  return spans.some(({ from, to }) => from <= at && at < to);
}
