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
