import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { type BadNetwork, calm, startBadNetwork } from '../../../support/bad-network.ts';
import { seed } from '../../../support/seed.ts';
import { createUdpPeers, echo, inbox } from '../../../support/udp-peers.ts';

const { listen, connect, close } = createUdpPeers();
const networks: BadNetwork[] = [];

afterEach(async () => {
  await close();
  for (const network of networks.splice(0)) await network.close();
});

async function pair() {
  const { server, peers, target } = await listen();
  const client = await connect(target);
  await expect.poll(() => peers.length).toBe(1);
  const [peer] = peers;
  if (peer === undefined) throw new Error('no peer');
  return { server, client, peer, target };
}

/** Bytes whose every part is different, so that a piece in the wrong place shows. */
function pattern(length: number, seed: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => (index * 31 + (index >> 8) * 7 + seed) & 0xff);
}

describe('an association in UDP', () => {
  it.each([1, 2, 255, 257, 1308, 1309, 1500, 4096, 20_000, 60_000])(
    'keeps the boundaries of messages of %i bytes',
    async (length) => {
      const { target } = await listen({ onAssociation: echo });
      const client = await connect(target);
      const next = inbox(client);
      const sent = [pattern(length, 1), pattern(1, 2), pattern(length, 3)];
      for (const message of sent) client.send(message);
      for (const message of sent) expect(await next()).toEqual(message);
    },
  );

  it('carries thousands of messages in order, however fast they are sent', async () => {
    const { target } = await listen({ onAssociation: echo });
    const client = await connect(target);
    const next = inbox(client);
    for (let i = 0; i < 3000; i++) client.send(Uint8Array.of(i & 0xff, i >> 8));
    for (let i = 0; i < 3000; i++) expect(await next()).toEqual(Uint8Array.of(i & 0xff, i >> 8));
  });

  it('carries messages in order over a network that loses, doubles and swaps datagrams', async () => {
    const { server } = await listen({ onAssociation: echo });
    const weather = { loss: 0.1, delayMs: 1, jitterMs: 5, duplication: 0.1, reordering: 0.1 };
    const network = await startBadNetwork(server.udpPort, seed, weather);
    networks.push(network);
    const client = await connect(
      {
        host: '127.0.0.1',
        address: '127.0.0.1',
        family: 4,
        port: 9090,
        udpPort: network.port,
      },
      { connectTimeoutMs: 30_000 },
    );
    const next = inbox(client);
    for (let i = 0; i < 40; i++) {
      client.send(pattern(i * 40 + 1, i));
      client.send(pattern(3, i));
      expect(await next(), `SEED=${seed}, message ${i}`).toEqual(pattern(i * 40 + 1, i));
      expect(await next(), `SEED=${seed}, message ${i}`).toEqual(pattern(3, i));
    }
    network.set(calm);
  });

  it('delivers messages that came before there was a listener', async () => {
    const { client, peer } = await pair();
    peer.send(Uint8Array.of(1));
    peer.send(Uint8Array.of(2));
    const echoed = inbox(peer);
    client.send(Uint8Array.of(9));
    await echoed();
    const next = inbox(client);
    expect(await next()).toEqual(Uint8Array.of(1));
    expect(await next()).toEqual(Uint8Array.of(2));
  });

  it('tells one end that it closed and the other that its peer shut down', async () => {
    const { server, client, peer } = await pair();
    await expect(client.close()).resolves.toEqual({ reason: 'closed' });
    // An end without an answer would become an abort.
    await expect(peer.ended).resolves.toEqual({ reason: 'peer-shutdown' });
    expect(server.associations).toBe(0);
  });

  it.each(['client', 'server'] as const)(
    'ends in order on both sides when the shutdown of the %s also acknowledges the last data',
    async (side) => {
      const { client, peer } = await pair();
      const [closer, sender] = side === 'client' ? [client, peer] : [peer, client];
      // The end is asked for while the message is being delivered, so that its acknowledgement and the end go out together.
      closer.onMessage(() => void closer.close());
      sender.send(Uint8Array.of(9, 0));
      await expect(closer.ended).resolves.toEqual({ reason: 'closed' });
      // An end without an answer would become an abort.
      await expect(sender.ended).resolves.toEqual({ reason: 'peer-shutdown' });
    },
  );

  it('delivers all that was sent before it closed', async () => {
    const { client, peer } = await pair();
    const next = inbox(peer);
    for (let i = 0; i < 200; i++) client.send(pattern(700, i));
    void client.close();
    for (let i = 0; i < 200; i++) expect(await next()).toEqual(pattern(700, i));
    await expect(peer.ended).resolves.toEqual({ reason: 'peer-shutdown' });
  });

  it('ends on both sides when both close at once', async () => {
    const { server, client, peer } = await pair();
    const ends = await Promise.all([client.close(), peer.close()]);
    expect(ends.map((end) => end.reason)).toEqual(['closed', 'closed']);
    expect(server.associations).toBe(0);
  });

  it('tells its peer that it aborted', async () => {
    const { server, client, peer } = await pair();
    client.abort();
    await expect(client.ended).resolves.toEqual({ reason: 'closed' });
    await expect(peer.ended).resolves.toEqual({ reason: 'peer-abort' });
    expect(server.associations).toBe(0);
  });

  it('is told that the server aborted', async () => {
    const { client, peer } = await pair();
    peer.abort();
    await expect(client.ended).resolves.toEqual({ reason: 'peer-abort' });
  });

  it('does nothing after its end, however often it is asked', async () => {
    const { client, peer } = await pair();
    await client.close();
    await peer.ended;
    client.send(Uint8Array.of(1));
    client.abort();
    await expect(client.close()).resolves.toEqual({ reason: 'closed' });
    await expect(peer.close()).resolves.toEqual({ reason: 'peer-shutdown' });
  });

  it('ends in bounded time when the peer is no longer there', async () => {
    const { server, client } = await pair();
    const { udpPort } = server;
    const closed = server.close();
    await closed;
    await expect(client.ended).resolves.toEqual({ reason: 'peer-shutdown' });
    await expect(
      connect({ host: 'x', address: '127.0.0.1', family: 4, port: 9090, udpPort }),
    ).rejects.toMatchObject({ code: 'udp-port-closed' });
  });

  it('is lost when the port of its peer stays closed', async () => {
    const { server } = await listen({ onAssociation: echo });
    // A relay in between, so that the peer can vanish without a word.
    const network = await startBadNetwork(server.udpPort, 1);
    const client = await connect({
      host: 'x',
      address: '127.0.0.1',
      family: 4,
      port: 9090,
      udpPort: network.port,
    });
    await network.close();
    client.send(Uint8Array.of(1));
    await expect(client.ended).resolves.toMatchObject({
      reason: 'failed',
      error: { code: 'udp-port-closed' },
    });
  });

  it('outlives a port of its peer that was closed for a moment', async () => {
    const { server } = await listen({ onAssociation: echo });
    const network = await startBadNetwork(server.udpPort, 1);
    const target = {
      host: 'x',
      address: '127.0.0.1',
      family: 4 as const,
      port: 9090,
      udpPort: network.port,
    };
    const client = await connect(target);
    const next = inbox(client);
    await network.close();
    client.send(Uint8Array.of(7));
    await new Promise((resolve) => setTimeout(resolve, 50));
    // The same port again; the server sees another sender, whose packets belong to no association that it knows there.
    const again = createSocket('udp4');
    again.bind(network.port, '127.0.0.1');
    await once(again, 'listening');
    const quiet = await Promise.race([
      client.ended,
      new Promise((resolve) => setTimeout(resolve, 2500, 'still open')),
    ]);
    again.close();
    expect(quiet).toBe('still open');
    void next;
  });

  it('counts an association as gone that was not heard for the time given, and no other', async () => {
    const { server, peers, target } = await listen({ idleMs: 5000, onAssociation: echo });
    const network = await startBadNetwork(server.udpPort, 1);
    networks.push(network);
    await connect({ ...target, udpPort: network.port });
    const busy = await connect(target);
    const next = inbox(busy);
    network.set({ ...calm, loss: 1 });
    const keepBusy = setInterval(() => busy.send(Uint8Array.of(1)), 50);
    await expect(peers[0]?.ended).resolves.toMatchObject({ reason: 'failed' });
    clearInterval(keepBusy);
    await next();
    expect(server.associations).toBe(1);
  });
});

