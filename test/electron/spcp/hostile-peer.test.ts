import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { connectClient, SpcpClient } from '../../../electron/spcp/client.ts';
import { Session } from '../../../electron/spcp/session.ts';
import type { Framing, Transport } from '../../../electron/transport/transport.ts';
import { AppError } from '../../../shared/errors.ts';
import { createManualClock, settle } from '../../support/manual-clock.ts';
import { hex, loggedIn, scriptedPeer } from '../../support/scripted-peer.ts';
import { createUdpPeers } from '../../support/udp-peers.ts';

const admin = { user: 'admin', password: 'secret' };
const { listen, close } = createUdpPeers();
afterEach(close);

async function openLoggedIn(reply: (peer: Transport) => void, framing: Framing = 'message') {
  const clock = createManualClock();
  const { transport, far } = scriptedPeer(loggedIn([reply]), framing);
  const session = new Session(transport, { clock });
  const login = session.authenticate(admin);
  await clock.advance(50);
  await login;
  return { clock, session, far, client: new SpcpClient(session) };
}

/** What comes of asking for the transformation when these bytes are the reply. */
async function outcomeOf(bytes: Uint8Array, framing: Framing = 'message'): Promise<unknown> {
  const { client, clock } = await openLoggedIn((peer) => peer.send(bytes), framing);
  const asked = client.getTransformation().then(
    (value) => ({ value }),
    (error: unknown) => error,
  );
  await clock.advance(6000);
  return asked;
}

/** Printable ASCII, as all that comes from a peer is shown, between quotation marks of ours. */
const ours = /^[ -~“”]+$/;

describe('a peer that sends any reply', () => {
  it('of any length gets it read, or the session ends and says why', async () => {
    for (let length = 0; length <= 300; length++) {
      const bytes = new Uint8Array(length);
      bytes.fill(0x61, 2);
      if (length > 1) bytes[1] = Math.min(255, length - 2);
      const outcome = await outcomeOf(bytes);
      if (length === 0) expect(outcome).toMatchObject({ code: 'protocol-error' });
      else if (length <= 2) expect(outcome).toEqual({ value: null });
      else expect(outcome).toEqual({ value: 'a'.repeat(Math.min(255, length - 2)) });
    }
  });

  it.each(['message', 'stream'] as const)(
    'never brings about anything but an answer or an error that says what to do, over %s framing',
    async (framing) => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (bytes) => {
          const outcome = await outcomeOf(bytes, framing);
          if (!(outcome instanceof AppError)) {
            expect(outcome).toHaveProperty('value');
            return;
          }
          expect(['protocol-error', 'server-error', 'reply-timeout']).toContain(outcome.code);
          expect(outcome.detail).toMatchObject({ command: 'activeTransformation' });
          expect(outcome.message).toMatch(ours);
          expect(JSON.stringify(outcome.toValue())).toMatch(ours);
        }),
        { numRuns: 150 },
      );
    },
  );

  it.each([
    ['no number', '00 04 6d 61 6e 79', 'not-a-number', '\\x00\\x04many'],
    ['nothing', '00 00', 'not-a-number', '\\x00\\x00'],
    ['OK alone', '00', 'not-a-number', '\\x00'],
    ['two signs', '00 03 2d 2d 31', 'not-a-number', '\\x00\\x03--1'],
    [
      'one more than 64 bits hold',
      `00 14 ${Buffer.from('18446744073709551616').toString('hex')}`,
      'out-of-range',
      '\\x00\\x1418446744073709551616',
    ],
    [
      'a number with an escape sequence',
      '00 05 1b 5b 32 4a 31',
      'not-a-number',
      '\\x00\\x05\\x1b[2J1',
    ],
    ['bytes beyond ASCII', '00 02 ff fe', 'not-a-number', '\\x00\\x02\\xff\\xfe'],
  ])(
    'that is %s for a metric is named with command, bytes and rule',
    async (_title, reply, rule, bytes) => {
      const { client, clock } = await openLoggedIn((peer) => peer.send(hex(reply)));
      const asked = client.readMetrics().catch((error: unknown) => error);
      await clock.advance(10);
      const error = await asked;
      expect(error).toMatchObject({
        code: 'protocol-error',
        detail: { command: 'concurrentConnections', rule, bytes },
      });
      expect((error as AppError).message).toContain('“concurrent connections”');
      expect((error as AppError).message).toMatch(ours);
    },
  );

  it.each([
    ['with a sign', '00 02 2b 37', 7n],
    ['below zero', '00 02 2d 37', -7n],
    [
      'of twenty digits',
      `00 14 ${Buffer.from('18446744073709551615').toString('hex')}`,
      18_446_744_073_709_551_615n,
    ],
    ['with zeros before it', '00 03 30 30 37', 7n],
  ])('that is a number %s is read', async (_title, reply, value) => {
    const { session, clock } = await openLoggedIn((peer) => peer.send(hex(reply)));
    const asked = session.request('transferredBytes');
    await clock.advance(10);
    await expect(asked).resolves.toMatchObject({ value });
  });

  it('shows no more than the start of a long bad reply', async () => {
    const outcome = await outcomeOf(new Uint8Array(100_000).fill(0xee));
    expect(outcome).toMatchObject({ code: 'protocol-error', detail: { length: 100_000 } });
    expect(JSON.stringify((outcome as AppError).toValue()).length).toBeLessThan(1000);
  });
});

