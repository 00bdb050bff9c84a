import { ownWindow } from '../../electron/core/actor.ts';
import type { TopicName, TopicValue } from '../../shared/ipc/contract.ts';
import type { BenchConsole } from '../bench/support/console.ts';
import { Ledger } from './ledger.ts';

/** A window that is open all the time. */
export interface FleetWatch {
  /** Follows what the window shows. */
  readonly ledger: Ledger;
  /** Readings that were shown. */
  polls(): number;
  /** Alerts that people were told of. */
  alertsFired(): number;
  close(): void;
}

/** Opens it, and looks at it. Throws, in the turn of a message, where the console does not answer as it should. */
export function watchFleet({ router, ids }: BenchConsole): FleetWatch {
  const ledger = new Ledger(ids.length);
  const indexes = new Map(ids.map((id, index) => [id, index]));
  let polls = 0;
  let fired = 0;
  const takers: ((value: unknown) => void)[] = [];
  const connection = router.connect((message) => {
    if (message.type !== 'event') throw new Error(JSON.stringify(message));
    takers[message.id - 1]?.(message.value);
  }, ownWindow());
  const follow = <N extends TopicName>(topic: N, take: (value: TopicValue<N>) => void): void => {
    const id = takers.push(take as (value: unknown) => void);
    connection.receive({ type: 'subscribe', id, topic, params: {} });
  };
  follow('fleet.frames', ({ proxies, points, full }) => {
    const now = performance.now();
    for (const snapshot of proxies) {
      const index = indexes.get(snapshot.id);
      if (index !== undefined) ledger.sees(index, snapshot, now);
    }
    if (!full) for (const { at } of points) polls += at.length;
  });
  follow('alerts.news', ({ kind, alerts }) => {
    if (kind === 'fired') fired += alerts.length;
  });
  return {
    ledger,
    polls: () => polls,
    alertsFired: () => fired,
    close: connection.close,
  };
}
