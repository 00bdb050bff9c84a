import { connect as connectTcp } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type ReferenceProxy,
  type ReferenceProxyOptions,
  startReferenceProxy,
} from '../../../electron/reference-proxy/reference-proxy.ts';
import { connectClient, SpcpClient } from '../../../electron/spcp/client.ts';
import { Session } from '../../../electron/spcp/session.ts';
import { openTransport } from '../../../electron/transport/open.ts';
import type { Transport } from '../../../electron/transport/transport.ts';
import { areStock, stockCredentials } from '../../../shared/model/stock-credentials.ts';
import { hex } from '../../support/scripted-peer.ts';
import { udpTarget } from '../../support/udp-target.ts';

const proxies: ReferenceProxy[] = [];

afterEach(async () => {
  await Promise.all(proxies.splice(0).map((proxy) => proxy.close()));
});

/** A proxy that answers as deployed ones do, over real UDP, and what it logs. */
async function deployed(
  options: Pick<ReferenceProxyOptions, 'origin'> = {},
): Promise<{ proxy: ReferenceProxy; log: string[] }> {
  const log: string[] = [];
  const proxy = await startReferenceProxy({
    name: 'peer',
    quirks: true,
    ...options,
    log: (line) => log.push(line),
  });
  proxies.push(proxy);
  return { proxy, log };
}

/** The bytes of each message in both directions, as hexadecimal text. */
interface Wire {
  readonly sent: string[];
  readonly received: string[];
}

const toHex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** A session on an association whose messages are noted down. */
async function open(proxy: ReferenceProxy, timeoutMs = 60_000) {
  const { transport } = await openTransport(udpTarget(proxy), { connectTimeoutMs: 60_000 });
  const wire: Wire = { sent: [], received: [] };
  const noted: Transport = {
    kind: transport.kind,
    framing: transport.framing,
    description: transport.description,
    ended: transport.ended,
    send(message) {
      wire.sent.push(toHex(message));
      transport.send(message);
    },
    onMessage: (listener) =>
      transport.onMessage((message) => {
        wire.received.push(toHex(message));
        listener(message);
      }),
    close: () => transport.close(),
    abort: () => transport.abort(),
  };
  const session = new Session(noted, { timeoutMs });
  return { session, client: new SpcpClient(session), transport, wire };
}

async function openLoggedIn(proxy: ReferenceProxy, timeoutMs?: number) {
  const opened = await open(proxy, timeoutMs);
  await opened.session.authenticate(proxy);
  opened.wire.sent.length = 0;
  opened.wire.received.length = 0;
  return opened;
}

