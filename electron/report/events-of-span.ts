import type { ProxyEvent } from '../../shared/model/event.ts';
import type { Span } from '../../shared/model/history.ts';
import { tellsOfReach } from '../../shared/report/outages.ts';
import type { EventStore } from '../store/thread/asked.ts';

/** Read at once: what comes meanwhile has its turn between two pages. */
const pageSize = 1000;
/** The last that tells of reach is looked for among so many of the events of a proxy before the span. */
const mostBefore = 50;

/** What of the events a report is made of, each list oldest first. */
export interface EventsOfSpan {
  /** Those of the span that tell of reach, by profile. */
  readonly reach: ReadonlyMap<string, readonly ProxyEvent[]>;
  readonly elsewhere: readonly ProxyEvent<'changed-elsewhere'>[];
  /** Of profiles that were removed since the span began, also after it. */
  readonly removed: readonly ProxyEvent<'profile-removed'>[];
  /** What is before the span has a lesser id. */
  readonly edge: number;
}

/** Reads from the newest event back to the beginning of the span. Rejects as the store does, and with the reason of the signal. */
export async function eventsOfSpan(
  events: Pick<EventStore, 'list'>,
  { from, to }: Span,
  signal?: AbortSignal,
): Promise<EventsOfSpan> {
  const reach = new Map<string, ProxyEvent[]>();
  const elsewhere: ProxyEvent<'changed-elsewhere'>[] = [];
  const removed: ProxyEvent<'profile-removed'>[] = [];
  let edge = 0;
  const take = (event: ProxyEvent): void => {
    if (event.at < from) {
      edge = Math.max(edge, event.id + 1);
      return;
    }
    if (event.kind === 'profile-removed') removed.unshift(event);
    if (event.at >= to) return;
    if (event.kind === 'changed-elsewhere') elsewhere.unshift(event);
    if (!tellsOfReach(event)) return;
    const list = reach.get(event.profileId);
    if (list === undefined) reach.set(event.profileId, [event]);
    else list.push(event);
  };
  let oldest = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const page = await events.list({ limit: pageSize, before: oldest }, signal);
    for (const event of page) take(event);
    oldest = page.at(-1)?.id ?? oldest;
    if (page.length < pageSize || page.every(({ at }) => at < from)) break;
  }
  for (const list of reach.values()) list.reverse();
  return { reach, elsewhere, removed, edge };
}

/** The last event of a proxy before the span that tells of reach; null where none is found. */
export async function reachBefore(
  events: Pick<EventStore, 'list'>,
  { id, from, edge }: { readonly id: string; readonly from: number; readonly edge: number },
  signal?: AbortSignal,
): Promise<ProxyEvent | null> {
  if (edge === 0) return null;
  const page = await events.list({ id, limit: mostBefore, before: edge }, signal);
  return page.find((event) => event.at < from && tellsOfReach(event)) ?? null;
}
