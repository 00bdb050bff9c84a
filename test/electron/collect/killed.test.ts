import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { root } from '../../../build/tool.ts';
import type { ReferenceProxy } from '../../../electron/reference-proxy/reference-proxy.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';
import { startCollector, startFleet } from './rig.ts';
import { startService } from './service.ts';

/** Longer than any test: no association ends by heartbeats. */
const silenceMs = 3_600_000;

const recordOf = (directory: string) => join(directory, 'attach', 'associations');

const associations = (proxies: readonly ReferenceProxy[]) =>
  proxies.map((proxy) => proxy.associations());

/** Whenever the count of a proxy's associations was another one, all of them. */
function countsOf(proxies: readonly ReferenceProxy[]): readonly (readonly number[])[] {
  const seen: (readonly number[])[] = [];
  const timer = setInterval(() => {
    const now = associations(proxies);
    if (String(now) !== String(seen.at(-1))) seen.push(now);
  }, 1);
  onTestFinished(() => clearInterval(timer));
  return seen;
}

/** Once each association is noted; a kill before that leaves what it leaves. */
const allNoted = (directory: string, count: number) =>
  expect
    .poll(() => readFileSync(recordOf(directory), 'utf8').match(/\["\+"/g)?.length ?? 0)
    .toBeGreaterThanOrEqual(count);

describe('a collector that the service manager starts anew', () => {
  it.each(['spcp-console-collect', 'spcp-console-collect@'])(
    'is one that is killed: %s',
    (unit) => {
      const text = readFileSync(join(root, 'build/systemd', `${unit}.service`), 'utf8');
      expect(text).toContain('\nRestart=always\n');
    },
  );

  it('ends what the killed one left before it polls again, each time, and proxies never have two', async () => {
    const { directory, proxies } = await startFleet(3, { silenceMs });
    const service = startService(directory);
    await service.now().ready();
    const counts = countsOf(proxies);
    for (let time = 0; time < 2; time++) {
      await allNoted(directory, 3);
      const next = await service.kill();
      expect(await next.ready()).toMatchObject({ total: 3, ready: 3 });
      expect(associations(proxies)).toEqual([1, 1, 1]);
      expect(next.said()).toContain('associations that a killed console left were ended: count 3');
    }
    expect(Math.max(...counts.flat())).toBe(1);
    expect((statSync(recordOf(directory)).mode & 0o777).toString(8)).toBe('600');
    expect(await service.stop()).toBe(0);
    expect(associations(proxies)).toEqual([0, 0, 0]);
    expect(existsSync(recordOf(directory))).toBe(false);
  });

  it('is left alone by one that runs on a copy of its directory meanwhile', async () => {
    const { directory, proxies } = await startFleet(3, { silenceMs });
    const first = startCollector(directory);
    await first.ready();
    await allNoted(directory, 3);
    const counts = countsOf(proxies);
    const copy = join(temporaryDirectory(), 'copy');
    spawnSync('cp', ['-r', directory, copy]);
    expect(readFileSync(recordOf(copy), 'utf8')).toMatch(/\["\+"/);
    const second = startCollector(copy);
    expect(await second.ready()).toMatchObject({ ready: 3 });
    expect(associations(proxies)).toEqual([2, 2, 2]);
    expect(Math.min(...counts.flat())).toBe(1);
    expect(second.said()).not.toContain('killed console');
    // Each that ended would be noted there.
    expect(readFileSync(recordOf(directory), 'utf8')).not.toContain('["-"');
  });

  it('goes on where the record is damaged, and then a proxy has two until its heartbeats fail', async () => {
    const { directory, proxies } = await startFleet(1, { silenceMs });
    const service = startService(directory);
    await service.now().ready();
    await allNoted(directory, 1);
    service.now().child.kill('SIGSTOP');
    writeFileSync(recordOf(directory), Buffer.alloc(100_000, 0xfe));
    const next = await service.kill();
    expect(await next.ready()).toMatchObject({ ready: 1 });
    expect(associations(proxies)).toEqual([2]);
    expect(next.said()).not.toContain('killed console');
    expect(await service.stop()).toBe(0);
  });
});
