import { describe, expect, it } from 'vitest';
import { SpcpClient } from '../../../electron/spcp/client.ts';
import { Session, type SessionOptions } from '../../../electron/spcp/session.ts';
import type { Framing } from '../../../electron/transport/transport.ts';
import { createManualClock, settle } from '../../support/manual-clock.ts';
import {
  type Behaviour,
  endlessData,
  hex,
  loggedIn,
  oneByteAtATime,
  scriptedPeer,
  silence,
  steps,
} from '../../support/scripted-peer.ts';

const admin = { user: 'admin', password: 'secret' };

function open(behaviour: Behaviour, framing: Framing = 'message', options: SessionOptions = {}) {
  const clock = createManualClock();
  const { transport, far } = scriptedPeer(behaviour, framing);
  const session = new Session(transport, { clock, ...options });
  return { clock, session, far, client: new SpcpClient(session) };
}

async function openLoggedIn(behaviour: Behaviour, framing: Framing = 'message') {
  const opened = open(behaviour, framing);
  const login = opened.session.authenticate(admin);
  await opened.clock.advance(50);
  await login;
  return opened;
}

describe('logging in', () => {
  it('sends USER first and PASS only after USER was accepted', async () => {
    const requests: Uint8Array[] = [];
    const { session } = open(steps([['00'], ['00']], requests));
    await session.authenticate(admin);
    expect(requests.map((bytes) => bytes[0])).toEqual([0x00, 0x01]);
  });

  it('says that the user is not known and keeps the password to itself', async () => {
    const requests: Uint8Array[] = [];
    const { session } = open(steps([['01']], requests));
    await expect(session.authenticate(admin)).rejects.toMatchObject({
      code: 'login-refused',
      detail: { step: 'user' },
    });
    await settle();
    expect(requests).toHaveLength(1);
  });

  it('says that the password was refused', async () => {
    const { session } = open(steps([['00'], ['01 00']]));
    await expect(session.authenticate(admin)).rejects.toMatchObject({
      code: 'login-refused',
      detail: { step: 'password' },
    });
  });

  it('starts with USER again after a refused password', async () => {
    const requests: Uint8Array[] = [];
    const { session } = open(steps([['00'], ['01'], ['00'], ['00']], requests));
    await expect(session.authenticate(admin)).rejects.toThrow();
    await session.authenticate(admin);
    expect(requests.map((bytes) => bytes[0])).toEqual([0x00, 0x01, 0x00, 0x01]);
  });

  it('refuses a request before login without sending it', async () => {
    const requests: Uint8Array[] = [];
    const { session } = open(steps([], requests));
    await expect(session.request('transferredBytes')).rejects.toThrow('not legal');
    expect(requests).toHaveLength(0);
  });

  it('never shows a reply to PASS, which may echo the password', async () => {
    const { session } = open(steps([['00'], ['ff 73 65 63 72 65 74']]));
    const error = await session.authenticate(admin).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'protocol-error', detail: { bytes: null, length: 7 } });
    expect(JSON.stringify(error)).not.toContain('secret');
  });
});

describe.each(['message', 'stream'] as const)(
  'a peer over %s framing that sends back what it gets',
  (framing) => {
    const echoes: readonly [string, Behaviour][] = [
      ['at once', (peer) => peer.onMessage((message) => peer.send(message))],
      ...(framing === 'stream'
        ? ([
            [
              'a byte at a time',
              (peer) =>
                peer.onMessage((message) => {
                  for (const byte of message) peer.send(Uint8Array.of(byte));
                }),
            ],
            [
              'so late that PASS is out before the rest of the USER',
              (peer) => {
                const held: Uint8Array[] = [];
                peer.onMessage((message) => {
                  held.push(message);
                  if (held.length === 1) peer.send(message.subarray(0, 1));
                  else peer.send(Buffer.concat(held).subarray(1));
                });
              },
            ],
          ] satisfies [string, Behaviour][])
        : []),
      [
        'only after a true reply to USER',
        (peer) => {
          let first = true;
          peer.onMessage((message) => {
            peer.send(first ? hex('00') : message);
            first = false;
          });
        },
      ],
    ];

    it.each(echoes)('is no proxy that refused the password: %s', async (_title, behaviour) => {
      const { session, clock } = open(behaviour, framing);
      const login = session.authenticate(admin).catch((error: unknown) => error);
      await clock.advance(50);
      const error = await login;
      expect(error).toMatchObject({ code: 'protocol-error', detail: { rule: 'echo' } });
      expect(JSON.stringify(error)).not.toContain('secret');
      expect(JSON.stringify(error)).not.toContain('73 65 63');
      await expect(session.ended).resolves.toMatchObject({ reason: 'closed' });
    });

    it('is not sent the password where it shows at once', async () => {
      const requests: Uint8Array[] = [];
      const { session, clock } = open((peer) => {
        peer.onMessage((message) => {
          requests.push(message);
          peer.send(message);
        });
      }, framing);
      const login = session.authenticate(admin).catch((error: unknown) => error);
      await clock.advance(50);
      await login;
      expect(requests.map(([command]) => command)).toEqual([0x00]);
    });
  },
);

