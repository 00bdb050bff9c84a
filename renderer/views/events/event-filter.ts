import type { ProxyEvent, ProxyEventKind } from '../../../shared/model/event.ts';

/** The events of the kinds that were chosen; of all kinds where none was. */
export function ofKinds(
  events: readonly ProxyEvent[],
  kinds: readonly ProxyEventKind[],
): readonly ProxyEvent[] {
  return kinds.length === 0 ? events : events.filter(({ kind }) => kinds.includes(kind));
}
