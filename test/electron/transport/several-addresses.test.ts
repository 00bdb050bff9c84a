import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { startReferenceProxy } from '../../../electron/reference-proxy/reference-proxy.ts';
import { diagnose } from '../../../electron/spcp/diagnose.ts';
import type { Address } from '../../../electron/transport/addresses.ts';
import { examinePath } from '../../../electron/transport/doctor/doctor.ts';
import { createStageRecord } from '../../../electron/transport/doctor/stage.ts';
import { type OpenOptions, openTransport } from '../../../electron/transport/open.ts';
import { longestHeadStartMs } from '../../../electron/transport/open-any.ts';
import { createReturnWatch } from '../../../electron/transport/return/return-watch.ts';
import type { Target, TransportEnd } from '../../../electron/transport/transport.ts';
import { blackOut, calm, startBadNetwork } from '../../support/bad-network.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { createUdpPeers } from '../../support/udp-peers.ts';

const peers = createUdpPeers();
const stops: (() => unknown)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
  await peers.close();
});

const at = (address: string): Address => ({ address, family: address.includes(':') ? 6 : 4 });
const lookup = (...addresses: string[]): Pick<OpenOptions, 'lookup'> => ({
  lookup: async () => addresses.map(at),
});
const target = (udpPort: number): Target => ({
  host: 'proxy.example',
  port: 9090,
  transport: 'udp',
  udpPort,
});

/** A stack on 127.0.0.1, and all ends of associations with it. `accepted` hears of each before its client does. */
async function stack(accepted = (): void => undefined) {
  const ends: Promise<TransportEnd>[] = [];
  const { server } = await peers.listen({
    onAssociation: ({ ended }) => {
      ends.push(ended);
      accepted();
    },
  });
  return { server, ends, target: target(server.udpPort) };
}

/** An address at which everything is taken and nothing answered; counts what came. `sentBefore`: all that was sent to it until now. */
async function silence(address: string, port: number) {
  const socket = createSocket('udp4').bind(port, address);
  await once(socket, 'listening');
  let knocked = (): void => undefined;
  const counts = {
    came: 0,
    async sentBefore(): Promise<number> {
      const came = new Promise<void>((resolve) => {
        knocked = resolve;
      });
      const knocking = createSocket('udp4');
      knocking.send('', port, address);
      await came;
      knocking.close();
      return counts.came;
    },
  };
  socket.on('message', ({ length }) => {
    if (length === 0) knocked();
    else counts.came++;
  });
  stops.push(() => socket.close());
  return counts;
}

/** By this way what comes next is known of before it is there. */
const farMs = 100;

/** What is waited for is there within milliseconds, but on a machine that is busy with something else. */
const patient = { timeout: 60_000 };

/** Longer than a head start. */
const headStartMs = longestHeadStartMs + 1;

async function open(to: Target, options: OpenOptions) {
  const opened = await openTransport(to, options);
  stops.push(() => opened.transport.close());
  return opened;
}

