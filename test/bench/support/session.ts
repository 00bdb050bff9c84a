import { SpcpClient } from '../../../electron/spcp/client.ts';
import { Session } from '../../../electron/spcp/session.ts';
import { openTransport } from '../../../electron/transport/open.ts';
import type { Transport } from '../../../electron/transport/transport.ts';
import type { ProxyLine } from './peer.ts';

export async function openAssociation({ host, port, udpPort }: ProxyLine): Promise<Transport> {
  const target = { host, port, transport: 'udp', udpPort } as const;
  const { transport } = await openTransport(target, { connectTimeoutMs: 20_000 });
  return transport;
}

/** A session that is logged in. */
export async function openSession(proxy: ProxyLine): Promise<Session> {
  const session = new Session(await openAssociation(proxy), { timeoutMs: 20_000 });
  await session.authenticate({ user: proxy.user, password: proxy.password });
  return session;
}

/** The same, and a client on it that asks for the three metrics at once. Throws where the session does not let it. */
export async function openClient(
  proxy: ProxyLine,
): Promise<{ readonly session: Session; readonly client: SpcpClient }> {
  const session = await openSession(proxy);
  const client = new SpcpClient(session, { together: true });
  if (!client.asksTogether) throw new Error('the three metrics cannot be asked together');
  return { session, client };
}
