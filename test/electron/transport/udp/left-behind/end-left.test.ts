import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Lookup } from '../../../../../electron/transport/addresses.ts';
import { encodeBarePacket } from '../../../../../electron/transport/udp/guard/out-of-the-blue.ts';
import {
  checkPacket,
  chunkType,
} from '../../../../../electron/transport/udp/guard/packet-check.ts';
import { endLeftBehind } from '../../../../../electron/transport/udp/left-behind/end-left.ts';
import type { OpenAssociation } from '../../../../../electron/transport/udp/left-behind/open-association.ts';
import type { ProxyAddress } from '../../../../../shared/model/place.ts';
import { createManualClock } from '../../../../support/manual-clock.ts';
import { createUdpPeers } from '../../../../support/udp-peers.ts';

const peers = createUdpPeers();
afterEach(() => peers.close());

const placeOf = ({ host, port, udpPort }: OpenAssociation): ProxyAddress => ({
  host,
  port,
  udpPort,
  transport: 'udp',
});

/** What ends these, with a name that leads to some addresses. */
async function end(
  left: readonly OpenAssociation[],
  places: readonly ProxyAddress[],
  lookup: Lookup = async () => [],
) {
  const done: OpenAssociation[] = [];
  const count = Promise.withResolvers<number>();
  const onDone = (association: OpenAssociation) => void done.push(association);
  await endLeftBehind({ left, places, lookup, onDone, onEnd: count.resolve });
  return { done, sent: await count.promise };
}

/** Takes datagrams, and says from which port each came. */
async function receiver() {
  const socket = createSocket('udp4');
  onTestFinished(() => void socket.close());
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const came: { readonly from: number; readonly datagram: Buffer }[] = [];
  socket.on('message', (datagram, { port }) => came.push({ from: port, datagram }));
  return { came, udpPort: socket.address().port };
}

const left = (udpPort: number, more: Partial<OpenAssociation> = {}): OpenAssociation => ({
  host: '127.0.0.1',
  address: '127.0.0.1',
  udpPort,
  fromUdpPort: 1,
  port: 9090,
  fromPort: 50_000,
  tag: 0xdead_beef,
  ...more,
});

