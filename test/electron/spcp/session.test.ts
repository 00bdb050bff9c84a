import { describe, expect, it } from 'vitest';
import { settle } from '../../support/manual-clock.ts';
import { type Behaviour, hex, loggedIn, silence, steps } from '../../support/scripted-peer.ts';
import { admin, open, openLoggedIn } from './session-rig.ts';

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
