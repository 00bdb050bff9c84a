import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import { connect as connectTcp, createServer, type Socket } from 'node:net';
import Pop3Command from 'node-pop3';
import { afterEach, describe, expect, test } from 'vitest';
import { Counters } from '../../../electron/reference-proxy/counts.ts';
import { Pop3Client } from '../../../electron/reference-proxy/mail-clients/pop3-client.ts';
import { startOrigin } from '../../../electron/reference-proxy/origin/origin.ts';
import { sampleMails } from '../../../electron/reference-proxy/origin/sample-mails.ts';
import { listenTcp } from '../../../electron/reference-proxy/pop3/listen-tcp.ts';
import { startRelay } from '../../../electron/reference-proxy/relay/relay.ts';
import { initialSettings, type ProxySettings } from '../../../electron/reference-proxy/settings.ts';
import { runScripted } from '../../support/pop3-session.ts';

const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function startedRelay(
  setup: {
    settings?: Partial<ProxySettings>;
    origin?: { host: string; port: number };
    idleTimeoutMs?: number;
    /** Counts as the deployed server does. */
    deployed?: boolean;
  } = {},
) {
  const ownOrigin = setup.origin ? null : await startOrigin();
  if (ownOrigin) cleanups.push(ownOrigin.close);
  const counters = new Counters({ deployed: setup.deployed ?? false });
  const settings = { ...initialSettings(), ...setup.settings };
  const logged: string[] = [];
  const relay = await startRelay({
    host: '127.0.0.1',
    port: 0,
    origin: setup.origin ?? ownOrigin ?? { host: '', port: 0 },
    settings,
    counters,
    log: (line) => logged.push(line),
    ...(setup.idleTimeoutMs === undefined ? {} : { idleTimeoutMs: setup.idleTimeoutMs }),
  });
  cleanups.push(relay.close);
  return { relay, counters, settings, logged };
}

/** An origin that greets, then does what the test says with each socket. */
async function oddOrigin(serve: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    serve(socket);
  });
  const address = await listenTcp(server, '127.0.0.1', 0);
  cleanups.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return address;
}

async function loggedIn(relay: { host: string; port: number }): Promise<Pop3Client> {
  const client = new Pop3Client(relay);
  cleanups.push(() => client.destroy());
  await client.greeting();
  await client.command('USER reader');
  expect((await client.command('PASS secret')).ok).toBe(true);
  return client;
}

const mailText = (index: number) => sampleMails[index]?.bytes.toString('utf8') ?? '';

