import type { ProxyEvent } from '../../shared/model/event.ts';
import type { EventFilter } from '../../shared/model/event-filter.ts';
import type { Span } from '../../shared/model/history.ts';
import { reachKinds, tellsOfReach } from '../../shared/report/outages.ts';
import type { EventStore } from '../store/thread/asked.ts';

/** Read at once: what comes meanwhile has its turn between two pages. */
const pageSize = 1000;

/** What of the events a report is made of, each list oldest first. */
export interface EventsOfSpan {
  /** Those of the span that tell of reach, by profile. */
  readonly reach: ReadonlyMap<string, readonly ProxyEvent[]>;
  readonly elsewhere: readonly ProxyEvent<'changed-elsewhere'>[];
  /** Of profiles that were removed since the span began, also after it. */
  readonly removed: readonly ProxyEvent<'profile-removed'>[];
}

/** Rejects as the store does, and with the reason of the signal. */
export async function eventsOfSpan(
  events: Pick<EventStore, 'list'>,
  { from, to }: Span,
  signal: AbortSignal,
): Promise<EventsOfSpan> {
  const reach = new Map<string, ProxyEvent[]>();
  const elsewhere: ProxyEvent<'changed-elsewhere'>[] = [];
  const removed: ProxyEvent<'profile-removed'>[] = [];
  const kinds = [...reachKinds, 'changed-elsewhere'] as const;
  for await (const event of newestFirst(events, { from, kinds }, signal)) {
    if (event.kind === 'profile-removed') removed.push(event);
    if (event.at >= to) continue;
    if (event.kind === 'changed-elsewhere') elsewhere.push(event);
    if (!tellsOfReach(event)) continue;
    const list = reach.get(event.profileId);
    if (list === undefined) reach.set(event.profileId, [event]);
    else list.push(event);
  }
  for (const list of [elsewhere, removed, ...reach.values()]) list.reverse();
  return { reach, elsewhere, removed };
}

/** Of each of these profiles the last event before a time that tells of reach, by profile; likewise. */
export async function reachBefore(
  events: Pick<EventStore, 'list'>,
  { ids, at }: { readonly ids: ReadonlySet<string>; readonly at: number },
  signal: AbortSignal,
): Promise<ReadonlyMap<string, ProxyEvent>> {
  const found = new Map<string, ProxyEvent>();
  if (ids.size === 0) return found;
  for await (const event of newestFirst(events, { to: at, kinds: reachKinds }, signal)) {
    const { profileId } = event;
    if (ids.has(profileId) && !found.has(profileId)) found.set(profileId, event);
    if (found.size === ids.size) break;
  }
  return found;
}

async function* newestFirst(
  events: Pick<EventStore, 'list'>,
  filter: EventFilter,
  signal: AbortSignal,
): AsyncGenerator<ProxyEvent> {
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const page = await events.list({ ...filter, limit: pageSize, before }, signal);
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    before = last.id;
  }
}