describe.each(['message', 'stream'] as const)('reading over %s framing', (framing) => {
  it('takes a reply for one although its bytes are those of the request', async () => {
    const { session } = await openLoggedIn(loggedIn([['02 00'], ['03 00']]), framing);
    // An error STATUS with an empty DATA.
    await expect(session.request('concurrentConnections')).rejects.toMatchObject({
      code: 'server-error',
      detail: { status: 'invalidCommand' },
    });
  });

  it('drops two stray bytes after the data, and the next reply is still the right one', async () => {
    const { client, clock } = await openLoggedIn(
      loggedIn([['00 01 30 00 00'], ['00 02 31 32 00 00'], ['00 01 33 00 00']]),
      framing,
    );
    const reading = client.readMetrics();
    await clock.advance(100);
    await expect(reading).resolves.toMatchObject({
      connections: 0n,
      transferredBytes: 12n,
      accesses: 3n,
      implausible: false,
    });
  });

  it('accepts a lone status byte', async () => {
    const { client } = await openLoggedIn(loggedIn([['00']]), framing);
    await expect(client.setBufferSize(4096)).resolves.toBeUndefined();
  });

  it('takes a lone NUL, and no data at all, for no transformation', async () => {
    const { client, clock } = await openLoggedIn(
      loggedIn([['00 01 00 00 00'], ['00 00']]),
      framing,
    );
    await expect(client.getTransformation()).resolves.toBeNull();
    const again = client.getTransformation();
    await clock.advance(100);
    await expect(again).resolves.toBeNull();
  });

  it('answers an error status as an error of the server and goes on', async () => {
    const { client, clock } = await openLoggedIn(loggedIn([['03 00'], ['00 01 61']]), framing);
    await expect(client.setTransformation('cat')).rejects.toMatchObject({
      code: 'server-error',
      detail: { status: 'invalidArguments', command: 'changeTransformation' },
    });
    const next = client.getTransformation();
    await clock.advance(100);
    await expect(next).resolves.toBe('a');
  });

  it('ends the session when a counter is no number', async () => {
    const { client, session } = await openLoggedIn(loggedIn([['00 01 78']]), framing);
    await expect(client.readMetrics()).rejects.toMatchObject({
      code: 'protocol-error',
      detail: { command: 'concurrentConnections', rule: 'not-a-number', bytes: '\\x00\\x01x' },
    });
    await expect(session.ended).resolves.toEqual({ reason: 'closed' });
  });

  it('ends the session on a status that does not exist', async () => {
    const { client } = await openLoggedIn(loggedIn([['48 54 54 50']]), framing);
    await expect(client.getTransformation()).rejects.toMatchObject({
      code: 'protocol-error',
      detail: { rule: 'unknown-status', bytes: 'HTTP' },
    });
    expect(client.failure).toMatchObject({ code: 'protocol-error' });
  });

  it('marks a count of connections below zero as implausible', async () => {
    const { client, clock } = await openLoggedIn(
      loggedIn([['00 02 2d 31 00 00'], ['00 01 30 00 00'], ['00 01 30 00 00']]),
      framing,
    );
    const reading = client.readMetrics();
    await clock.advance(100);
    await expect(reading).resolves.toMatchObject({ connections: -1n, implausible: true });
  });

  it('ends the session when a reply does not come in time, and refuses every later request', async () => {
    const { client, clock, session } = await openLoggedIn(loggedIn([]), framing);
    const asked = expect(client.getTransformation()).rejects.toMatchObject({
      code: 'reply-timeout',
      detail: { command: 'activeTransformation', timeoutMs: 5000 },
    });
    const queued = expect(client.readMetrics()).rejects.toMatchObject({ code: 'reply-timeout' });
    await clock.advance(4999);
    expect(client.failure).toBeNull();
    await clock.advance(1);
    await asked;
    await queued;
    await expect(session.ended).resolves.toEqual({ reason: 'closed' });
    await expect(client.getTransformation()).rejects.toMatchObject({ code: 'reply-timeout' });
    expect(clock.timers).toBe(0);
  });

  it('does not take a late reply for the answer to anything', async () => {
    const { client, clock, far } = await openLoggedIn(loggedIn([]), framing);
    const asked = expect(client.getTransformation()).rejects.toMatchObject({
      code: 'reply-timeout',
    });
    await clock.advance(5000);
    await asked;
    far.send(hex('00 01 61'));
    await settle();
    expect(client.failure).toMatchObject({ code: 'reply-timeout' });
  });

  it('ends the session on a megabyte of reply', async () => {
    const { client } = await openLoggedIn(
      loggedIn([(peer) => peer.send(new Uint8Array(1_048_576))]),
      framing,
    );
    await expect(client.getTransformation()).rejects.toMatchObject({
      code: 'protocol-error',
      detail: { rule: 'trailing-bytes', length: 1_048_576 },
    });
  });

  it('ends the session on endless data', async () => {
    const { session: flooded } = open(endlessData, framing);
    await expect(flooded.ended).resolves.toEqual({ reason: 'closed' });
    expect(flooded.failure).toMatchObject({ code: 'protocol-error' });
  });

  it('says that the association was lost when the peer closes in the middle', async () => {
    const { client, clock } = await openLoggedIn(loggedIn([(peer) => void peer.close()]), framing);
    await expect(client.getTransformation()).rejects.toMatchObject({
      code: 'association-lost',
      detail: { reason: 'peer-shutdown' },
    });
    expect(clock.timers).toBe(0);
  });

  it('says that the association was lost when the peer aborts', async () => {
    const { client } = await openLoggedIn(loggedIn([(peer) => peer.abort()]), framing);
    await expect(client.getTransformation()).rejects.toMatchObject({
      code: 'association-lost',
      detail: { reason: 'peer-abort' },
    });
    await expect(client.getTransformation()).rejects.toMatchObject({ code: 'association-lost' });
  });
});

