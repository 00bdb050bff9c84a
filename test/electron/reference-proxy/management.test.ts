import { Buffer } from 'node:buffer';
import { afterEach, describe, expect, test } from 'vitest';
import { Counters } from '../../../electron/reference-proxy/counts.ts';
import { managementService } from '../../../electron/reference-proxy/management/service.ts';
import { initialSettings } from '../../../electron/reference-proxy/settings.ts';
import type { Transport } from '../../../electron/transport/transport.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { memoryAssociation } from '../../support/scripted-peer.ts';

const open: Transport[] = [];
afterEach(() => {
  for (const transport of open.splice(0)) transport.abort();
});

/** A management service whose proxy is only counted on, and what was asked of that proxy. */
function service(quirks: boolean) {
  const counters = new Counters({ deployed: quirks });
  const settings = initialSettings();
  const events: string[] = [];
  const serve = managementService(
    {
      counts: () => counters.read(),
      settings,
      crash: () => events.push('crash'),
      freeze: () => events.push('freeze'),
    },
    { user: 'admin', password: 'secret' },
    quirks,
    // Nobody is accepted for having waited: a test that is slow would be another one.
    createManualClock(),
  );
  return { counters, settings, events, connect: () => connect(serve) };
}

/** A client that writes and reads raw bytes, as hexadecimal text. */
function connect(serve: (transport: Transport) => void) {
  const { near, far } = memoryAssociation();
  open.push(near);
  const received: string[] = [];
  let wake = () => {};
  near.onMessage((message) => {
    received.push(hex(message));
    wake();
  });
  serve(far);
  const reply = async (): Promise<string> => {
    while (received.length === 0)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    return received.shift() ?? '';
  };
  const send = (bytes: string) =>
    near.send(Uint8Array.from(Buffer.from(bytes.replaceAll(' ', ''), 'hex')));
  const ask = (bytes: string): Promise<string> => {
    send(bytes);
    return reply();
  };
  /** Whether these bytes lead to no reply: all that was under way is delivered first. */
  const isSilentAfter = async (bytes: string): Promise<boolean> => {
    if (bytes !== '') send(bytes);
    for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve));
    return received.length === 0;
  };
  const login = async () => {
    expect(await ask(user)).toBe('00');
    expect(await ask(pass)).toBe('00');
  };
  return { near, far, send, ask, reply, isSilentAfter, login };
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
}

const ascii = (text: string) => hex(Buffer.from(text, 'ascii'));
const argument = (text: string) => `${hex(Uint8Array.of(text.length))} ${ascii(text)}`;
const user = `00 01 ${argument('admin')}`;
const pass = `01 01 ${argument('secret')}`;
const bufferSize = (text: string) => `06 01 ${argument(text)}`;
const transformation = (text: string) => `07 01 ${argument(text)}`;

