import { isRetried } from '../fleet/retried.ts';
import type { ProxyEvent } from '../model/event.ts';
import type { Span } from '../model/history.ts';
import { intersection, union } from './spans.ts';

/** The kinds of the events that tell whether a proxy is reached. */
export const reachKinds = [
  'connected',
  'disconnected',
  'attempt-failed',
  'login-refused',
  'profile-removed',
] as const satisfies readonly ProxyEvent['kind'][];

export function tellsOfReach({ kind }: Pick<ProxyEvent, 'kind'>): boolean {
  return reachKinds.some((each) => each === kind);
}

/** The parts of one outage in which somebody watched, in order of time; one at least. */
export type Outage = readonly Span[];

/**
 * When a proxy was not reached though it should have been, in order of time. `events`: those of it that tell of reach, oldest first, from the last
 * before the span on. `runs`: when a console ran; an outage that nobody saw the end of holds no longer than one did. One that a console saw to its
 * end it tells itself, with since when it lasted. A proxy that nobody tries to
 * reach, as one that was told to disconnect, whose vault is locked or that refuses the login, is not watched rather than down.
 */
export function outagesOf(
  events: readonly ProxyEvent[],
  span: Span,
  runs: readonly Span[],
): readonly Outage[] {
  const seen: Span[] = [];
  const supposed: Span[] = [];
  let downSince: number | null = null;
  const end = (at: number): void => {
    if (downSince !== null) supposed.push({ from: downSince, to: at });
    downSince = null;
  };
  for (const { kind, at, detail } of events) {
    switch (kind) {
      case 'connected':
        if (detail.unreachableSince !== null) seen.push({ from: detail.unreachableSince, to: at });
        end(at);
        break;
      case 'disconnected':
      case 'attempt-failed':
        if (detail.code !== 'cancelled' && isRetried(detail.code)) downSince ??= at;
        else end(at);
        break;
      case 'login-refused':
      case 'profile-removed':
        end(at);
        break;
    }
  }
  end(span.to);
  const down = union([...seen, ...intersection(union(supposed), union(runs))]);
  const watched = intersection(down, [span]);
  return union([...seen, ...supposed])
    .map((whole) => intersection(watched, [whole]))
    .filter((outage) => outage.length > 0);
}
