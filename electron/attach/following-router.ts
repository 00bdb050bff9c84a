import type { ErrorValue } from '../../shared/errors.ts';
import type { WindowMessage } from '../../shared/ipc/wire.ts';
import type { Asker } from '../../shared/model/caller.ts';
import type { Connection, Router, WindowRouter } from '../ipc/router.ts';

/** The windows of a shell, whichever console they have: that of this process, one of another, or none for a while. */
export interface FollowingRouter extends WindowRouter {
  /** From now on they have this one. They are told, and ask everything anew. */
  lead(router: Router): void;
  /** They have none; `why` may come later, or be another each time. What was asked goes unanswered, since they are told. */
  lose(why: ErrorValue | null): void;
}

interface Window {
  readonly send: (message: WindowMessage) => void;
  readonly asker: Asker;
  connection: Connection | null;
}

/** There is no console at first. */
export function createFollowingRouter(): FollowingRouter {
  const windows = new Set<Window>();
  let current: Router | null = null;
  let why: ErrorValue | null = null;
  const tellLost = ({ send }: Window): void => send({ type: 'console', state: 'lost', why });
  return {
    connect(send, asker) {
      const window: Window = { send, asker, connection: null };
      windows.add(window);
      if (current !== null) window.connection = current.connect(send, asker);
      else {
        // Whoever connects holds the connection before it hears anything.
        queueMicrotask(() => {
          if (current === null && windows.has(window)) tellLost(window);
        });
      }
      return {
        receive: (message) => window.connection?.receive(message),
        close() {
          windows.delete(window);
          window.connection?.close();
          window.connection = null;
        },
      };
    },
    lead(router) {
      current = router;
      for (const window of [...windows]) {
        window.connection?.close();
        window.connection = router.connect(window.send, window.asker);
        window.send({ type: 'console', state: 'open' });
      }
    },
    lose(reason) {
      current = null;
      why = reason;
      for (const window of [...windows]) {
        window.connection?.close();
        window.connection = null;
        tellLost(window);
      }
    },
  };
}