describe('the POP3 relay', () => {
  test('serves a real POP3 client all the commands it knows', async () => {
    const { relay } = await startedRelay();
    const pop3 = new Pop3Command({
      host: relay.host,
      port: relay.port,
      user: 'reader',
      password: 'secret',
    });
    const sizes = sampleMails.map((mail, index) => [String(index + 1), String(mail.bytes.length)]);
    expect(await pop3.LIST()).toEqual(sizes);
    expect(await pop3.UIDL()).toEqual(
      sampleMails.map((mail, index) => [String(index + 1), mail.uid]),
    );
    expect(await pop3.STAT()).toBe(
      `${sampleMails.length} ${sampleMails.reduce((sum, mail) => sum + mail.bytes.length, 0)}`,
    );
    expect(await pop3.RETR(4)).toBe(mailText(3).trimEnd());
    expect((await pop3.TOP(1, 1)).split('\r\n').at(-1)).toMatch(/^This mail comes/);
    await pop3.DELE(1);
    expect(await pop3.LIST()).toHaveLength(3);
    await pop3.RSET();
    expect(await pop3.LIST()).toHaveLength(4);
    await pop3.NOOP();
    expect(await pop3.QUIT()).toContain('bye');
  });

  test('keeps lines that begin with dots as they are', async () => {
    const { relay } = await startedRelay();
    const client = await loggedIn(relay);
    expect((await client.command('RETR 2', true)).body?.toString()).toBe(mailText(1));
  });

  test('answers pipelined commands one by one and in order', async () => {
    const { relay } = await startedRelay({ settings: { transformation: 'cat' } });
    const answers = await runScripted(
      relay,
      'USER a\r\nPASS b\r\nSTAT\r\nRETR 1\r\nNOPE\r\nRETR 99\r\nLIST 2\r\nDELE 1\r\nRSET\r\nNOOP\r\nQUIT\r\n',
    );
    const statusLines = answers.split('\r\n').filter((line) => /^(\+OK|-ERR)/.test(line));
    expect(statusLines.map((line) => line.split(' ')[0])).toEqual([
      '+OK',
      '+OK',
      '+OK',
      '+OK',
      '+OK',
      '-ERR',
      '-ERR',
      '+OK',
      '+OK',
      '+OK',
      '+OK',
      '+OK',
    ]);
    expect(answers.endsWith('+OK bye\r\n')).toBe(true);
  });

  test('offers only the capabilities that it passes on, and pipelining', async () => {
    const origin = await oddOrigin((socket) => {
      socket.write('+OK hello\r\n');
      socket.on('data', () =>
        socket.write('+OK\r\nSTLS\r\nSASL PLAIN\r\nTOP\r\nUIDL\r\nUSER\r\n.\r\n'),
      );
    });
    const { relay } = await startedRelay({ origin });
    const client = new Pop3Client(relay);
    cleanups.push(() => client.destroy());
    await client.greeting();
    expect((await client.command('CAPA', true)).body?.toString()).toBe(
      'TOP\r\nUIDL\r\nUSER\r\nPIPELINING\r\n',
    );
  });

  test.each([
    ['tr a-z A-Z', (text: string) => text.replace(/[a-z]/g, (c) => c.toUpperCase())],
    ['cat', (text: string) => text],
    ["sed 's/^/> /'", (text: string) => text.replace(/^(?=.|\r\n.)/gm, '> ')],
  ] as const)('hands out each mail through %s', async (transformation, expected) => {
    const { relay, counters } = await startedRelay({ settings: { transformation } });
    const client = await loggedIn(relay);
    for (const index of [0, 1]) {
      const { body } = await client.command(`RETR ${index + 1}`, true);
      const lines = (text: string) => text.split('\r\n').map((line) => line.trimEnd());
      expect(lines(body?.toString() ?? '')).toEqual(lines(expected(mailText(index))));
    }
    expect(counters.read().transformedMails).toBe(2n);
  });

  test('transforms the mails fetched after the change, on a connection opened before it', async () => {
    const { relay, settings } = await startedRelay();
    const client = await loggedIn(relay);
    expect((await client.command('RETR 1', true)).body?.toString()).toBe(mailText(0));
    settings.transformation = 'tr a-z A-Z';
    expect((await client.command('RETR 1', true)).body?.toString()).toContain('SAMPLE MAILBOX');
    settings.transformation = null;
    expect((await client.command('RETR 1', true)).body?.toString()).toBe(mailText(0));
  });

  test('hands the mail out as it is when its transformation fails, and counts and logs that', async () => {
    const { relay, counters, logged } = await startedRelay({
      settings: { transformation: 'false' },
    });
    const client = await loggedIn(relay);
    expect((await client.command('RETR 2', true)).body?.toString()).toBe(mailText(1));
    expect(counters.read()).toMatchObject({ transformedMails: 0n, failedTransformations: 1n });
    expect(logged.join()).toContain('false ended with exit code 1');
  });

  test('never runs a command that is not on its list', async () => {
    const { relay } = await startedRelay({ settings: { transformation: 'cat; touch /tmp/x' } });
    const client = await loggedIn(relay);
    expect((await client.command('RETR 1', true)).body?.toString()).toBe(mailText(0));
  });

  test.each([1, 10, 4096])(
    'hands out whole mails with and without transformation through a buffer of %i octets',
    async (bufferSize) => {
      const { relay, settings } = await startedRelay({ settings: { bufferSize } });
      const client = await loggedIn(relay);
      expect((await client.command('RETR 2', true)).body?.toString()).toBe(mailText(1));
      settings.transformation = 'cat';
      expect((await client.command('RETR 3', true)).body?.toString()).toBe(mailText(2));
    },
  );

  test('allocates the buffer size in force when a connection opens, and frees it when it closes', async () => {
    const { relay, counters, settings } = await startedRelay({ settings: { bufferSize: 1000 } });
    const first = await loggedIn(relay);
    expect(counters.read().bufferBytes).toBe(1000n);
    settings.bufferSize = 50_000;
    expect(counters.read().bufferBytes).toBe(1000n);
    const second = await loggedIn(relay);
    expect(counters.read().bufferBytes).toBe(51_000n);
    first.destroy();
    second.destroy();
    await expect.poll(() => counters.read().bufferBytes).toBe(0n);
  });

  test('counts connections, accesses and every octet that a client sends and receives', async () => {
    const { relay, counters } = await startedRelay();
    const first = await loggedIn(relay);
    const second = await loggedIn(relay);
    await first.command('RETR 4', true);
    await second.command('LIST', true);
    expect(counters.read()).toMatchObject({
      connections: 2n,
      accesses: 2n,
      transferredBytes: BigInt(first.octets + second.octets),
    });
    first.destroy();
    await second.command('QUIT');
    await expect.poll(() => counters.read().connections).toBe(0n);
    expect(counters.read().accesses).toBe(2n);
  });

  test('refuses a command line without end', async () => {
    const { relay } = await startedRelay();
    expect(await runScripted(relay, 'A'.repeat(1_000))).toContain('-ERR the line is too long');
  });

  test('drops a client that says nothing for too long', async () => {
    const { relay, counters } = await startedRelay({ idleTimeoutMs: 50 });
    const socket = connectTcp(relay.port, relay.host);
    socket.resume();
    await once(socket, 'close');
    await expect.poll(() => counters.read().connections).toBe(0n);
  });

  test('does not read from the origin what a client does not take', async () => {
    let accepted = 0;
    const origin = await oddOrigin((socket) => {
      socket.write('+OK hello\r\n');
      socket.once('data', () => {
        socket.write('+OK\r\n');
        const line = Buffer.from(`${'x'.repeat(998)}\r\n`);
        const fill = () => {
          while (accepted < 200_000_000 && socket.write(line)) accepted += line.length;
        };
        socket.on('drain', fill);
        fill();
      });
    });
    const { relay, counters } = await startedRelay({ origin });
    const client = connectTcp(relay.port, relay.host);
    cleanups.push(() => void client.destroy());
    client.write('RETR 1\r\n');
    client.pause();
    let before = -1n;
    await expect
      .poll(
        () => {
          const now = counters.read().transferredBytes;
          const still = now === before && now > 1_000_000n;
          before = now;
          return still;
        },
        { interval: 200 },
      )
      .toBe(true);
    expect(accepted).toBeLessThan(100_000_000);
  });

  test('says that the mail server behind it does not answer', async () => {
    const closed = await oddOrigin((socket) => socket.destroy());
    const { relay, logged } = await startedRelay({ origin: closed });
    expect(await runScripted(relay, '')).toBe(
      '-ERR [SYS/TEMP] the mail server behind the proxy does not answer\r\n',
    );
    expect(logged).toHaveLength(1);
  });

  test('ends the connection when the origin leaves in the middle of a mail', async () => {
    const origin = await oddOrigin((socket) => {
      socket.write('+OK hello\r\n');
      socket.once('data', () => socket.end('+OK\r\nhalf a mail'));
    });
    const { relay } = await startedRelay({ origin });
    expect(await runScripted(relay, 'RETR 1\r\n')).toBe('+OK hello\r\n+OK\r\nhalf a mail');
  });

  test('survives an origin that does not speak POP3', async () => {
    const origin = await oddOrigin((socket) => socket.write('x'.repeat(5_000)));
    const { relay } = await startedRelay({ origin });
    expect(await runScripted(relay, '')).toContain('-ERR [SYS/PERM]');
  });

  describe.each([false, true])(
    'counts connections (as the deployed server does: %s)',
    (deployed) => {
      test('that finish in order, and leaves each counted there (deployed behaviour 14)', async () => {
        const { relay, counters } = await startedRelay({ deployed });
        await runScripted(relay, 'QUIT\r\n');
        const leaving = connectTcp(relay.port, relay.host);
        await once(leaving, 'data');
        leaving.end();
        await once(leaving, 'close');
        await expect.poll(() => counters.read().bufferBytes).toBe(0n);
        expect(counters.read()).toMatchObject({ accesses: 2n, connections: deployed ? 2n : 0n });
      });

      test('that are refused, and counts each out twice there (deployed behaviour 14)', async () => {
        const { relay, counters } = await startedRelay({
          deployed,
          origin: { host: '127.0.0.1', port: 1 },
        });
        for (let i = 0; i < 2; i++)
          expect(await runScripted(relay, '')).toContain('-ERR [SYS/TEMP]');
        await expect.poll(() => counters.read().bufferBytes).toBe(0n);
        expect(counters.read().connections).toBe(deployed ? -2n : 0n);
      });

      test('that are reset, rightly in both', async () => {
        const { relay, counters } = await startedRelay({ deployed });
        const socket = connectTcp(relay.port, relay.host);
        await once(socket, 'data');
        socket.resetAndDestroy();
        await expect.poll(() => counters.read().bufferBytes).toBe(0n);
        expect(counters.read().connections).toBe(0n);
      });
    },
  );

  describe.each([false, true])('counts octets (as the deployed server does: %s)', (deployed) => {
    test('of CAPA, and none of its answer there (deployed behaviour 19)', async () => {
      const { relay, counters } = await startedRelay({ deployed });
      const greeting = await runScripted(relay, 'QUIT\r\n');
      const before = counters.read().transferredBytes;
      const answer = await runScripted(relay, 'CAPA\r\nQUIT\r\n');
      const capa = BigInt(answer.length - greeting.length);
      const moved = counters.read().transferredBytes - before - before;
      expect(moved).toBe(BigInt('CAPA\r\n'.length) + (deployed ? 0n : capa));
    });

    test('of a transformed mail, and not its status line there (deployed behaviour 19)', async () => {
      const { relay, counters } = await startedRelay({
        deployed,
        settings: { transformation: 'cat' },
      });
      const login = 'USER reader\r\nPASS secret\r\n';
      const around = (await runScripted(relay, `${login}QUIT\r\n`)).length;
      const before = counters.read().transferredBytes;
      const answer = await runScripted(relay, `${login}RETR 1\r\nQUIT\r\n`);
      const mail = BigInt(answer.length - around);
      const status = deployed ? BigInt('+OK mail follows\r\n'.length) : 0n;
      const moved = counters.read().transferredBytes - before - before;
      expect(moved).toBe(BigInt('RETR 1\r\n'.length) + mail - status);
    });
  });

  test('stops answering old and new clients once frozen', async () => {
    const { relay } = await startedRelay();
    const client = await loggedIn(relay);
    relay.freeze();
    const fresh = new Pop3Client(relay);
    cleanups.push(() => fresh.destroy());
    const answered = Promise.race([
      client.command('NOOP').catch(() => 'closed'),
      fresh.greeting().catch(() => 'closed'),
    ]);
    await relay.close();
    expect(await answered).toBe('closed');
  });
});
