import { afterEach, describe, expect, it } from 'vitest';
import { startReferenceProxy } from '../../../../electron/reference-proxy/reference-proxy.ts';
import { connectClient } from '../../../../electron/spcp/client.ts';
import { chunkType } from '../../../../electron/transport/udp/guard/packet-check.ts';
import type { Towards } from '../../../support/one-client-relay.ts';
import {
  chunksOf,
  type RecordingRelay,
  startRecordingRelay,
} from '../../../support/recording-relay.ts';
import { createUdpPeers } from '../../../support/udp-peers.ts';
import { udpTarget } from '../../../support/udp-target.ts';

const peers = createUdpPeers();
const relays: RecordingRelay[] = [];

afterEach(async () => {
  await peers.close();
  for (const relay of relays.splice(0)) relay.close();
});

async function relayTo(serverPort: number): Promise<RecordingRelay> {
  const relay = await startRecordingRelay(serverPort);
  relays.push(relay);
  return relay;
}

/** Each SHUTDOWN's Cumulative TSN Ack in one direction, and the last TSN that was sent in the other. */
function shutdowns({ recorded }: RecordingRelay, towards: Towards) {
  const acknowledged: number[] = [];
  let lastTsn: number | null = null;
  for (const { datagram, towards: way } of recorded)
    for (const { type, body } of chunksOf(datagram)) {
      if (type === chunkType.shutdown && way === towards) acknowledged.push(body.readUInt32BE(0));
      if (type === chunkType.data && way !== towards) lastTsn = body.readUInt32BE(0);
    }
  return { acknowledged, lastTsn };
}

describe('a SHUTDOWN', () => {
  it.each([true, false])(
    'that ends a session after QUIT goes out once and acknowledges all that came (quirks: %s)',
    async (quirks) => {
      const proxy = await startReferenceProxy({ name: 'peer', quirks, password: 'secret' });
      const target = udpTarget(proxy);
      const relay = await relayTo(target.udpPort);
      const { client } = await connectClient({ ...target, udpPort: relay.port }, proxy);
      await client.quit();
      await client.ended;
      const [first, second] = [shutdowns(relay, 'client'), shutdowns(relay, 'server')];
      // Where the QUIT is answered, either end may be the one that shuts down.
      expect(first.acknowledged.length + second.acknowledged.length).toBeGreaterThan(0);
      for (const { acknowledged, lastTsn } of [first, second])
        if (acknowledged.length > 0) expect(acknowledged).toEqual([lastTsn]);
      await proxy.close();
    },
  );

  it.each(['client', 'server'] as const)(
    'of the %s that is asked for while a message is delivered acknowledges that message',
    async (side) => {
      const { server, target, peers: accepted } = await peers.listen();
      const relay = await relayTo(server.udpPort);
      const client = await peers.connect({ ...target, udpPort: relay.port });
      await expect.poll(() => accepted.length).toBe(1);
      const [peer] = accepted;
      if (peer === undefined) throw new Error('no peer');
      const [closer, sender] = side === 'client' ? [client, peer] : [peer, client];
      let came = 0;
      closer.onMessage(() => {
        if (++came === 3) void closer.close();
      });
      for (let i = 0; i < 3; i++) sender.send(Uint8Array.of(i));
      await expect(closer.ended).resolves.toEqual({ reason: 'closed' });
      const { acknowledged, lastTsn } = shutdowns(relay, side === 'client' ? 'server' : 'client');
      expect(acknowledged).toEqual([lastTsn]);
    },
  );
});