describe('the management service, by the documents', () => {
  test('logs in with the right user and password only, and starts again at USER after a wrong password', async () => {
    const session = service(false).connect();
    expect(await session.ask(`00 01 ${argument('root')}`)).toBe('01');
    expect(await session.ask(pass)).toBe('01');
    expect(await session.ask(user)).toBe('00');
    expect(await session.ask(`01 01 ${argument('wrong')}`)).toBe('01');
    expect(await session.ask(pass)).toBe('01');
    await session.login();
    expect(await session.ask(user)).toBe('02');
  });

  test('refuses commands before the login, unknown ones and wrong arguments', async () => {
    const session = service(false).connect();
    expect(await session.ask('02 00')).toBe('01');
    expect(await session.ask('09 00')).toBe('01');
    expect(await session.ask('08 00')).toBe('02');
    expect(await session.ask('00 00')).toBe('03');
    await session.login();
    for (const unknown of ['08 00', '0a 00', 'ff 00'])
      expect(await session.ask(unknown)).toBe('02');
    for (const wrong of [
      '02 01 01 41',
      '06 00',
      '06 01 00',
      '07 01 00',
      '07 02 01 41 01 41',
      '09 01 00',
    ])
      expect(await session.ask(wrong)).toBe('03');
  });

  test('answers metrics from the counts of the proxy', async () => {
    const { counters, connect } = service(false);
    const session = connect();
    await session.login();
    expect(await session.ask('02 00')).toBe('00 01 30');
    counters.opened();
    counters.opened();
    counters.closed('finished');
    counters.moved(1_234_567, 'passed');
    expect(await session.ask('02 00')).toBe('00 01 31');
    expect(await session.ask('03 00')).toBe(`00 07 ${ascii('1234567')}`);
    expect(await session.ask('04 00')).toBe('00 01 32');
  });

  test('sets a transformation of its list, reads it back and clears it', async () => {
    const { settings, connect } = service(false);
    const session = connect();
    await session.login();
    // DATALEN is there though there is no DATA: the authors' own client reads it (deployed behaviour 20).
    expect(await session.ask('05 00')).toBe('00 00');
    expect(await session.ask(transformation('tr a-z A-Z'))).toBe('00');
    expect(await session.ask(transformation('rm -rf /'))).toBe('03');
    expect(await session.ask('05 00')).toBe(`00 0a ${ascii('tr a-z A-Z')}`);
    expect(await session.ask('07 00')).toBe('00');
    expect(await session.ask('05 00')).toBe('00 00');
    expect(settings.transformation).toBeNull();
  });

  test.each([
    ['1', 1],
    ['65536', 65_536],
    ['16777216', 16_777_216],
  ])('accepts a buffer size of %s', async (text, expected) => {
    const { settings, connect } = service(false);
    const session = connect();
    await session.login();
    expect(await session.ask(bufferSize(text))).toBe('00');
    expect(settings.bufferSize).toBe(expected);
  });

  test.each(['0', '-5', '16777217', '99999999999999999999', '12a', ' 12', '1e3'])(
    'refuses a buffer size of %j and keeps the one in force',
    async (text) => {
      const { settings, connect } = service(false);
      const session = connect();
      await session.login();
      expect(await session.ask(bufferSize(text))).toBe('03');
      expect(settings.bufferSize).toBe(initialSettings().bufferSize);
    },
  );

  test('answers every request of a message, and a request in two messages', async () => {
    const session = service(false).connect();
    await session.login();
    expect(await session.ask('02 00 04 00 05')).toBe('00 01 30');
    expect(await session.reply()).toBe('00 01 30');
    expect(await session.ask('00')).toBe('00 00');
  });

  test('answers QUIT and shuts the association down', async () => {
    const session = service(false).connect();
    await session.login();
    expect(await session.ask('09 00')).toBe('00');
    expect(await session.near.ended).toEqual({ reason: 'peer-shutdown' });
  });

  test('keeps sessions apart and settings together', async () => {
    const { connect } = service(false);
    const first = connect();
    const second = connect();
    await first.login();
    expect(await second.ask('02 00')).toBe('01');
    await second.login();
    expect(await first.ask(transformation('cat'))).toBe('00');
    expect(await second.ask('05 00')).toBe(`00 03 ${ascii('cat')}`);
  });
});