describe('keeping one request in flight', () => {
  it('sends each request as one message, and the next only after the reply', async () => {
    const requests: Uint8Array[] = [];
    const { client, far } = await openLoggedIn(loggedIn([], requests));
    const first = client.getTransformation();
    const second = client.setBufferSize(512);
    await settle();
    expect(requests.slice(2)).toEqual([hex('05 00')]);
    far.send(hex('00 01 00 00 00'));
    await first;
    await settle();
    expect(requests.slice(3)).toEqual([hex('06 01 03 35 31 32')]);
    far.send(hex('00'));
    await second;
  });

  it('takes a reply to nothing as the end of trust, and ends the session', async () => {
    const { session, far } = await openLoggedIn(loggedIn([]));
    far.send(hex('00'));
    await expect(session.ended).resolves.toEqual({ reason: 'closed' });
    expect(session.failure).toMatchObject({
      code: 'protocol-error',
      detail: { command: null, rule: 'unsolicited' },
    });
  });

  it('ends the session when DATALEN promises more than came', async () => {
    const { client } = await openLoggedIn(loggedIn([['00 05 31']]));
    await expect(client.readMetrics()).rejects.toMatchObject({
      code: 'protocol-error',
      detail: { rule: 'truncated' },
    });
  });

  it('waits for the rest on a stream when DATALEN promises more than came, and times out', async () => {
    const { client, clock } = await openLoggedIn(loggedIn([['00 05 31']]), 'stream');
    const asked = expect(client.readMetrics()).rejects.toMatchObject({ code: 'reply-timeout' });
    await clock.advance(5000);
    await asked;
  });

  it('reads a stream that comes one byte at a time, stray bytes included', async () => {
    const reply = (text: string) => (peer: Parameters<Behaviour>[0]) => oneByteAtATime(peer, text);
    const { client, clock } = await openLoggedIn(
      loggedIn([reply('00 01 30 00 00'), reply('00 02 31 32 00 00'), reply('00 01 33 00 00')]),
      'stream',
    );
    const reading = client.readMetrics();
    await clock.advance(100);
    await expect(reading).resolves.toMatchObject({ transferredBytes: 12n, accesses: 3n });
  });
});

