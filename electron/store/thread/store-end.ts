import { AppError } from '../../../shared/errors.ts';
import type { AuditProgress } from '../../../shared/model/audit-check.ts';
import type { Steps } from '../../base/steps.ts';
import { type StoreCallName, urgencyOf } from './calls.ts';
import type { StoreHandlers } from './handlers.ts';
import type { FromStore, ToStore } from './messages.ts';
import { createWork } from './work.ts';

/** The end of the store: takes what is asked of it. */
export interface StoreEnd {
  receive(message: ToStore): void;
  /** Does no more of what was asked, and answers none of it; `onClosed` hears all the same, where it is to be closed. */
  abandon(): void;
}

/**
 * Does what is asked, and answers. `handlers` opens the database where it is not open yet; while that fails, every call fails with the reason.
 * `onClosed` hears once all is written that was asked for.
 */
export function serveStore(
  handlers: () => StoreHandlers,
  send: (message: FromStore) => void,
  onClosed: () => void,
): StoreEnd {
  const work = createWork();
  return {
    abandon: work.abandon,
    receive(message) {
      switch (message.kind) {
        case 'call': {
          const { id, name, input } = message;
          work.add({
            id,
            urgency: urgencyOf[name],
            begin: () =>
              begin(handlers(), name, input, (progress) =>
                send({ kind: 'progress', id, progress }),
              ),
            onAnswer: (value) => send({ kind: 'answer', id, value }),
            onError: (error) => send(failureOf(id, error)),
          });
          break;
        }
        case 'cancel':
          work.cancel(message.id);
          break;
        case 'close':
          void work.close().then(onClosed);
      }
    },
  };
}

/** Which input is which call's, the caller's types say. */
function begin(
  handlers: StoreHandlers,
  name: StoreCallName,
  input: unknown,
  onProgress: (progress: AuditProgress) => void,
): Steps<unknown> {
  const handler = handlers[name] as (input: unknown, tell: typeof onProgress) => Steps<unknown>;
  return handler(input, onProgress);
}

function failureOf(id: number, error: unknown): FromStore {
  return error instanceof AppError
    ? { kind: 'failed', id, error: error.toValue() }
    : { kind: 'fault', id, error };
}
