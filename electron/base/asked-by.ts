import { AsyncLocalStorage } from 'node:async_hooks';
import type { Author } from '../../shared/model/change.ts';

const asking = new AsyncLocalStorage<Author>();

/** Runs what somebody asked for: all that it does, at once or later, is on their word. */
export function onWordOf<T>(author: Author, task: () => T): T {
  return asking.run(author, task);
}

/** On whose word this is done; null where nobody asked for it over the contract, so that it is on that of whoever runs this process. */
export function askedBy(): Author | null {
  return asking.getStore() ?? null;
}
