import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import type { ReferenceProxy } from '../../../electron/reference-proxy/reference-proxy.ts';
import type { Transport, TransportServer } from '../../../electron/transport/transport.ts';
import { listenUdp } from '../../../electron/transport/udp/server.ts';
import type { Behaviour } from '../../support/scripted-peer.ts';

/** The options that lead to a proxy in UDP on this machine. */
export function hostOptions(
  { host, port, udpPort }: { host: string; port: number; udpPort: number | null },
  user: string,
): string[] {
  return [
    ...['--host', host, '--port', String(port)],
    ...['--transport', 'udp', '--udp-port', String(udpPort), '--user', user],
  ];
}

/** The options and the environment for logging in on a reference proxy. */
export function access(proxy: ReferenceProxy): {
  readonly target: string[];
  readonly env: Record<string, string>;
} {
  return { target: hostOptions(proxy, proxy.user), env: { SPCP_PASSWORD: proxy.password } };
}

/** A scripted peer on a real UDP port of this machine, and the associations that it had. */
export async function scriptedServer(
  behaviour: Behaviour,
): Promise<{ readonly server: TransportServer; readonly peers: Transport[] }> {
  const peers: Transport[] = [];
  const server = await listenUdp({ host: '127.0.0.1', udpPort: 0, port: 9090 }, (peer) => {
    peers.push(peer);
    behaviour(peer);
  });
  return { server, peers };
}

/** A UDP port that takes everything and answers nothing. */
export async function silentUdpPort(): Promise<{ readonly port: number; close(): void }> {
  const socket = createSocket('udp4').bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return { port: socket.address().port, close: () => socket.close() };
}
