import { type Clock, systemClock } from '../../base/clock.ts';
import type { Transport } from '../../transport/transport.ts';
import { AcceptQueue } from './accept-queue.ts';
import { deployedSession } from './deployed-session.ts';
import type { Credentials, ManagedProxy } from './managed-proxy.ts';
import { strictSession } from './strict-session.ts';

/** The SPCP service of one proxy, any number of sessions at once: by the documents or, with `quirks`, as the deployed server is. Takes each association as it comes up. */
export function managementService(
  proxy: ManagedProxy,
  credentials: Credentials,
  quirks: boolean,
  clock: Clock = systemClock,
): (transport: Transport) => void {
  const startSession = quirks ? deployedSession : strictSession;
  const queue = quirks
    ? new AcceptQueue(
        () => proxy.freeze('an association was aborted before it was accepted'),
        clock,
      )
    : null;
  return (transport) => {
    if (queue?.add(transport) === false) return;
    const receive = startSession(proxy, credentials, {
      send: (reply) => transport.send(reply),
      close: () => void transport.close(),
    });
    transport.onMessage((message) => {
      queue?.accept(transport);
      if (!queue?.frozen) receive(message);
    });
  };
}
