import { AppError, appErrorOf } from '../../../shared/errors.ts';
import type { AuditProgress } from '../../../shared/model/audit-check.ts';
import type { StorageTrouble } from '../../../shared/model/storage-trouble.ts';
import { storageFailure } from '../storage-error.ts';
import { type StoreAnswer, type StoreCallName, type StoreInput, urgencyOf } from './calls.ts';
import type { FromStore, ToStore } from './messages.ts';

/** So many calls that write may be unanswered: a store that hangs must not fill the memory with what it cannot keep. */
const mostUnwritten = 256;

/** Asks the store, wherever it runs. */
export interface StoreCaller {
  /**
   * Resolves with the answer. What writes resolves once it is committed. Rejects as what is called throws, with the reason of the signal, with
   * `storage-failed` (busy) where very much waits to be written, with `cancelled` once the store is closed, and with a bug as it is.
   */
  call<N extends StoreCallName>(
    name: N,
    input: StoreInput<N>,
    signal?: AbortSignal,
    onProgress?: OnProgress,
  ): Promise<StoreAnswer<N>>;
}

/** This end of the conversation, whatever carries it. */
export interface CallerEnd extends StoreCaller {
  hear(message: FromStore): void;
  /** Calls that are not answered yet. */
  waiting(): number;
  /** From now on every call rejects with `cancelled`. */
  close(): void;
  /** Whatever is not answered yet rejects with this. */
  failAll(error: unknown): void;
  /**
   * The store is over, for this reason: what only reads rejects with `cancelled`, what was to be written with `storage-failed`, of this cause. Answers
   * how many those are.
   */
  over(reason: StorageTrouble, cause: string): number;
}

type OnProgress = (progress: AuditProgress) => void;

interface Pending {
  readonly isWrite: boolean;
  readonly onProgress: OnProgress | undefined;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** `path`: of the database, for what is told of it. What `send` throws, the call rejects with. */
export function createCaller(path: string, send: (message: ToStore) => void): CallerEnd {
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let unwritten = 0;
  let closed = false;
  const take = (id: number): Pending | undefined => {
    const found = pending.get(id);
    pending.delete(id);
    if (found?.isWrite) unwritten--;
    return found;
  };
  const ask = (
    name: StoreCallName,
    input: unknown,
    signal?: AbortSignal,
    onProgress?: OnProgress,
  ): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (closed) throw cancelled();
      signal?.throwIfAborted();
      const isWrite = urgencyOf[name] === 'write';
      if (isWrite && unwritten >= mostUnwritten) throw storageFailure(path, 'busy', 'behind');
      const id = ++lastId;
      const leave = (): void => {
        take(id)?.reject(signal?.reason);
        send({ kind: 'cancel', id });
      };
      const settle =
        <T>(how: (value: T) => void) =>
        (value: T) => {
          signal?.removeEventListener('abort', leave);
          how(value);
        };
      send({ kind: 'call', id, name, input });
      pending.set(id, { isWrite, onProgress, resolve: settle(resolve), reject: settle(reject) });
      if (isWrite) unwritten++;
      signal?.addEventListener('abort', leave, { once: true });
    });
  return {
    call: (name, input, signal, onProgress) =>
      ask(name, input, signal, onProgress) as Promise<never>,
    hear(message) {
      if (message.kind === 'progress') {
        pending.get(message.id)?.onProgress?.(message.progress);
        return;
      }
      // One that was taken back may be answered all the same.
      const asked = take(message.id);
      if (message.kind === 'answer') asked?.resolve(message.value);
      else asked?.reject(message.kind === 'failed' ? appErrorOf(message.error) : message.error);
    },
    waiting: () => pending.size,
    close() {
      closed = true;
    },
    failAll(error) {
      for (const id of [...pending.keys()]) take(id)?.reject(error);
    },
    over(reason, cause) {
      const lost = unwritten;
      for (const [id, { isWrite }] of [...pending])
        take(id)?.reject(isWrite ? storageFailure(path, reason, cause) : cancelled());
      return lost;
    },
  };
}

function cancelled(): AppError {
  return new AppError('cancelled', { case: 'window' });
}
