import type { ErrorValue } from '../../shared/errors.ts';
import type { Unlocked } from '../../shared/model/lock.ts';
import type { Client } from './client.ts';
import { monotonicNow } from './page.ts';
import { createStore, type Readable, type Store } from './store.ts';

/** When each profile that is unlocked locks itself, by `monotonicNow`. What is not in it is locked. */
export type LockTimes = ReadonlyMap<string, number>;

/** The locks as the console tells them: the same in every window. All are closed until it has. */
export function followLocks(
  client: Client,
  failure: Store<ErrorValue | null>,
): Readable<LockTimes> {
  const store = createStore<LockTimes>(new Map());
  client.subscribe(
    'locks.changed',
    {},
    (unlocked) => store.set(lockTimes(unlocked, monotonicNow())),
    failure.set,
  );
  return store;
}

function lockTimes(unlocked: readonly Unlocked[], now: number): LockTimes {
  return new Map(unlocked.map(({ id, leftMs }) => [id, now + leftMs]));
}
