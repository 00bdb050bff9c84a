import { afterEach, describe, expect, it } from 'vitest';
import { createUdpPeers } from '../../../support/udp-peers.ts';

const { listen, connect, close } = createUdpPeers();

afterEach(close);

/** Longer than any retransmission timer. */
const stallMs = 1500;

/** Nothing of this process runs meanwhile, as when a busy machine gives it no core. */
function stall(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, stallMs);
}

describe('a process that stood still', () => {
  it('reads what came meanwhile before it sends anything again', async () => {
    let arrived = (): void => {};
    const stalled = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const { server, target } = await listen({
      onAssociation: (transport) => {
        transport.onMessage(() => {
          // Right behind the acknowledgement, which goes out at the end of this turn and is read in the next.
          queueMicrotask(() =>
            setImmediate(() => {
              stall();
              arrived();
            }),
          );
        });
      },
    });
    const client = await connect(target);
    client.send(Uint8Array.of(1));
    await stalled;
    const before = server.counts.received;
    await expect.poll(() => client.unacknowledged).toBe(false);
    // Whatever was sent again lies in the server's socket by now: what follows it is read behind it.
    client.send(Uint8Array.of(2));
    await expect.poll(() => client.unacknowledged).toBe(false);
    expect(server.counts.received - before).toBe(1);
  });
});
