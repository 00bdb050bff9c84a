import { afterEach, expect, it } from 'vitest';
import { connectClient } from '../../../electron/spcp/client.ts';
import type { Target, Transport } from '../../../electron/transport/transport.ts';
import { type Behaviour, hex } from '../../support/scripted-peer.ts';
import { type SplittingRelay, startSplittingRelay } from '../../support/splitting-relay.ts';
import { createUdpPeers } from '../../support/udp-peers.ts';
import { admin } from './session-rig.ts';

const { listen, close } = createUdpPeers();
let relay: SplittingRelay | undefined;

afterEach(async () => {
  relay?.close();
  relay = undefined;
  await close();
});

/** Where a server that behaves so is reached. */
async function serve(behaviour: Behaviour): Promise<Target & { readonly udpPort: number }> {
  const { target } = await listen({ onAssociation: behaviour });
  const { host, port, udpPort } = target;
  return { host, port, udpPort, transport: 'udp' };
}

const login = new Set([0, 1]);

/** Lets anyone in; a reading is given to `then` when all three of it are there. */
function readings(then: (peer: Transport) => void): Behaviour {
  return (peer) =>
    peer.onMessage((message) => {
      const command = message[0] ?? 0;
      if (login.has(command)) peer.send(hex('00'));
      else if (command === 4) then(peer);
    });
}

const reply = (text: string): Uint8Array =>
  Uint8Array.of(0, text.length, ...Buffer.from(text), 0, 0);
const replies = ['7', '70000', '700'].map(reply);
const reading = { connections: 7n, transferredBytes: 70_000n, accesses: 700n };

it.each(['server', 'client'] as const)(
  'reads all three, each in its place, where the second of three is lost on the way to the %s',
  async (lostTowards) => {
    const target = await serve(
      readings((peer) => {
        for (const [index, each] of replies.entries()) peer.send(each, index < replies.length - 1);
      }),
    );
    const started = await startSplittingRelay(
      target.udpPort,
      ({ towards, index, of }) => towards === lostTowards && index === 1 && of === 3,
    );
    relay = started;
    const { client } = await connectClient({ ...target, udpPort: started.port }, admin, {
      together: true,
      timeoutMs: 60_000,
    });
    await expect(client.readMetrics()).resolves.toMatchObject(reading);
    expect(started.lost).toEqual([{ towards: lostTowards, index: 1, of: 3 }]);
    expect(client.refusesTogether).toBeNull();
    await client.quit();
  },
);

it('takes no part of a reading from a proxy that is gone between the first reply and the third', async () => {
  const target = await serve(
    readings((peer) => {
      for (const each of replies.slice(0, 2)) peer.send(each);
      void peer.close();
    }),
  );
  const { client } = await connectClient(target, admin, { together: true, timeoutMs: 60_000 });
  await expect(client.readMetrics()).rejects.toMatchObject({ code: 'association-lost' });
  await client.ended;
});