describe('what a killed console left at a peer', () => {
  it('is ended by its tag, also where its UDP port is taken, and no other association is', async () => {
    const { server, target, peers: there } = await peers.listen();
    const [gone, other] = [await peers.connect(target), await peers.connect(target)];
    // Its socket is still there, as that of another program could be.
    expect(await end([gone.inUdp], [placeOf(gone.inUdp)])).toEqual({ done: [gone.inUdp], sent: 1 });
    expect(await there[0]?.ended).toEqual({ reason: 'peer-abort' });
    expect(server.associations).toBe(1);
    expect(server.counts.dropped).toEqual({});
    gone.abort();
    other.send(Uint8Array.of(1));
    await expect.poll(() => other.unacknowledged).toBe(false);
  });

  it.each([
    ['a wrong tag', (one: OpenAssociation) => ({ verificationTag: (one.tag ^ 1) >>> 0 })],
    ['the T bit', () => ({ flags: 1 })],
    ['another SCTP port', (one: OpenAssociation) => ({ sourcePort: one.fromPort ^ 1 })],
  ])('lives on after an ABORT from elsewhere with %s', async (_, wrong) => {
    const { server, target } = await peers.listen();
    const client = await peers.connect(target);
    const socket = createSocket('udp4');
    onTestFinished(() => void socket.close());
    const { tag, fromPort, port } = client.inUdp;
    const packet = encodeBarePacket({
      sourcePort: fromPort,
      destinationPort: port,
      verificationTag: tag,
      type: chunkType.abort,
      flags: 0,
      ...wrong(client.inUdp),
    });
    socket.send(packet, target.udpPort, '127.0.0.1');
    await expect.poll(() => server.counts.dropped).toEqual({ 'no-association': 1 });
    expect(server.associations).toBe(1);
  });

  it('gets one datagram, an ABORT, from the UDP port that it was reached from', async () => {
    const { came, udpPort } = await receiver();
    const free = createSocket('udp4');
    free.bind(0);
    await once(free, 'listening');
    const fromUdpPort = free.address().port;
    await new Promise<void>((resolve) => free.close(() => resolve()));
    const one = left(udpPort, { fromUdpPort });
    expect((await end([one], [placeOf(one)])).sent).toBe(1);
    await expect.poll(() => came.map(({ from }) => from)).toEqual([fromUdpPort]);
    expect(came.map(({ datagram }) => checkPacket(datagram))).toEqual([
      { sourcePort: 50_000, destinationPort: 9090, verificationTag: 0xdead_beef, chunks: [6] },
    ]);
  });

  it.each<[string, Partial<OpenAssociation>, Partial<ProxyAddress>]>([
    ['no profile leads to', {}, { host: '192.0.2.1' }],
    ['a profile reaches by another UDP port', {}, { udpPort: 1 }],
    ['a profile reaches by another SCTP port', {}, { port: 1 }],
    ['a profile reaches by the kernel', {}, { transport: 'kernel' }],
    ['a profile reaches by SSH', {}, { transport: 'ssh' }],
    [
      'the name of a profile does not lead to',
      { host: 'proxy.example' },
      { host: 'proxy.example' },
    ],
  ])('is sent nothing where %s', async (_, association, place) => {
    const { came, udpPort } = await receiver();
    const one = left(udpPort, association);
    const last = left(udpPort, { tag: 1, fromUdpPort: 2 });
    const elsewhere = async () => [{ address: '192.0.2.9', family: 4 as const }];
    expect(await end([one], [{ ...placeOf(one), ...place }], elsewhere)).toEqual({
      done: [one],
      sent: 0,
    });
    await end([last], [placeOf(last)]);
    await expect
      .poll(() => came.map(({ datagram }) => datagram.readUInt32BE(4)))
      .toEqual([last.tag]);
  });

  it('is found by the name of a profile, however that is written, at the address that answered', async () => {
    const { came, udpPort } = await receiver();
    const one = left(udpPort, { host: 'Proxy.Example.' });
    const asked: string[] = [];
    const lookup: Lookup = async (host) => {
      asked.push(host);
      return [
        { address: '192.0.2.9', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ];
    };
    const place = { ...placeOf(one), host: 'proxy.example', transport: 'auto' as const };
    const several = [one, left(udpPort, { host: 'proxy.example', tag: 2 })];
    expect((await end(several, [place], lookup)).sent).toBe(2);
    expect(asked).toEqual(['proxy.example']);
    await expect.poll(() => came).toHaveLength(2);
  });

  it('does not keep the console from connecting while a name is looked up', async () => {
    const { came, udpPort } = await receiver();
    const clock = createManualClock();
    const one = left(udpPort, { host: 'proxy.example' });
    const found = Promise.withResolvers<Awaited<ReturnType<Lookup>>>();
    const done: OpenAssociation[] = [];
    const count = Promise.withResolvers<number>();
    const ended = endLeftBehind({
      left: [one],
      places: [placeOf(one)],
      lookup: () => found.promise,
      onDone: (association) => done.push(association),
      onEnd: count.resolve,
      clock,
    });
    await clock.advance(1000);
    await ended;
    expect(done).toEqual([]);
    found.resolve([{ address: '127.0.0.1', family: 4 }]);
    expect(await count.promise).toBe(1);
    expect(done).toEqual([one]);
    await expect.poll(() => came).toHaveLength(1);
  });

  it('is given up where its name leads nowhere', async () => {
    const one = left(1, { host: 'proxy.example' });
    const lookup = async () => Promise.reject(new Error('ENOTFOUND'));
    expect(await end([one], [placeOf(one)], lookup)).toEqual({ done: [one], sent: 0 });
  });
});