describe('a host with several addresses', () => {
  it('is reached at the next where the first is dead, a head start later', async () => {
    const { server, target: to } = await stack();
    await silence('127.0.0.9', server.udpPort);
    const begun = performance.now();
    // Who waited for the first to fail would wait longer than any test may take.
    const options = { ...lookup('127.0.0.9', '127.0.0.1'), connectTimeoutMs: 3_600_000 };
    const opened = await open(to, options);
    expect(performance.now() - begun).toBeGreaterThan(200);
    expect(opened.address).toEqual(at('127.0.0.1'));
    await expect.poll(() => server.associations).toBe(1);
  });

  it('is reached at the next where the port of the first is closed', async () => {
    const { server, target: to } = await stack();
    await open(to, lookup('127.0.0.9', '127.0.0.1'));
    expect(server.associations).toBe(1);
  });

  it('is asked nowhere else where the first answers within its head start', async () => {
    const { server, target: to } = await stack();
    const other = await silence('127.0.0.9', server.udpPort);
    const clock = createManualClock();
    const opened = await open(to, { ...lookup('127.0.0.1', '127.0.0.9'), clock });
    expect(opened.address).toEqual(at('127.0.0.1'));
    await clock.advance(headStartMs);
    expect(await other.sentBefore()).toBe(0);
  });

  it('is reached by IPv4 where its IPv6 is closed, and the other way round', async () => {
    const { target: to } = await stack();
    const opened = await open(to, lookup('::1', '127.0.0.1'));
    expect(opened.address?.family).toBe(4);
    const six = await peers.listen({ host: '::1' });
    const other = await open(target(six.server.udpPort), lookup('127.0.0.1', '::1'));
    expect(other.address?.family).toBe(6);
  });

  it('keeps one association where both answer, and ends the other in order (deployed behaviour 13)', async () => {
    const log: string[] = [];
    const proxy = await startReferenceProxy({
      name: 'peer',
      quirks: true,
      log: (line) => log.push(line),
    });
    stops.push(() => proxy.close());
    const udpPort = proxy.udpPort ?? 0;
    const weather = { ...calm, delayMs: farMs };
    const far = await startBadNetwork(udpPort, 1, weather, '127.0.0.8', udpPort);
    stops.push(() => far.close());
    const clock = createManualClock();
    const both = lookup('127.0.0.8', '127.0.0.1');
    const opening = open(target(udpPort), { ...both, clock });
    // INIT, its answer and the COOKIE ECHO: what answers that is lost, so that the other address is the first to be through.
    await expect.poll(() => far.counts.forwarded, patient).toBeGreaterThanOrEqual(3);
    far.set(blackOut);
    await clock.advance(headStartMs);
    const { transport, address } = await opening;
    const before = far.counts.forwarded;
    far.set(calm);
    expect(address).toEqual(at('127.0.0.1'));
    let ended = false;
    void transport.ended.then(() => {
      ended = true;
    });
    // COOKIE ECHO and SHUTDOWN, and what answers them.
    await expect.poll(() => far.counts.forwarded, patient).toBeGreaterThanOrEqual(before + 4);
    // Nothing was aborted before it was accepted: the proxy is not frozen.
    expect(log).toEqual([]);
    const { ok } = await diagnose(
      { ...target(udpPort), host: '127.0.0.1' },
      { user: 'admin', password: 'admin' },
    );
    expect(ok).toBe(true);
    expect(ended).toBe(false);
  });

  it('leaves its server with the one association', async () => {
    let onAccepted = (): void => undefined;
    const { server, ends, target: to } = await stack(() => onAccepted());
    const weather = { ...calm, delayMs: farMs };
    const far = await startBadNetwork(server.udpPort, 1, weather, '127.0.0.8', server.udpPort);
    stops.push(() => far.close());
    // The far one is accepted, and its client hears of it only when the near one is through.
    onAccepted = () => far.set(blackOut);
    const clock = createManualClock();
    const opening = open(to, { ...lookup('127.0.0.8', '127.0.0.1'), clock });
    await expect.poll(() => ends.length, patient).toBe(1);
    onAccepted = () => undefined;
    await clock.advance(headStartMs);
    expect((await opening).address).toEqual(at('127.0.0.1'));
    expect(server.associations).toBe(2);
    far.set(calm);
    await expect(ends[0]).resolves.toEqual({ reason: 'peer-shutdown' });
    await expect.poll(() => server.associations, patient).toBe(1);
  });

  it('is tried first where it answered last', async () => {
    const { server, target: to } = await stack();
    const dead = await silence('127.0.0.9', server.udpPort);
    const answered = new Map<string, string>();
    const clock = createManualClock();
    const options = { ...lookup('127.0.0.9', '127.0.0.1'), answered, clock };
    const opening = open(to, options);
    await expect.poll(() => dead.came, patient).toBeGreaterThan(0);
    await clock.advance(headStartMs);
    await opening;
    const before = dead.came;
    await open(to, options);
    expect(dead.came).toBe(before);
  });

  it('says what tells most where no address answers', async () => {
    const { server, target: to } = await stack();
    await silence('127.0.0.9', server.udpPort);
    await silence('127.0.0.8', server.udpPort);
    const opening = openTransport(
      { ...to, port: 9191 },
      { ...lookup('127.0.0.9', '127.0.0.1', '127.0.0.8'), connectTimeoutMs: 600 },
    );
    await expect(opening).rejects.toMatchObject({ code: 'refused' });
  });

  it('is left alone once it is cancelled', async () => {
    const { server, target: to } = await stack();
    const dead = await silence('127.0.0.9', server.udpPort);
    const controller = new AbortController();
    const clock = createManualClock();
    const opening = openTransport(to, {
      ...lookup('127.0.0.9', '127.0.0.1'),
      signal: controller.signal,
      clock,
    });
    await expect.poll(() => dead.came, patient).toBeGreaterThan(0);
    controller.abort();
    await expect(opening).rejects.toMatchObject({ code: 'cancelled' });
    await clock.advance(headStartMs);
    // What had been sent to it would have come before this.
    await open(to, lookup('127.0.0.1'));
    expect(server.associations).toBe(1);
  });

  it('is examined at all of them by the doctor, who says which answered', async () => {
    const { server, target: to } = await stack();
    await silence('127.0.0.9', server.udpPort);
    const record = createStageRecord({});
    const transport = await examinePath(record, to, lookup('127.0.0.9', '127.0.0.1'));
    await transport?.close();
    const finding = (code: string) =>
      record.results.find((result) => result.finding?.code === code)?.finding?.detail;
    expect(finding('addresses-found')).toMatchObject({ address: '127.0.0.9', count: 2 });
    expect(finding('sctp-answers')).toMatchObject({ address: '127.0.0.1' });
    expect(finding('established')).toMatchObject({ address: '127.0.0.1' });
  });

  it('is examined to its end where none answers, and the doctor blames one of them', async () => {
    const { server, target: to } = await stack();
    await silence('127.0.0.9', server.udpPort);
    const record = createStageRecord({});
    const options = { ...lookup('127.0.0.9', '127.0.0.7'), connectTimeoutMs: 500 };
    await expect(examinePath(record, to, options)).resolves.toBeNull();
    // A closed port is an answer.
    expect(record.results[2]).toMatchObject({
      outcome: 'failed',
      finding: { code: 'udp-port-closed', detail: { address: '127.0.0.7' } },
    });
  });

  it('is back when any of them answers again', async () => {
    const { server, target: to } = await stack();
    await silence('127.0.0.9', server.udpPort);
    const returns = createReturnWatch(lookup('127.0.0.9', '127.0.0.1').lookup);
    const { signal } = new AbortController();
    await returns.back(to, { signal, wasSilent: true, awayMs: 0 });
  });
});
