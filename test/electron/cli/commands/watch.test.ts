import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type ReferenceProxy,
  startReferenceProxy,
} from '../../../../electron/reference-proxy/reference-proxy.ts';
import type { Transport, TransportServer } from '../../../../electron/transport/transport.ts';
import { freeUdpPort } from '../../../support/free-port.ts';
import { type Behaviour, hex, loggedIn } from '../../../support/scripted-peer.ts';
import { run, start } from '../program.ts';
import { access, hostOptions, scriptedServer } from '../targets.ts';

const env = { SPCP_PASSWORD: 'secret' };
const proxies: ReferenceProxy[] = [];
const servers: TransportServer[] = [];

afterEach(async () => {
  await Promise.all([...proxies.splice(0), ...servers.splice(0)].map((peer) => peer.close()));
});

async function proxy(options: { quirks?: boolean } = {}) {
  // Tests end it, and start another there.
  const udpPort = await freeUdpPort();
  const started = await startReferenceProxy({ name: 'peer', udpPort, ...options });
  proxies.push(started);
  return { started, ...access(started) };
}

async function peer(behaviour: Behaviour) {
  const { server, peers } = await scriptedServer(behaviour);
  servers.push(server);
  return { peers, target: hostOptions(server, 'admin') };
}

/** Where ending takes long, as on a busy machine, that is said. */
const unhurried = (err: string): string =>
  err.replace('Waiting for the proxy, to end in order. Once more ends at once.\n', '');

const counter = (value: number): [string] => [`00 01 ${(0x30 + value).toString(16)}`];

