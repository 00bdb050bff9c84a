import { clientMessageSchema } from '../../../shared/ipc/wire.ts';
import type { Router, WindowRouter } from '../../ipc/router.ts';

/** Leads calls and topics whose name is `isHere` to one router, and all others to another. */
export function splitRouter(
  here: Router,
  there: WindowRouter,
  isHere: (name: string) => boolean,
): WindowRouter {
  return {
    connect(send, asker) {
      const near = here.connect(send, asker);
      const far = there.connect(send, asker);
      /** The ids of what is here; those of one window are never used again. */
      const ids = new Set<number>();
      return {
        receive(raw) {
          const parsed = clientMessageSchema.safeParse(raw);
          if (!parsed.success) {
            far.receive(raw);
            return;
          }
          const message = parsed.data;
          const name =
            message.type === 'call'
              ? message.name
              : message.type === 'subscribe'
                ? message.topic
                : null;
          if (name !== null && isHere(name)) {
            if (message.type === 'subscribe') ids.add(message.id);
            near.receive(message);
          } else if (message.type === 'cancel') {
            near.receive(message);
            far.receive(message);
          } else if (message.type === 'unsubscribe' && ids.delete(message.id)) {
            near.receive(message);
          } else far.receive(message);
        },
        close() {
          near.close();
          far.close();
        },
      };
    },
  };
}
