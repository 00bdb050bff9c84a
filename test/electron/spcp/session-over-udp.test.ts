import { afterEach, describe, expect, it } from 'vitest';
import { connectClient } from '../../../electron/spcp/client.ts';
import type { Target, Transport, TransportServer } from '../../../electron/transport/transport.ts';
import { listenUdp } from '../../../electron/transport/udp/server.ts';
import {
  type Behaviour,
  endlessData,
  hex,
  loggedIn,
  type Step,
  silence,
  steps,
} from '../../support/scripted-peer.ts';

const admin = { user: 'admin', password: 'secret' };
const servers: TransportServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** A scripted peer on a real UDP port of this machine. */
async function listen(behaviour: Behaviour): Promise<{ target: Target; peers: Transport[] }> {
  const peers: Transport[] = [];
  const server = await listenUdp({ host: '127.0.0.1', udpPort: 0, port: 9090 }, (peer) => {
    peers.push(peer);
    behaviour(peer);
  });
  servers.push(server);
  if (server.udpPort === null) throw new Error('no UDP port');
  const target: Target = {
    host: '127.0.0.1',
    port: 9090,
    transport: 'udp',
    udpPort: server.udpPort,
  };
  return { target, peers };
}

async function connect(list: readonly Step[], requests: Uint8Array[] = [], timeoutMs = 60_000) {
  const { target, peers } = await listen(loggedIn(list, requests));
  const { client, connection } = await connectClient(target, admin, { timeoutMs });
  return { client, connection, peers };
}

describe('a session over UDP with a peer that misbehaves', () => {
  it('reads metrics and drops the stray bytes of each reply', async () => {
    const { client, connection } = await connect([
      ['00 01 30 00 00'],
      ['00 02 31 32 00 00'],
      ['00 01 33 00 00'],
    ]);
    expect(connection.transport).toBe('udp');
    await expect(client.readMetrics()).resolves.toMatchObject({ transferredBytes: 12n });
    await client.quit();
  });

  it('times out on silence, ends in order, and the peer sees no abort', async () => {
    const { client, peers } = await connect([], [], 3000);
    await expect(client.readMetrics()).rejects.toMatchObject({ code: 'reply-timeout' });
    await client.ended;
    const end = await peers[0]?.ended;
    expect(end?.reason).toBe('peer-shutdown');
  });

  it('times out on silence to the login, and says to what', async () => {
    const { target } = await listen(silence);
    await expect(connectClient(target, admin, { timeoutMs: 300 })).rejects.toMatchObject({
      code: 'reply-timeout',
      detail: { command: 'user' },
    });
  });

  it('ends on endless data', async () => {
    const { target } = await listen(endlessData);
    // Two of the replies may come in time for USER and PASS; the next one is a reply to nothing.
    const failure = await connectClient(target, admin, { timeoutMs: 60_000 }).then(
      ({ client }) => client.ended.then(() => client.failure),
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({ code: 'protocol-error' });
  });

  it('ends on a reply to nothing', async () => {
    const { client, peers } = await connect([]);
    peers[0]?.send(hex('00'));
    await client.ended;
    expect(client.failure).toMatchObject({ code: 'protocol-error' });
  });

  it('ends on a DATALEN that promises more than came', async () => {
    const { client } = await connect([['00 05 31']]);
    await expect(client.getTransformation()).rejects.toMatchObject({
      code: 'protocol-error',
      detail: { rule: 'truncated' },
    });
    await client.ended;
  });

  it('survives a large message', async () => {
    const { client } = await connect([(peer) => peer.send(new Uint8Array(65_536))]);
    await expect(client.getTransformation()).rejects.toMatchObject({
      code: expect.stringMatching(/protocol-error|association-lost|reply-timeout/),
    });
    await client.ended;
  });

  it('says that the association was lost when the peer shuts down or aborts in the middle', async () => {
    const closed = await connect([(peer) => void peer.close()]);
    await expect(closed.client.getTransformation()).rejects.toMatchObject({
      code: 'association-lost',
    });
    const aborted = await connect([(peer) => peer.abort()]);
    await expect(aborted.client.getTransformation()).rejects.toMatchObject({
      code: 'association-lost',
    });
  });

  it.each([
    ['an OK reply', (peer: Transport) => peer.send(hex('00'))],
    ['a shutdown', (peer: Transport) => void peer.close()],
    [
      'both',
      (peer: Transport) => {
        peer.send(hex('00'));
        void peer.close();
      },
    ],
  ])('takes %s to QUIT', async (_title, answer) => {
    const requests: Uint8Array[] = [];
    const { client } = await connect([answer], requests);
    await client.quit();
    expect(requests.at(-1)).toEqual(hex('09 00'));
    expect(client.failure).toBeNull();
  });

  it('ends in order when it is cancelled during the login', async () => {
    const controller = new AbortController();
    const { target, peers } = await listen(
      steps([['00'], () => controller.abort(new Error('enough'))]),
    );
    await expect(connectClient(target, admin, { signal: controller.signal })).rejects.toMatchObject(
      { code: 'cancelled' },
    );
    const end = await peers[0]?.ended;
    expect(end?.reason).toBe('peer-shutdown');
  });

  it('reports each stage as it begins', async () => {
    const { target } = await listen(loggedIn([]));
    const stages: unknown[] = [];
    const { client } = await connectClient(target, admin, {
      onStage: (stage, connection) => stages.push([stage, connection?.transport ?? null]),
    });
    expect(stages).toEqual([
      ['transport', null],
      ['login', 'udp'],
    ]);
    await client.quit();
  });
});