describe('many peers on one UDP port', () => {
  it('are told apart, all of them at once', async () => {
    const { server, target } = await listen({ onAssociation: echo });
    const count = 300;
    const clients = await Promise.all(
      Array.from({ length: count }, () => connect(target, { connectTimeoutMs: 30_000 })),
    );
    expect(server.associations).toBe(count);
    const answers = await Promise.all(
      clients.map((client, i) => {
        const next = inbox(client);
        client.send(Uint8Array.of(i & 0xff, i >> 8));
        return next();
      }),
    );
    answers.forEach((answer, i) => {
      expect(answer).toEqual(Uint8Array.of(i & 0xff, i >> 8));
    });
    await Promise.all(clients.map((client) => client.close()));
    await expect.poll(() => server.associations).toBe(0);
  });

  it('behind one address and UDP port are told apart by their SCTP port', async () => {
    const first = await listen({ onAssociation: echo });
    const second = await listen({ onAssociation: echo, port: 7777 });
    const clients = await Promise.all([
      connect(first.target),
      connect(second.target),
      connect(first.target),
      connect(second.target),
    ]);
    expect([first.server.associations, second.server.associations]).toEqual([2, 2]);
    clients[0]?.abort();
    await expect.poll(() => first.server.associations).toBe(1);
    expect(second.server.associations).toBe(2);
  });

  it('keep their associations when one of them fails', async () => {
    const { server, peers, target } = await listen();
    const clients = await Promise.all(Array.from({ length: 10 }, () => connect(target)));
    await expect.poll(() => peers.length).toBe(10);
    peers[3]?.abort();
    clients[5]?.abort();
    await expect.poll(() => server.associations).toBe(8);
    const next = inbox(clients[0] ?? expect.fail());
    for (const peer of peers) peer.send(Uint8Array.of(4));
    expect(await next()).toEqual(Uint8Array.of(4));
  });
});
