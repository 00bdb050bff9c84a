import { AsyncLocalStorage } from 'node:async_hooks';
import type { Author } from '../../shared/model/change.ts';

interface Asking {
  readonly author: Author;
  readonly group: string;
}

const asking = new AsyncLocalStorage<Asking>();

/**
 * Runs what somebody asked for: all that it does, at once or later, is on their word. `group` names the windows that are one caller, of all that
 * have this author.
 */
export function onWordOf<T>(author: Author, task: () => T, group = ''): T {
  return asking.run({ author, group }, task);
}

/** On whose word this is done; null where nobody asked for it over the contract, so that it is on that of whoever runs this process. */
export function askedBy(): Author | null {
  return asking.getStore()?.author ?? null;
}

/** Which windows of theirs asked for it, as `onWordOf` was told. */
export function askedByGroup(): string {
  return asking.getStore()?.group ?? '';
}
