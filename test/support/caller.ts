import { ownWindow } from '../../electron/core/actor.ts';
import type { Caller } from '../../electron/ipc/parts.ts';
import type { Asker } from '../../shared/model/caller.ts';

/** Somebody who asks, for as long as the test runs: a window of this process's own where `other` does not say otherwise. */
export function callerWith(other: Partial<Asker> = {}): Caller {
  return { gone: new AbortController().signal, asker: { ...ownWindow(), ...other } };
}