describe('watch', () => {
  it.each([false, true])(
    'prints a header and --count aligned lines (quirks: %s)',
    async (quirks) => {
      const { target, env } = await proxy({ quirks });
      const { code, out } = await run(['watch', ...target, '--interval', '100ms', '--count', '3'], {
        env,
      });
      expect(code).toBe(0);
      const [header = '', ...lines] = out.split('\n').slice(0, -1);
      expect(header.split(/\s{2,}/)).toEqual([
        'time',
        'connections',
        'bytes',
        'bytes/s',
        'accesses',
        'accesses/s',
        'note',
      ]);
      expect(lines).toHaveLength(3);
      expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d +0 +0 +- +0 +-$/);
      expect(lines[2]).toMatch(/^\d\d:\d\d:\d\d +0 +0 +0 +0 +0\.00$/);
      for (const line of lines) expect(line.length).toBe(header.indexOf('accesses/s') + 10);
    },
  );

  it('prints one JSON object a line, with rates, a restart marked and an implausible count', async () => {
    const { target } = await peer(
      loggedIn([
        ...[counter(1), counter(2), counter(3)],
        ...[counter(1), counter(9), counter(5)],
        ...[['00 02 2d 31'], counter(0), counter(0)],
        ...[counter(1), counter(0), counter(1)],
        ['00'],
      ]),
    );
    const { code, out, err } = await run(
      ['watch', ...target, '--interval', '100ms', '--count', '4', '--json'],
      { env },
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const values = out
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));
    expect(values).toHaveLength(4);
    expect(values[0]).toEqual({
      at: expect.any(Number),
      connections: '1',
      transferredBytes: '2',
      accesses: '3',
      implausible: false,
      roundTripMs: expect.any(Number),
      bytesPerSecond: null,
      accessesPerSecond: null,
      restart: false,
    });
    expect(values[1].bytesPerSecond).toBeGreaterThan(0);
    // Seven bytes and two accesses in the same time.
    expect(values[1].bytesPerSecond / values[1].accessesPerSecond).toBeCloseTo(3.5);
    expect(values[2]).toMatchObject({
      connections: '-1',
      implausible: true,
      restart: true,
      bytesPerSecond: null,
    });
    expect(values[3]).toMatchObject({ bytesPerSecond: 0, restart: false });
  });

  it('gives no rate across a time in which its process was stopped', async () => {
    const readings = 9;
    const { target } = await peer(
      loggedIn([
        ...Array.from({ length: readings }, (_, n) => [counter(1), counter(n), counter(1)]).flat(),
        ['00'],
      ]),
    );
    const options = [
      '--interval',
      '100ms',
      '--count',
      String(readings),
      '--timeout',
      '2m',
      '--json',
    ];
    const { child, lines, ended } = start(['watch', ...target, ...options], { env });
    await lines(2);
    child.kill('SIGSTOP');
    const stoppedMs = 6000;
    await setTimeout(stoppedMs);
    child.kill('SIGCONT');
    const { code, out } = await ended;
    expect(code).toBe(0);
    const values = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const after = values.filter((value, n) => n > 0 && value.at - values[n - 1].at >= stoppedMs);
    expect(after.length).toBeGreaterThan(0);
    for (const { bytesPerSecond, accessesPerSecond } of after)
      expect([bytesPerSecond, accessesPerSecond]).toEqual([null, null]);
  });

  it('says in text what a line has to be read with', async () => {
    const { target } = await peer(
      loggedIn([
        ...[counter(1), counter(2), counter(3)],
        ...[['00 02 2d 31'], counter(0), counter(0)],
        ['00'],
      ]),
    );
    const { out } = await run(['watch', ...target, '--interval', '100ms', '--count', '2'], { env });
    expect(out.split('\n')[2]).toMatch(/-1 .* restarted, implausible$/);
  });

  it('ends with 3 where the first connection fails', async () => {
    const { started, target, env } = await proxy();
    await started.close();
    const { code } = await run(['watch', ...target, '--count', '1'], { env });
    expect(code).toBe(3);
  });

  it('opens a lost session again, and tells of it on standard error', async () => {
    const { started, target, env } = await proxy();
    const running = start(['watch', ...target, '--interval', '100ms', '--json'], { env });
    await running.lines(2);
    await started.close();
    await running.says('Next attempt in');
    proxies.push(
      await startReferenceProxy({
        name: 'again',
        udpPort: started.udpPort ?? 0,
        password: started.password,
      }),
    );
    await running.says('Connected again.');
    const before = (await running.lines(1)).length;
    const lines = await running.lines(before + 2);
    // The time without a session is a gap: the first reading after it has no rate.
    expect(
      lines.map((line) => JSON.parse(line).bytesPerSecond).filter((rate) => rate === null),
    ).toHaveLength(2);
    running.child.kill('SIGINT');
    expect((await running.ended).code).toBe(0);
  });

  it('does not wait for its next attempt where the proxy can be reached again before', async () => {
    const { started, target, env } = await proxy();
    // The shortest delay, since an end in order is not watched, and then one that is longer than any test may take.
    const code = 'globalThis.drawn=0;Math.random=()=>globalThis.drawn++?1000:0';
    const longest = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` };
    const running = start(['watch', ...target, '--interval', '100ms', '--json'], {
      env: { ...env, ...longest },
    });
    await running.lines(2);
    await started.close();
    await running.says('Next attempt in 3001.0 s.');
    const { udpPort, password } = started;
    proxies.push(await startReferenceProxy({ name: 'again', udpPort: udpPort ?? 0, password }));
    await running.says('Connected again.');
    running.child.kill('SIGINT');
    expect((await running.ended).code).toBe(0);
  });

  it('ends where the login is refused after a session was lost', async () => {
    const { started, target, env } = await proxy();
    const running = start(['watch', ...target, '--interval', '100ms', '--json'], { env });
    await running.lines(1);
    await started.close();
    proxies.push(
      await startReferenceProxy({ name: 'again', udpPort: started.udpPort ?? 0, password: 'new' }),
    );
    const { code, err } = await running.ended;
    expect(code).toBe(4);
    expect(err).toMatch(/^error: .* refused the password[^\n]*\n$/m);
  });

  it.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM'] as const)(
    'ends on %s with QUIT, in order, and exit code 0',
    async (signal) => {
      const requests: Uint8Array[] = [];
      const { target, peers } = await peer(answering(requests));
      const running = start(['watch', ...target, '--interval', '100ms', '--json'], { env });
      await running.lines(2);
      running.child.kill(signal);
      // Through npm, Ctrl+C arrives twice.
      running.child.kill(signal);
      const { code, err } = await running.ended;
      expect({ code, err: unhurried(err) }).toEqual({ code: 0, err: '' });
      expect(requests.at(-1)).toEqual(hex('09 00'));
      await expect(peers[0]?.ended).resolves.toEqual({ reason: 'peer-shutdown' });
    },
  );

  it('ends quietly, with QUIT, when the reader of its pipe goes away', async () => {
    const requests: Uint8Array[] = [];
    const { target, peers } = await peer(answering(requests));
    const running = start(['watch', ...target, '--interval', '100ms', '--json'], { env });
    await running.lines(1);
    running.child.stdout?.destroy();
    const { code, err } = await running.ended;
    expect({ code, err: unhurried(err) }).toEqual({ code: 0, err: '' });
    expect(requests.at(-1)).toEqual(hex('09 00'));
    await expect(peers[0]?.ended).resolves.toEqual({ reason: 'peer-shutdown' });
  });
});

/** Answers whatever is asked, for as long as it is. */
function answering(requests: Uint8Array[]): Behaviour {
  return (far: Transport) => {
    far.onMessage((message) => {
      requests.push(message);
      const command = message[0] ?? 0;
      far.send(hex(command >= 0x02 && command <= 0x04 ? '00 01 30' : '00'));
    });
  };
}
