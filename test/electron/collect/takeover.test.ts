import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ReferenceProxy } from '../../../electron/reference-proxy/reference-proxy.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';
import { type Collector, startCollector, startFleet } from './rig.ts';

/** Associations that live: those of a process that was killed are there until the proxy finds out. */
const silenceMs = 3000;

/** The most associations that any proxy had at once since the last look. */
function watchMost(proxies: readonly ReferenceProxy[]): () => number {
  let most = 0;
  const timer = setInterval(() => {
    for (const proxy of proxies) most = Math.max(most, proxy.associations());
  }, 5);
  onTestFinished(() => clearInterval(timer));
  return () => {
    const seen = most;
    most = 0;
    return seen;
  };
}

const allHave = (proxies: readonly ReferenceProxy[], count: number) =>
  expect.poll(() => proxies.map((proxy) => proxy.associations())).toEqual(proxies.map(() => count));

/** As a service manager does it: another one as soon as the last one has ended. */
async function killed(collector: Collector, again: () => Collector): Promise<Collector> {
  collector.child.kill('SIGKILL');
  await collector.ended;
  return again();
}

describe('two collectors with the same share', () => {
  it('never watch a proxy both, and the second takes over when the first is killed', async () => {
    const { directory, proxies } = await startFleet(2, { silenceMs });
    const leases = ['--lease-dir', temporaryDirectory()];
    const most = watchMost(proxies);
    const first = startCollector(directory, leases);
    await first.ready();
    const second = startCollector(directory, leases);
    await expect.poll(second.said).toContain('another collector has the share');
    expect(await second.ask('/readyz')).toEqual({
      status: 503,
      body: '{"status":"standby","shard":"1/1"}\n',
    });
    expect((await second.ask('/healthz')).status).toBe(200);
    await sleep(1000);
    expect(most()).toBe(1);
    first.child.kill('SIGKILL');
    await first.ended;
    expect(await second.ready()).toMatchObject({ total: 2, ready: 2 });
    // What the killed one left is over by then or soon; from the living one there is one each.
    await allHave(proxies, 1);
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    await allHave(proxies, 0);
  });

  it('let go of it in order, so that the next has it at once and no proxy has two', async () => {
    const { directory, proxies } = await startFleet(2);
    const most = watchMost(proxies);
    const first = startCollector(directory);
    await first.ready();
    const second = startCollector(directory);
    await expect.poll(second.said).toContain('another collector has the share');
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    expect(await second.ready()).toMatchObject({ ready: 2 });
    expect(most()).toBe(1);
  });
});

it('a collector that waits for its share asks for the token as its file says it after SIGHUP', async () => {
  const { directory } = await startFleet(1);
  const tokenFile = join(temporaryDirectory(), 'token');
  const put = (token: string) => writeFileSync(tokenFile, token, { mode: 0o600 });
  const tokens = ['a-token-of-this-test-0123456789', 'another-token-of-this-test-0123456789'];
  put(tokens[0] ?? '');
  const first = startCollector(directory);
  await first.ready();
  const second = startCollector(directory, ['--metrics', '0', '--metrics-token-file', tokenFile]);
  await expect.poll(second.said).toContain('another collector has the share');
  const origin = /serves metrics: address "([^"]+)"/.exec(second.said())?.[1] ?? '';
  const statuses = () =>
    Promise.all(
      tokens.map(async (token) => {
        const headers = { authorization: `Bearer ${token}` };
        return (await fetch(`${origin}/metrics`, { headers })).status;
      }),
    );
  expect(await statuses()).toEqual([503, 401]);
  put(tokens[1] ?? '');
  second.child.kill('SIGHUP');
  await expect.poll(second.said).toContain('the files were read anew');
  expect(await statuses()).toEqual([401, 503]);
  first.child.kill('SIGTERM');
  await first.ended;
  await second.ready();
  expect(await statuses()).toEqual([401, 200]);
});

describe('a collector that is killed and started again', () => {
  it('polls its proxies again, and leaves no association behind', async () => {
    const { directory, proxies } = await startFleet(2, { silenceMs });
    const start = () => startCollector(directory);
    let collector = start();
    await collector.ready();
    for (let time = 0; time < 2; time++) {
      collector = await killed(collector, start);
      expect(await collector.ready()).toMatchObject({ total: 2, ready: 2 });
    }
    await allHave(proxies, 1);
    collector.child.kill('SIGTERM');
    expect(await collector.ended).toBe(0);
    await allHave(proxies, 0);
  });
});
