import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { examinePath } from '../../../../electron/transport/doctor/doctor.ts';
import { createStageRecord } from '../../../../electron/transport/doctor/stage.ts';
import { kernelSctpSupport } from '../../../../electron/transport/kernel/support.ts';
import type { Target, TransportServer } from '../../../../electron/transport/transport.ts';
import { chunkType } from '../../../../electron/transport/udp/guard/packet-check.ts';
import { listenUdp } from '../../../../electron/transport/udp/server.ts';
import type { StageResult } from '../../../../shared/model/connection-test.ts';
import { startFilteringRelay } from '../../../support/filtering-relay.ts';

const stops: (() => unknown)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** An SCTP stack with a service at port 9090. */
async function startStack(): Promise<TransportServer & { readonly udpPort: number }> {
  const server = await listenUdp({ host: '127.0.0.1', udpPort: 0, port: 9090 }, () => {});
  stops.push(() => server.close());
  return server;
}

/** A UDP service on loopback that answers each datagram like this. */
async function startUdpService(answer: (datagram: Buffer) => Buffer | null): Promise<number> {
  const socket = createSocket('udp4');
  socket.on('message', (datagram, from) => {
    const reply = answer(datagram);
    if (reply !== null) socket.send(reply, from.port, from.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  stops.push(() => socket.close());
  return socket.address().port;
}

function udp(udpPort: number, change: Partial<Target> = {}): Target {
  return { host: '127.0.0.1', port: 9090, transport: 'udp', udpPort, ...change };
}

/** Runs the stages and closes the association in order. */
async function examine(
  target: Target,
  { connectTimeoutMs = 60_000, signal }: { connectTimeoutMs?: number; signal?: AbortSignal } = {},
): Promise<{ results: readonly StageResult[]; open: boolean; at: (stage: string) => StageResult }> {
  const told: StageResult[] = [];
  const record = createStageRecord({ signal, onStage: (result) => told.push(result) });
  const transport = await examinePath(record, target, { connectTimeoutMs, signal });
  await transport?.close();
  expect(told).toEqual(record.results);
  const at = (stage: string) => {
    const found = record.results.find((result) => result.stage === stage);
    if (found === undefined) throw new Error(`no result for ${stage}`);
    return found;
  };
  return { results: record.results, open: transport !== null, at };
}

function outcomes(results: readonly StageResult[]): string {
  return results.map(({ stage, outcome }) => `${stage} ${outcome}`).join(', ');
}

const allOk = 'resolve ok, support ok, reach ok, handshake ok';

describe('the path to a service', () => {
  it('is whole when a stack and a service answer, and no association is left', async () => {
    const stack = await startStack();
    const { results, open, at } = await examine(udp(stack.udpPort));
    expect(outcomes(results)).toBe(allOk);
    expect(open).toBe(true);
    expect(results.map(({ finding }) => finding?.code)).toEqual([
      'address-given',
      'sctp-in-udp',
      'sctp-answers',
      'established',
    ]);
    expect(results.every(({ ms }) => ms >= 0)).toBe(true);
    expect(at('handshake').finding?.detail).toEqual({
      where: `127.0.0.1:9090 (UDP ${stack.udpPort})`,
      address: null,
    });
    await expect.poll(() => stack.associations).toBe(0);
  });

  it('names the addresses of a host name', async () => {
    const stack = await startStack();
    const { at } = await examine(udp(stack.udpPort, { host: 'localhost' }), {
      connectTimeoutMs: 2000,
    });
    expect(at('resolve')).toMatchObject({
      outcome: 'ok',
      finding: { code: 'addresses-found', detail: { host: 'localhost' } },
    });
  });

  it('says that there is no such host, and runs nothing after that', async () => {
    const { results, at } = await examine(udp(9899, { host: 'no-such-host.invalid' }));
    expect(outcomes(results)).toBe(
      'resolve failed, support skipped, reach skipped, handshake skipped',
    );
    expect(at('resolve').error?.code).toBe('host-not-found');
    expect(at('resolve').finding?.code).toMatch(/^(host-unknown|name-server-silent)$/);
    expect(at('reach')).toEqual({
      stage: 'reach',
      outcome: 'skipped',
      ms: 0,
      finding: null,
      error: null,
    });
  });

  it('says which way auto takes, and why', async () => {
    const stack = await startStack();
    const { at } = await examine(udp(stack.udpPort, { transport: 'auto' }), {
      connectTimeoutMs: 2000,
    });
    const { available, reason } = kernelSctpSupport();
    expect(at('support').finding).toEqual(
      available
        ? { code: 'kernel-sctp', detail: { auto: true } }
        : { code: 'sctp-in-udp', detail: { auto: true, reason, udpPort: stack.udpPort } },
    );
  });

  it.skipIf(kernelSctpSupport().available)(
    'says that this machine has no kernel SCTP where the target asks for it',
    async () => {
      const { results, at } = await examine(udp(9899, { transport: 'kernel' }));
      expect(outcomes(results)).toBe(
        'resolve ok, support failed, reach skipped, handshake skipped',
      );
      expect(at('support')).toMatchObject({
        finding: {
          code: 'no-kernel-sctp',
          detail: { reason: kernelSctpSupport().reason },
        },
        error: { code: 'no-kernel-sctp' },
      });
    },
  );
});

describe('a UDP port where no SCTP stack is', () => {
  it('is told to be closed', async () => {
    const socket = createSocket('udp4');
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    const { port } = socket.address();
    await new Promise<void>((resolve) => socket.close(resolve));
    const { at } = await examine(udp(port));
    expect(at('reach')).toMatchObject({
      outcome: 'failed',
      finding: { code: 'udp-port-closed', detail: { udpPort: port } },
      error: { code: 'udp-port-closed' },
    });
  });

  it('is told from one where an echo service answers', async () => {
    const { at } = await examine(udp(await startUdpService((datagram) => datagram)));
    expect(at('reach')).toMatchObject({
      outcome: 'failed',
      finding: { code: 'not-sctp' },
      error: { code: 'not-sctp' },
    });
  });

  it('is told from one where something answers with junk', async () => {
    const { at } = await examine(udp(await startUdpService(() => Buffer.from('SIP/2.0 400'))));
    expect(at('reach')).toMatchObject({ finding: { code: 'not-sctp' } });
  });

  it('is told to be silent where nothing comes back, in bounded time', async () => {
    const { results, at } = await examine(udp(await startUdpService(() => null)), {
      connectTimeoutMs: 300,
    });
    expect(outcomes(results)).toBe('resolve ok, support ok, reach failed, handshake skipped');
    expect(at('reach')).toMatchObject({
      finding: { code: 'silent' },
      error: { code: 'connect-timeout', message: expect.stringContaining('firewall') },
    });
  });
});

describe('a handshake that fails', () => {
  it('is told to be refused where nobody listens at the SCTP port', async () => {
    const stack = await startStack();
    const { results, at } = await examine(udp(stack.udpPort, { port: 9191 }));
    expect(outcomes(results)).toBe('resolve ok, support ok, reach ok, handshake failed');
    expect(at('handshake')).toMatchObject({
      finding: { code: 'refused', detail: { port: 9191 } },
      error: { code: 'refused' },
    });
  });

  it('is told to be dropped on the way where the stack answers and the INIT does not arrive', async () => {
    const stack = await startStack();
    const relay = await startFilteringRelay(stack.udpPort, [chunkType.init]);
    stops.push(relay.close);
    const { at } = await examine(udp(relay.port), { connectTimeoutMs: 1500 });
    expect(at('reach').finding?.code).toBe('sctp-answers');
    expect(at('handshake')).toMatchObject({
      outcome: 'failed',
      finding: { code: 'init-dropped', detail: { port: 9090 } },
      error: { code: 'connect-timeout', message: expect.stringContaining('packet filter') },
    });
    expect(stack.associations).toBe(0);
  });

  it('is told to be incomplete where its second half does not arrive, and nothing is left there', async () => {
    const stack = await startStack();
    const relay = await startFilteringRelay(stack.udpPort, [chunkType.cookieEcho]);
    stops.push(relay.close);
    const { at } = await examine(udp(relay.port), { connectTimeoutMs: 1500 });
    expect(at('handshake')).toMatchObject({
      finding: { code: 'handshake-incomplete' },
      error: { code: 'connect-timeout' },
    });
    expect(stack.associations).toBe(0);
  });
});

describe('a stack that does not answer the probe', () => {
  it('is found by the handshake', async () => {
    const stack = await startStack();
    const relay = await startFilteringRelay(stack.udpPort, [chunkType.shutdownAck]);
    stops.push(relay.close);
    const { results, open, at } = await examine(udp(relay.port), { connectTimeoutMs: 2000 });
    expect(outcomes(results)).toBe(allOk);
    expect(at('reach').finding?.code).toBe('probe-unanswered');
    expect(open).toBe(true);
    await expect.poll(() => stack.associations).toBe(0);
  });

  it('is found by the refusal of the handshake', async () => {
    const stack = await startStack();
    const relay = await startFilteringRelay(stack.udpPort, [chunkType.shutdownAck]);
    stops.push(relay.close);
    const { results, at } = await examine(udp(relay.port, { port: 9191 }), {
      connectTimeoutMs: 2000,
    });
    expect(outcomes(results)).toBe('resolve ok, support ok, reach ok, handshake failed');
    expect(at('handshake').finding?.code).toBe('refused');
  });
});

describe('a cancelled examination', () => {
  it('stops in the stage that runs and runs no other', async () => {
    const cancel = new AbortController();
    const port = await startUdpService(() => {
      cancel.abort();
      return null;
    });
    const { results, at } = await examine(udp(port), { signal: cancel.signal });
    expect(outcomes(results)).toBe('resolve ok, support ok, reach failed, handshake skipped');
    expect(at('reach')).toMatchObject({
      finding: { code: 'cancelled' },
      error: { code: 'cancelled' },
    });
  });

  it('does not begin when it is cancelled before', async () => {
    const { results } = await examine(udp(9899, { host: 'localhost' }), {
      signal: AbortSignal.abort(),
    });
    expect(results[0]).toMatchObject({ outcome: 'failed', finding: { code: 'cancelled' } });
  });
});