describe('the management service, as the deployed server is', () => {
  async function loggedIn() {
    const all = service(true);
    const session = all.connect();
    await session.login();
    return { ...all, session };
  }

  test('leaves two stray bytes after DATA (deployed behaviour 1)', async () => {
    const { session } = await loggedIn();
    expect(await session.ask('02 00')).toBe('00 01 30 00 00');
  });

  test('answers without data in one byte (deployed behaviour 2)', async () => {
    const { session } = await loggedIn();
    expect(await session.ask('07 00')).toBe('00');
    expect(
      await service(true)
        .connect()
        .ask(`00 01 ${argument('root')}`),
    ).toBe('01');
  });

  test('says one NUL for no transformation (deployed behaviour 3)', async () => {
    const { session } = await loggedIn();
    expect(await session.ask('05 00')).toBe('00 01 00 00 00');
    expect(await session.ask(transformation('cat'))).toBe('00');
    expect(await session.ask('05 00')).toBe(`00 03 ${ascii('cat')} 00 00`);
  });

  test.each([
    ['7', '03 00', 7],
    ['64', '00', 64],
    ['many', '00', 0],
    ['-20', '00', -20],
  ])(
    'applies a buffer size of %s and answers %s (deployed behaviour 4)',
    async (text, reply, applied) => {
      const { session, settings } = await loggedIn();
      expect(await session.ask(bufferSize(text))).toBe(reply);
      expect(settings.bufferSize).toBe(applied);
    },
  );

  test('dies of a buffer size request without an argument (deployed behaviour 5)', async () => {
    const { session, events } = await loggedIn();
    expect(await session.isSilentAfter('06 00')).toBe(true);
    expect(events).toEqual(['crash']);
  });

  test('takes the next byte for an argument of length 0 (deployed behaviour 6)', async () => {
    const { session } = await loggedIn();
    expect(await session.isSilentAfter('07 01 00')).toBe(true);
    // The 02 becomes the argument, a command that is not on the list; the 00 after it waits.
    expect(await session.ask('02 00')).toBe('03');
  });

  test('answers only the first of two requests in a message, and is one late from then on (deployed behaviour 7)', async () => {
    const { session, counters } = await loggedIn();
    counters.opened();
    counters.opened();
    counters.closed('cut');
    expect(await session.ask('02 00 04 00')).toBe('00 01 31 00 00');
    expect(await session.isSilentAfter('')).toBe(true);
    expect(await session.ask('05 00')).toBe('00 01 32 00 00');
    expect(await session.ask('02 00')).toBe('00 01 00 00 00');
  });

  test('joins a request that comes in two messages (deployed behaviour 8)', async () => {
    const { session } = await loggedIn();
    expect(await session.isSilentAfter('02')).toBe(true);
    expect(await session.ask('00')).toBe('00 01 30 00 00');
  });

  test.each([
    ['0x08', '08 00'],
    ['0x0A', '0a 00'],
    ['0xFF', 'ff 00'],
    ['USER in the transaction state', user],
    ['PASS in the transaction state', pass],
  ])(
    'shuts the association down at %s without a reply (deployed behaviour 9)',
    async (_, bytes) => {
      const { session } = await loggedIn();
      expect(await session.isSilentAfter(bytes)).toBe(true);
      expect(await session.near.ended).toEqual({ reason: 'peer-shutdown' });
    },
  );

  test('is silent from a third argument on (deployed behaviour 9)', async () => {
    const { session } = await loggedIn();
    expect(await session.isSilentAfter('07 03 01 41 01 41 01 41')).toBe(true);
    expect(await session.isSilentAfter('02 00')).toBe(true);
  });

  test('shuts the association down at QUIT without a reply (deployed behaviour 10)', async () => {
    const { session } = await loggedIn();
    expect(await session.isSilentAfter('09 00')).toBe(true);
    expect(await session.near.ended).toEqual({ reason: 'peer-shutdown' });
  });

  test('refuses what comes before the login, and an unknown name at once (deployed behaviour 11)', async () => {
    const session = service(true).connect();
    for (const bytes of ['02 00', '07 00', '09 00', '08 00'])
      expect(await session.ask(bytes)).toBe('01');
    expect(await session.ask(`00 01 ${argument('root')}`)).toBe('01');
  });

  test('takes a PASS without a USER for a USER (deployed behaviour 12)', async () => {
    const session = service(true).connect();
    expect(await session.ask(`01 01 ${argument('admin')}`)).toBe('00');
    expect(await session.ask(pass)).toBe('00');
    expect(await session.ask('02 00')).toBe('00 01 30 00 00');
  });

  test('freezes when an association is aborted before it is accepted, and aborts the 21st that waits then (deployed behaviour 13)', async () => {
    const { session, events, connect } = await loggedIn();
    const hasty = connect();
    hasty.near.abort();
    await expect.poll(() => events).toEqual(['freeze']);
    expect(await session.isSilentAfter('02 00')).toBe(true);
    const waiting = Array.from({ length: 20 }, connect);
    expect(await waiting[0]?.isSilentAfter(user)).toBe(true);
    expect(await connect().near.ended).toEqual({ reason: 'peer-abort' });
  });

  test('does not freeze when an association is aborted after its first request (deployed behaviour 13)', async () => {
    const { session, events, connect } = await loggedIn();
    const other = connect();
    await other.login();
    other.near.abort();
    await other.far.ended;
    expect(await session.ask('02 00')).toBe('00 01 30 00 00');
    expect(events).toEqual([]);
  });

  test('prints a count of connections below zero (deployed behaviour 14)', async () => {
    const { session, counters } = await loggedIn();
    counters.opened();
    counters.closed('refused');
    expect(await session.ask('02 00')).toBe('00 02 2d 31 00 00');
  });

  test.each([
    ['a read with an argument, as without', '02 01 01 61', '00 01 30 00 00'],
    ['a read with two, as without', '05 02 01 61 01 62', '00 01 00 00 00'],
    ['a buffer size of no length, as invalid', '06 01 00', '03'],
  ])('answers %s (deployed behaviour 18)', async (_, bytes, reply) => {
    const { session } = await loggedIn();
    expect(await session.ask(bytes)).toBe(reply);
    expect(await session.ask('02 00')).toBe('00 01 30 00 00');
  });

  test('applies the first of two arguments (deployed behaviour 18)', async () => {
    const { session, settings } = await loggedIn();
    expect(await session.ask(`06 02 ${argument('64')} ${argument('128')}`)).toBe('00');
    expect(await session.ask(`07 02 ${argument('cat')} ${argument('tac')}`)).toBe('00');
    expect(settings).toEqual({ bufferSize: 64, transformation: 'cat' });
  });

  test('keeps the buffer size at one of no length (deployed behaviour 18)', async () => {
    const { session, settings } = await loggedIn();
    expect(await session.ask('06 01 00')).toBe('03');
    expect(settings.bufferSize).toBe(initialSettings().bufferSize);
  });

  test('refuses USER and PASS without an argument as wrong ones (deployed behaviour 18)', async () => {
    const session = service(true).connect();
    expect(await session.ask('00 00')).toBe('01');
    expect(await session.ask(user)).toBe('00');
    expect(await session.ask('01 00')).toBe('01');
    expect(await session.ask('02 00')).toBe('01');
  });

  test('gives a reply without a transformation its DATALEN (deployed behaviour 20)', async () => {
    const { session } = await loggedIn();
    const [, length, ...rest] = (await session.ask('05 00')).split(' ');
    expect(rest.length).toBeGreaterThanOrEqual(Number(length));
  });
});
