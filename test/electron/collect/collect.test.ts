import { cpSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openProfiles } from '../../../electron/store/documents/profiles.ts';
import { profileDraftSchema } from '../../../shared/model/profile.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';
import { passphrase, startCollector, startFleet } from './rig.ts';

describe('a collector', () => {
  it('watches the fleet with nobody there, says how it stands, and ends in order', async () => {
    const { directory, proxies } = await startFleet(2);
    const collector = startCollector(directory);
    expect(await collector.ready()).toEqual({
      ...{ total: 2, ready: 2, waiting: 0, vaultLocked: 0, needsAttention: 0, off: 0, untried: 0 },
    });
    expect(await collector.ask('/healthz')).toEqual({
      status: 200,
      body: '{"status":"alive","shard":"1/1"}\n',
    });
    expect(readFileSync(`/proc/${collector.child.pid}/cmdline`, 'utf8')).not.toContain(passphrase);
    expect(proxies.map((proxy) => proxy.associations())).toEqual([1, 1]);
    collector.child.kill('SIGTERM');
    expect(await collector.ended).toBe(0);
    expect(proxies.map((proxy) => proxy.associations())).toEqual([0, 0]);
    expect(collector.said()).toContain('no directory is shared with collectors elsewhere');
    expect(collector.said()).toMatch(/the collector began: shard "1\/1", proxies 2, pid \d+\n/);
    expect(collector.said()).toContain('the collector ended');
  });

  it('logs lines of JSON where it is told so, and nothing but them', async () => {
    const { directory } = await startFleet(1);
    const collector = startCollector(directory, ['--log-json']);
    await collector.ready();
    collector.child.kill('SIGTERM');
    await collector.ended;
    const lines = collector.said().trimEnd().split('\n');
    const entries = lines.map((line) => JSON.parse(line));
    expect(entries.map(({ what }) => what)).toEqual([
      'the collector listens',
      expect.stringContaining('no directory is shared'),
      'the collector began',
      'the collector ended',
    ]);
    for (const entry of entries)
      expect(entry).toMatchObject({ level: 'info', shell: 'collect', at: expect.any(String) });
  });

  it('reads its files anew at SIGHUP, and goes on', async () => {
    const { directory, proxies } = await startFleet(1);
    const collector = startCollector(directory);
    await collector.ready();
    const { store } = await openProfiles(directory);
    const draft = { name: 'off', host: '127.0.0.1', user: 'admin', autoConnect: false };
    await store.add(profileDraftSchema.parse(draft));
    store.close();
    collector.child.kill('SIGHUP');
    await expect.poll(collector.said).toContain('the files were read anew: proxies 2');
    expect(await collector.ready()).toMatchObject({ total: 2, ready: 1, off: 1 });
    expect(proxies[0]?.associations()).toBe(1);
    expect(collector.child.exitCode).toBeNull();
  });

  it('takes its share of the fleet and leaves the others alone', async () => {
    const { directory, proxies } = await startFleet(4);
    const copy = temporaryDirectory();
    cpSync(directory, copy, { recursive: true });
    const collector = startCollector(directory, ['--shard', '1/2']);
    const { total = 0, ready } = await collector.ready();
    const rest = startCollector(copy, ['--shard', '2/2']);
    const others = await rest.ready();
    expect(total + (others.total ?? 0)).toBe(4);
    expect(ready).toBe(total);
    expect(proxies.map((proxy) => proxy.associations())).toEqual([1, 1, 1, 1]);
  });
});

describe('a collector that cannot be one', () => {
  it.each([
    ['no passphrase', {}, 'nobody is there to unlock it'],
    ['a wrong one', { SPCP_VAULT_PASSPHRASE: 'not this one' }, 'not the passphrase'],
  ])('says so in one line and ends with 1, with %s', async (_, env, why) => {
    const { directory } = await startFleet(0);
    const collector = startCollector(directory, [], env);
    expect(await collector.ended).toBe(1);
    const [last, ...before] = collector.said().trimEnd().split('\n').reverse();
    expect(last).toMatch(/^error: /);
    expect(last).toContain(why);
    expect(before).toHaveLength(1);
  });

  it('is refused passwords that are kept in memory alone', async () => {
    const collector = startCollector(temporaryDirectory());
    expect(await collector.ended).toBe(1);
    expect(collector.said()).toContain('Passwords are kept in memory here, and nobody is there');
  });

  it.each([
    [['--shard', '6/5'], '--shard'],
    [['--listen', 'example.org:80'], '--listen'],
    [['--nonsense'], '--nonsense'],
  ])('ends with 2 for %j', async (args, named) => {
    const collector = startCollector(temporaryDirectory(), args);
    expect(await collector.ended).toBe(2);
    expect(collector.said()).toContain(named);
  });
});
