import type { CallName } from '../../shared/ipc/contract.ts';
import { clientMessageSchema } from '../../shared/ipc/wire.ts';
import type { Asker } from '../../shared/model/caller.ts';
import type { Handlers, Sources } from '../ipc/parts.ts';
import { createRouter, type Router } from '../ipc/router.ts';

/** What a shell answers by itself though its console is another's: its browsers, its desktop. */
export interface OwnAnswers {
  readonly handlers: Partial<Handlers>;
  readonly sources: Partial<Sources>;
  /** Whose its connections are, as the other process is told. */
  readonly asker?: (asker: Asker) => Asker;
}

/** A router that answers some calls and topics here, and leaves the others to that one. */
export function withOwnAnswers(
  router: Router,
  { handlers, sources, asker: tellAsker = (asker) => asker }: OwnAnswers,
  logFault: (what: string, error: unknown) => void,
): Router {
  // Nothing else reaches it.
  const whole = { handlers: handlers as Handlers, sources: sources as Sources };
  const own = createRouter({ ...whole, onConnect: () => undefined, logFault });
  const isOwn = (name: string): boolean => Object.hasOwn(handlers, name as CallName);
  return {
    connect(send, asker) {
      const here = own.connect(send, asker);
      const there = router.connect(send, tellAsker(asker));
      return {
        receive(raw) {
          const { success, data } = clientMessageSchema.safeParse(raw);
          if (!success) return;
          const mine =
            (data.type === 'call' && isOwn(data.name)) ||
            (data.type === 'subscribe' && Object.hasOwn(sources, data.topic));
          if (mine) here.receive(data);
          else there.receive(data);
          // Its number tells which of them it is about, and the other knows no such number.
          if (data.type === 'cancel' || data.type === 'unsubscribe') here.receive(data);
        },
        close() {
          here.close();
          there.close();
        },
      };
    },
  };
}
