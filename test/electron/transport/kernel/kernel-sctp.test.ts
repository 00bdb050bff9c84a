import { describe, expect, it } from 'vitest';
import { connectKernel } from '../../../../electron/transport/kernel/client.ts';
import { listenKernel } from '../../../../electron/transport/kernel/server.ts';
import { kernelSctpSupport } from '../../../../electron/transport/kernel/support.ts';
import { openTransport } from '../../../../electron/transport/open.ts';
import { createUdpPeers, echo, inbox } from '../../../support/udp-peers.ts';
import { whySkipped } from '../../../support/why-skipped.ts';

const support = kernelSctpSupport();

const here = whySkipped(support.available ? 'this machine has kernel SCTP' : null);
const none = whySkipped(
  support.available ? null : 'no kernel SCTP on this machine (Linux: modprobe sctp)',
);

describe.skipIf(support.available)(`kernel SCTP, on a machine without it${here}`, () => {
  it('says why it is not there', () => {
    expect(support.reason).not.toBe('here');
  });

  it('says what to do when it is asked to connect or to listen', async () => {
    const where = { host: '127.0.0.1', address: '127.0.0.1', family: 4 as const, port: 9090 };
    const detail = { reason: support.reason };
    await expect(connectKernel(where, { connectTimeoutMs: 1000 })).rejects.toMatchObject({
      code: 'no-kernel-sctp',
      detail,
    });
    await expect(listenKernel(where, () => {})).rejects.toMatchObject({
      code: 'no-kernel-sctp',
      detail,
    });
  });

  it('is not taken by auto, which says why it took SCTP in UDP', async () => {
    const { listen, close } = createUdpPeers();
    const { server } = await listen({ onAssociation: echo });
    const { transport, reason } = await openTransport({
      host: '127.0.0.1',
      port: 9090,
      transport: 'auto',
      udpPort: server.udpPort,
    });
    expect(transport.kind).toBe('udp');
    expect(reason).toBe(support.reason);
    await transport.close();
    await close();
  });
});

describe.skipIf(!support.available)(`kernel SCTP, on a machine with it${none}`, () => {
  it('carries messages beside an association in UDP', async () => {
    const port = 20_000 + (process.pid % 20_000);
    const server = await listenKernel({ host: '127.0.0.1', port }, echo);
    const { listen, connect, close } = createUdpPeers();
    const { target } = await listen({ onAssociation: echo });
    const kernel = await connectKernel(
      { host: '127.0.0.1', address: '127.0.0.1', family: 4, port },
      { connectTimeoutMs: 5000 },
    );
    const udp = await connect(target);
    for (const transport of [kernel, udp]) {
      const next = inbox(transport);
      transport.send(Uint8Array.of(1, 2, 3));
      expect(Uint8Array.from(await next())).toEqual(Uint8Array.of(1, 2, 3));
    }
    await kernel.close();
    await close();
    await server.close();
  });
});
