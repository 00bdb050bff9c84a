import { z } from 'zod';
import type { ProxyEvent, ProxyEventKind } from './event.ts';
import { logFilterSchema, logMatcher } from './log-filter.ts';
import { eventKinds, type Severity, severities, severityOfKind } from './severities.ts';

/** A session that was ended by request is none that was lost. */
export function severityOf(event: ProxyEvent): Severity {
  if (event.kind === 'disconnected' && event.detail.code === 'cancelled') return 'routine';
  return severityOfKind[event.kind];
}

/** Which events are wanted: those for which everything holds that is given. */
export const eventFilterSchema = logFilterSchema.extend({
  kinds: z.array(z.enum(eventKinds)).max(eventKinds.length).readonly().optional(),
  severity: z.enum(severities).optional(),
});
export type EventFilter = z.infer<typeof eventFilterSchema>;

/** The kinds that events which are wanted may have; null for all. */
export function kindsOf({ kinds, severity }: EventFilter): readonly ProxyEventKind[] | null {
  const chosen = kinds === undefined || kinds.length === 0 ? null : kinds;
  if (severity === undefined) return chosen;
  return (chosen ?? eventKinds).filter(
    (kind) =>
      severityOfKind[kind] === severity || (kind === 'disconnected' && severity === 'routine'),
  );
}

/** Tells whether an event is one of those that are wanted. Searched are the proxy's name, the kind, and each value of the facts, as they are stored. */
export function eventMatcher(filter: EventFilter): (event: ProxyEvent) => boolean {
  const { severity, kinds = [] } = filter;
  const chosen = kinds.length === 0 ? null : new Set(kinds);
  const fits = logMatcher<ProxyEvent>(filter, ({ profileName, kind, detail }) => [
    profileName,
    kind,
    ...valuesOf(detail),
  ]);
  return (event) =>
    (chosen === null || chosen.has(event.kind)) &&
    (severity === undefined || severityOf(event) === severity) &&
    fits(event);
}

/** Each text and number of facts, without the names that they have there. */
function valuesOf(facts: unknown): readonly string[] {
  if (typeof facts === 'object' && facts !== null) return Object.values(facts).flatMap(valuesOf);
  return typeof facts === 'string' || typeof facts === 'number' ? [String(facts)] : [];
}

/** So many are counted; of more only that there are more is known. */
export const mostEventsCounted = 10_000;

/**
 * How many events are wanted, `mostEventsCounted` at most, and whether there are more; `newest` is the last that was looked at, 0 for none. Of those
 * that were looked at so many are `unreadable`, and in no list: they have no time, no profile or no number.
 */
export const eventCountSchema = z.object({
  count: z.int(),
  more: z.boolean(),
  newest: z.int(),
  unreadable: z.int(),
});
export type EventCount = z.infer<typeof eventCountSchema>;