describe('what is never sent', () => {
  it.each([0, 5, -4096, 1.5, Number.NaN, 1e21])('a buffer size of %s', async (bytes) => {
    const requests: Uint8Array[] = [];
    const { client } = await openLoggedIn(loggedIn([], requests));
    await expect(client.setBufferSize(bytes)).rejects.toMatchObject({ code: 'invalid-input' });
    await settle();
    expect(requests).toHaveLength(2);
  });

  it('set buffer size without an argument, which would kill the server', async () => {
    const requests: Uint8Array[] = [];
    const { session } = await openLoggedIn(loggedIn([], requests));
    await expect(session.request('setBufferSize')).rejects.toMatchObject({ code: 'invalid-input' });
    await settle();
    expect(requests).toHaveLength(2);
  });

  it('an empty transformation: switching off is a request without arguments', async () => {
    const requests: Uint8Array[] = [];
    const { client } = await openLoggedIn(loggedIn([['00']], requests));
    await expect(client.setTransformation('')).rejects.toMatchObject({ code: 'invalid-input' });
    await client.setTransformation(null);
    expect(requests.slice(2)).toEqual([hex('07 00')]);
  });

  it('text that is not printable ASCII, or longer than 255 bytes', async () => {
    const { client } = await openLoggedIn(loggedIn([]));
    await expect(client.setTransformation('ñ')).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(client.setTransformation('x'.repeat(256))).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });

  it('a second login in the transaction state, which would silence the server', async () => {
    const requests: Uint8Array[] = [];
    const { session } = await openLoggedIn(loggedIn([], requests));
    await expect(session.authenticate(admin)).rejects.toThrow('not legal');
    expect(requests).toHaveLength(2);
  });
});

describe('ending', () => {
  it.each([
    ['an OK reply', (peer) => peer.send(hex('00')), 'closed'],
    ['an orderly shutdown without a reply', (peer) => void peer.close(), 'peer-shutdown'],
    [
      'both',
      (peer) => {
        peer.send(hex('00'));
        void peer.close();
      },
      null,
    ],
    ['an error status', (peer) => peer.send(hex('02')), 'closed'],
  ] as [string, Behaviour, string | null][])('takes %s to QUIT', async (_title, answer, reason) => {
    const requests: Uint8Array[] = [];
    const { session, clock } = await openLoggedIn(loggedIn([answer], requests));
    const end = await session.quit();
    expect(requests[2]).toEqual(hex('09 00'));
    if (reason !== null) expect(end.reason).toBe(reason);
    expect(session.failure).toBeNull();
    expect(clock.timers).toBe(0);
  });

  it('aborts a peer that answers nothing to QUIT, in bounded time', async () => {
    const { session, clock, far } = await openLoggedIn(loggedIn([]));
    const quit = session.quit();
    await clock.advance(3000);
    await quit;
    await expect(far.ended).resolves.toEqual({ reason: 'peer-abort' });
    expect(clock.timers).toBe(0);
  });

  it('sends no QUIT before login, since it is not legal there', async () => {
    const requests: Uint8Array[] = [];
    const { session } = open(steps([], requests));
    await session.quit();
    expect(requests).toHaveLength(0);
  });

  it('lets the request in flight finish, and refuses those behind it', async () => {
    const { client, far, session } = await openLoggedIn(loggedIn([]));
    const first = client.getTransformation();
    const second = expect(client.getTransformation()).rejects.toMatchObject({ code: 'cancelled' });
    const quit = session.quit();
    await second;
    far.send(hex('00 01 61'));
    await expect(first).resolves.toBe('a');
    await settle();
    far.send(hex('00'));
    await quit;
    await expect(client.getTransformation()).rejects.toMatchObject({ code: 'not-connected' });
  });

  it('quits once however often it is asked', async () => {
    const requests: Uint8Array[] = [];
    const { session } = await openLoggedIn(loggedIn([['00']], requests));
    await Promise.all([session.quit(), session.quit()]);
    await session.quit();
    expect(requests).toHaveLength(3);
  });
});

describe('cancelling', () => {
  it('ends in order, without abort, when a request is in flight', async () => {
    const controller = new AbortController();
    const { session, far } = open(silence, 'message', { signal: controller.signal });
    const login = expect(session.authenticate(admin)).rejects.toMatchObject({ code: 'cancelled' });
    await settle();
    controller.abort();
    await login;
    await expect(far.ended).resolves.toEqual({ reason: 'peer-shutdown' });
  });

  it('sends QUIT when it is idle', async () => {
    const controller = new AbortController();
    const requests: Uint8Array[] = [];
    const { session } = open(loggedIn([['00']], requests), 'message', {
      signal: controller.signal,
    });
    await session.authenticate(admin);
    controller.abort();
    await session.ended;
    expect(requests[2]).toEqual(hex('09 00'));
  });

  it('ends at once when it is cancelled before it starts', async () => {
    const { session } = open(silence, 'message', { signal: AbortSignal.abort() });
    await expect(session.authenticate(admin)).rejects.toMatchObject({ code: 'cancelled' });
    await expect(session.ended).resolves.toEqual({ reason: 'closed' });
  });
});