describe('a peer that takes its time', () => {
  it('of one byte a second is not waited for beyond the time for one reply', async () => {
    const clock = createManualClock();
    const { transport, far } = scriptedPeer(
      loggedIn([
        (peer) => {
          const bytes = [...hex('00 14'), ...new Uint8Array(20).fill(0x31)];
          bytes.forEach((byte, second) => {
            clock.after(1000 * second, () => peer.send(Uint8Array.of(byte)));
          });
        },
      ]),
      'stream',
    );
    const session = new Session(transport, { clock });
    const login = session.authenticate(admin);
    await clock.advance(50);
    await login;
    const asked = expect(session.request('transferredBytes')).rejects.toMatchObject({
      code: 'reply-timeout',
      detail: { command: 'transferredBytes' },
    });
    await clock.advance(4990);
    expect(session.failure).toBeNull();
    await clock.advance(20);
    await asked;
    await expect(far.ended).resolves.toEqual({ reason: 'peer-shutdown' });
  });

  it('and replies after it cannot be taken for the answer to anything, on this session or the next', async () => {
    const { client, clock, far, session } = await openLoggedIn(() => {});
    const asked = expect(client.getTransformation()).rejects.toMatchObject({
      code: 'reply-timeout',
    });
    await clock.advance(5000);
    await asked;
    far.send(hex('00 03 63 61 74'));
    await settle();
    await expect(client.getTransformation()).rejects.toMatchObject({ code: 'reply-timeout' });
    expect(session.failure).toMatchObject({ code: 'reply-timeout' });
  });
});

describe('a peer in UDP that sends too much', () => {
  const meet = async (behaviour: (peer: Transport) => void, timeoutMs: number) => {
    const { server, target } = await listen({ onAssociation: loggedIn([behaviour]) });
    const { client } = await connectClient(
      { host: target.host, port: target.port, transport: 'udp', udpPort: target.udpPort },
      admin,
      { timeoutMs },
    );
    return { server, client };
  };

  it('of a megabyte in one message ends the session in bounded time and memory', async () => {
    const { server, client } = await meet((peer) => peer.send(new Uint8Array(1_048_576)), 1500);
    const before = process.memoryUsage().rss;
    await expect(client.getTransformation()).rejects.toMatchObject({
      code: expect.stringMatching(/^(protocol-error|reply-timeout|association-lost)$/),
    });
    await client.ended;
    await expect.poll(() => server.associations).toBe(0);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1_048_576);
  });

  it('of a thousand replies to one request ends the session at the second', async () => {
    const { server, client } = await meet((peer) => {
      for (let i = 0; i < 1000; i++) peer.send(hex('00 01 30 00 00'));
    }, 10_000);
    await client.getTransformation().catch(() => {});
    await client.ended;
    expect(client.failure).toMatchObject({
      code: 'protocol-error',
      detail: { command: null, rule: 'unsolicited', bytes: '\\x00\\x010\\x00\\x00' },
    });
    await expect.poll(() => server.associations).toBe(0);
  });
});
