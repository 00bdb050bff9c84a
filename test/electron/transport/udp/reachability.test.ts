import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { probeUdp } from '../../../../electron/transport/udp/reachability.ts';
import { startBadNetwork } from '../../../support/bad-network.ts';
import { createUdpPeers } from '../../../support/udp-peers.ts';

const { listen, close } = createUdpPeers();
const sockets: Socket[] = [];

afterEach(async () => {
  await close();
  for (const socket of sockets.splice(0)) socket.close();
});

async function udpSocket(): Promise<Socket> {
  const socket = createSocket('udp4');
  sockets.push(socket);
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return socket;
}

const at = (udpPort: number, port = 9090) => ({
  host: 'proxy',
  address: '127.0.0.1',
  family: 4 as const,
  port,
  udpPort,
});

describe('probing a UDP port', () => {
  it.each(['127.0.0.1', '::1'])(
    'finds an SCTP stack at %s, and opens nothing there',
    async (host) => {
      const { server, target } = await listen({ host });
      await expect(probeUdp(target, { timeoutMs: 5000 })).resolves.toBe('sctp');
      expect(server.associations).toBe(0);
      expect(server.counts.dropped).toEqual({ 'no-association': 1 });
    },
  );

  it('finds the stack whatever SCTP port is asked for, since the stack answers and not a service', async () => {
    const { server } = await listen();
    await expect(probeUdp(at(server.udpPort, 1), { timeoutMs: 5000 })).resolves.toBe('sctp');
  });

  it('finds a closed port', async () => {
    const socket = createSocket('udp4');
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    const { port } = socket.address();
    socket.close();
    await expect(probeUdp(at(port), { timeoutMs: 5000 })).resolves.toBe('closed');
  });

  it('finds a service that is no SCTP, also one that sends the probe back', async () => {
    const echo = await udpSocket();
    echo.on('message', (datagram, from) => echo.send(datagram, from.port, from.address));
    await expect(probeUdp(at(echo.address().port), { timeoutMs: 5000 })).resolves.toBe('other');
    const garbage = await udpSocket();
    garbage.on('message', (_, from) => garbage.send('hello', from.port, from.address));
    await expect(probeUdp(at(garbage.address().port), { timeoutMs: 5000 })).resolves.toBe('other');
  });

  it('finds silence', async () => {
    const silent = await udpSocket();
    await expect(probeUdp(at(silent.address().port), { timeoutMs: 100 })).resolves.toBe('silent');
  });

  it('asks again when the question is lost', async () => {
    const { server } = await listen();
    const network = await startBadNetwork(server.udpPort, 1);
    let lost = 0;
    network.set({
      get loss() {
        return lost++ === 0 ? 1 : 0;
      },
      delayMs: 0,
      jitterMs: 0,
      duplication: 0,
      reordering: 0,
    });
    await expect(probeUdp(at(network.port), { timeoutMs: 30_000 })).resolves.toBe('sctp');
    await network.close();
  });

  it('says that there is no way there', async () => {
    await expect(
      probeUdp({ ...at(9899), address: '255.255.255.255' }, { timeoutMs: 100 }),
    ).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('is cancelled', async () => {
    const silent = await udpSocket();
    const controller = new AbortController();
    const probe = probeUdp(at(silent.address().port), {
      timeoutMs: 60_000,
      signal: controller.signal,
    });
    controller.abort();
    await expect(probe).rejects.toMatchObject({ code: 'cancelled' });
    await expect(
      probeUdp(at(1), { timeoutMs: 1, signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ code: 'cancelled' });
  });
});