describe('a client of a deployed server', () => {
  it('drops the stray bytes after DATA (deployed behaviour 1)', async () => {
    const { client, wire } = await openLoggedIn((await deployed()).proxy);
    await expect(client.readMetrics()).resolves.toMatchObject({
      connections: 0n,
      transferredBytes: 0n,
      accesses: 0n,
    });
    expect(wire.received).toEqual(['0001300000', '0001300000', '0001300000']);
    await client.quit();
  });

  it('accepts a lone status byte (deployed behaviour 2)', async () => {
    const { client, wire } = await openLoggedIn((await deployed()).proxy);
    await client.setBufferSize(4096);
    await expect(client.setTransformation('not on the list')).rejects.toMatchObject({
      code: 'server-error',
    });
    expect(wire.received).toEqual(['00', '03']);
    await client.quit();
  });

  it('takes one NUL for no transformation (deployed behaviour 3)', async () => {
    const { client, wire } = await openLoggedIn((await deployed()).proxy);
    await expect(client.getTransformation()).resolves.toBeNull();
    expect(wire.received).toEqual(['0001000000']);
    await client.quit();
  });

  it('sends no buffer size that the server misreads (deployed behaviour 4)', async () => {
    const { client, wire } = await openLoggedIn((await deployed()).proxy);
    for (const bytes of [7, -20, 0, Number.NaN, 1e30])
      await expect(client.setBufferSize(bytes)).rejects.toMatchObject({ code: 'invalid-input' });
    expect(wire.sent).toEqual([]);
    await client.quit();
  });

  it('never sends the buffer size request without an argument that kills the server (deployed behaviour 5)', async () => {
    const { proxy, log } = await deployed();
    const { client, session, wire } = await openLoggedIn(proxy);
    await expect(session.request('setBufferSize')).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(client.getTransformation()).resolves.toBeNull();
    expect(wire.sent).toEqual(['0500']);
    expect(log).toEqual([]);
    await client.quit();
  });

  it('switches the transformation off by a request without arguments (deployed behaviour 6)', async () => {
    const { client, wire } = await openLoggedIn((await deployed()).proxy);
    await client.setTransformation('cat');
    await client.setTransformation(null);
    await expect(client.setTransformation('')).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(client.getTransformation()).resolves.toBeNull();
    expect(wire.sent.slice(1)).toEqual(['0700', '0500']);
    await client.quit();
  });

  it('keeps one request in flight however many are asked at once (deployed behaviour 7)', async () => {
    const { client, wire } = await openLoggedIn((await deployed()).proxy);
    const answers = await Promise.all([
      client.readMetrics(),
      client.getTransformation(),
      client.readMetrics(),
      client.getTransformation(),
    ]);
    expect(answers[1]).toBeNull();
    expect(answers[3]).toBeNull();
    expect(wire.received).toHaveLength(wire.sent.length);
    await client.quit();
  });

  it('sends each request whole, in one message (deployed behaviour 8)', async () => {
    const { client, wire } = await openLoggedIn((await deployed()).proxy);
    await client.setTransformation('tr a-z A-Z');
    expect(wire.sent).toEqual(['07010a747220612d7a20412d5a']);
    await client.quit();
  });

  it('takes an orderly end for the answer, and connects again (deployed behaviour 9)', async () => {
    const { proxy, log } = await deployed();
    const { client, transport } = await openLoggedIn(proxy);
    // What another tool may have sent on this association.
    transport.send(hex('08 00'));
    await expect(client.getTransformation()).rejects.toMatchObject({
      code: 'association-lost',
      detail: { reason: 'peer-shutdown' },
    });
    const { client: next } = await connectClient(udpTarget(proxy), proxy);
    await expect(next.getTransformation()).resolves.toBeNull();
    await next.quit();
    expect(log).toEqual([]);
  });

  it('gives up a session that fell silent, in order, and connects again (deployed behaviour 9)', async () => {
    const { proxy, log } = await deployed();
    const { client, transport } = await openLoggedIn(proxy, 3000);
    // Three arguments: what another tool may have sent on this association.
    transport.send(hex('07 03 01 41 01 41 01 41'));
    await expect(client.getTransformation()).rejects.toMatchObject({ code: 'reply-timeout' });
    await expect(client.readMetrics()).rejects.toMatchObject({ code: 'reply-timeout' });
    await expect(client.ended).resolves.toMatchObject({ reason: 'closed' });
    const { client: next } = await connectClient(udpTarget(proxy), proxy);
    await expect(next.getTransformation()).resolves.toBeNull();
    await next.quit();
    expect(log).toEqual([]);
  });

  it('takes the shutdown for the answer to QUIT (deployed behaviour 10)', async () => {
    const { client, wire } = await openLoggedIn((await deployed()).proxy);
    await client.quit();
    expect(wire).toEqual({ sent: ['0900'], received: [] });
    await expect(client.ended).resolves.toEqual({ reason: 'peer-shutdown' });
    expect(client.failure).toBeNull();
  });

  it('sends no password for a user that is not known (deployed behaviour 11)', async () => {
    const { session, wire } = await open((await deployed()).proxy);
    await expect(session.authenticate({ user: 'root', password: 'admin' })).rejects.toMatchObject({
      code: 'login-refused',
      detail: { step: 'user' },
    });
    expect(wire).toEqual({ sent: [`000104${toHex(Buffer.from('root'))}`], received: ['01'] });
    await session.quit();
  });

  it('sends USER first, also after a refused password (deployed behaviour 12)', async () => {
    const { proxy } = await deployed();
    const { session, wire } = await open(proxy);
    await expect(
      session.authenticate({ user: proxy.user, password: 'wrong' }),
    ).rejects.toMatchObject({ code: 'login-refused', detail: { step: 'password' } });
    await session.authenticate(proxy);
    expect(wire.sent.map((bytes) => bytes.slice(0, 2))).toEqual(['00', '01', '00', '01']);
    await session.quit();
  });

  it('never freezes the server, however it is refused or cancelled (deployed behaviour 13)', async () => {
    const { proxy, log } = await deployed();
    const target = udpTarget(proxy);
    for (const credentials of [
      { user: 'root', password: 'admin' },
      { user: 'admin', password: 'wrong' },
    ])
      await expect(connectClient(target, credentials)).rejects.toMatchObject({
        code: 'login-refused',
      });
    for (const stage of ['transport', 'login']) {
      const controller = new AbortController();
      const attempt = connectClient(target, proxy, {
        signal: controller.signal,
        onStage: (reached) => {
          if (reached === stage) setImmediate(() => controller.abort());
        },
      }).then(({ client }) => client.quit());
      await attempt.catch((error) => expect(error).toMatchObject({ code: 'cancelled' }));
    }
    const { client } = await connectClient(target, proxy);
    await expect(client.getTransformation()).resolves.toBeNull();
    await client.quit();
    expect(log).toEqual([]);
  });

  it('reads a count of connections below zero and marks it (deployed behaviour 14)', async () => {
    const { proxy } = await deployed({ origin: { host: '127.0.0.1', port: 1 } });
    // The deployed server counts a mail client out twice that it refuses.
    const mail = connectTcp(proxy.pop3Port, proxy.host);
    mail.resume();
    await expect.poll(() => proxy.counts().connections).toBe(-1n);
    mail.destroy();
    const { client, wire } = await openLoggedIn(proxy);
    await expect(client.readMetrics()).resolves.toMatchObject({
      connections: -1n,
      implausible: true,
    });
    expect(wire.received[0]).toBe('00022d310000');
    await client.quit();
  });

  it('reads metrics that fell when the proxy restarted, as they are (deployed behaviour 15)', async () => {
    const { proxy } = await deployed();
    const mail = connectTcp(proxy.pop3Port, proxy.host);
    await new Promise((resolve) => mail.once('data', resolve));
    mail.destroy();
    const first = await openLoggedIn(proxy);
    await expect(first.client.readMetrics()).resolves.toMatchObject({ accesses: 1n });
    await first.client.quit();
    await proxy.close();
    const again = await openLoggedIn((await deployed()).proxy);
    await expect(again.client.readMetrics()).resolves.toMatchObject({ accesses: 0n });
    await again.client.quit();
  });

  it('knows the stock credentials by which deployed servers let anybody in, and others do not (deployed behaviour 16)', async () => {
    const { proxy } = await deployed();
    expect([proxy.user, proxy.password]).toEqual(['admin', 'admin']);
    expect(areStock(proxy.user, proxy.password)).toBe(true);
    const { client } = await connectClient(udpTarget(proxy), stockCredentials);
    await client.quit();
    const other = await startReferenceProxy({ name: 'other', port: 9091 });
    proxies.push(other);
    expect(areStock(other.user, other.password)).toBe(false);
    await expect(connectClient(udpTarget(other), stockCredentials)).rejects.toMatchObject({
      code: 'login-refused',
      detail: { step: 'password' },
    });
  });
});
