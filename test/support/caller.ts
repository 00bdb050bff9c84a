import { onWordOf } from '../../electron/base/asked-by.ts';
import { ownWindow } from '../../electron/core/actor.ts';
import type { Caller } from '../../electron/ipc/parts.ts';
import type { Asker } from '../../shared/model/caller.ts';

/** Somebody who asks, for as long as the test runs: a window of this process's own where `other` does not say otherwise. */
export function callerWith(other: Partial<Asker> = {}): Caller {
  return { gone: new AbortController().signal, asker: { ...ownWindow(), ...other } };
}

/** Does what a user who sits elsewhere asks for. */
export function askedFrom<T>(remote: string | null, task: () => T, actor = 'ana'): T {
  return onWordOf({ actor, remote, shell: null }, task);
}
