import type { Alert } from '../../shared/model/alert.ts';
import { type Clock, systemClock } from '../base/clock.ts';
import { createTopic, type Topic } from '../base/topic.ts';
import type { ProxyInFleet } from '../fleet/fleet-reads.ts';

/** What is told of the fleet where nobody looks at a window. */
export interface FleetAttention {
  readonly all: number;
  readonly ready: number;
  readonly paused: number;
  /** The proxies that somebody has to look at, by name. */
  readonly trouble: readonly { readonly id: string; readonly name: string }[];
  /** Alerts that nobody acknowledged; those that fired together are one. */
  readonly alerts: number;
}

/** Of what comes in a burst, as when a network is lost, one is told, milliseconds. */
const gatherMs = 1000;

export interface AttentionParts {
  readonly fleet: () => readonly ProxyInFleet[];
  readonly paused: () => ReadonlySet<string>;
  readonly alerts: () => readonly Alert[];
  /** Each calls back after a change of what it tells. */
  readonly changes: readonly ((listener: () => void) => unknown)[];
  readonly clock?: Clock;
}

/** What is told of the fleet without a window: computed only where somebody listens, once for what changes together. */
export interface Attention {
  now(): FleetAttention;
  /** Each time that it is another. */
  readonly changes: Pick<Topic<FleetAttention>, 'listen'>;
  close(): void;
}

export function createAttention(parts: AttentionParts): Attention {
  const clock = parts.clock ?? systemClock;
  const topic = createTopic<FleetAttention>();
  const listening = new Set<symbol>();
  let cancel: (() => void) | null = null;
  let told = '';
  const now = (): FleetAttention => attentionOf(parts);
  const tell = (): void => {
    cancel = null;
    const value = now();
    const text = JSON.stringify(value);
    if (text === told) return;
    told = text;
    topic.publish(value);
  };
  const changed = (): void => {
    if (listening.size > 0) cancel ??= clock.after(gatherMs, tell);
  };
  for (const change of parts.changes) change(changed);
  return {
    now,
    changes: {
      listen(listener) {
        const own = Symbol();
        listening.add(own);
        const end = topic.listen(listener);
        return () => {
          end();
          listening.delete(own);
        };
      },
    },
    close() {
      cancel?.();
      listening.clear();
      topic.end();
    },
  };
}

function attentionOf({ fleet, paused, alerts }: AttentionParts): FleetAttention {
  const proxies = fleet();
  const resting = paused();
  const unseen = alerts().filter(({ acknowledged }) => acknowledged === null);
  return {
    all: proxies.length,
    ready: proxies.filter(({ ready }) => ready).length,
    paused: proxies.filter(({ id }) => resting.has(id)).length,
    trouble: proxies
      .filter(({ trouble }) => trouble)
      .map(({ id, name }) => ({ id, name }))
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
    alerts: new Set(unseen.map(({ batch }) => batch)).size,
  };
}
