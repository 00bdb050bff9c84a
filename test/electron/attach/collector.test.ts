import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ensureBuilt } from '../../../build/ensure-built.ts';
import { actorName } from '../../../electron/core/actor.ts';
import { run } from '../cli/program.ts';
import { startCollector } from '../collect/rig.ts';
import { openFleet, reached, startShell, vaultPassphrase } from '../web/shells.ts';

const env = { SPCP_VAULT_PASSPHRASE: vaultPassphrase };

beforeAll(() => ensureBuilt('renderer'));

describe('a collector on its data directory', () => {
  it('is the console of a web shell and of the command line, which open no association', async () => {
    const { directory, ids, proxies } = await openFleet(2);
    const collector = startCollector(directory, [], env);
    await collector.ready();
    let most = 0;
    const timer = setInterval(() => {
      most = Math.max(most, ...proxies.map((proxy) => proxy.associations()));
    }, 2);
    onTestFinished(() => clearInterval(timer));
    const shell = await startShell(directory, 'Firefox/143.0');
    expect(await reached(shell, ids)).toBe(2);
    const [id = ''] = ids;
    const [proxy] = proxies;
    const profile = ['--profile', proxy?.name ?? '', '--data-dir', directory, '--json'];
    expect(await run(['metrics', ...profile])).toMatchObject({ code: 0, err: '' });
    expect(await run(['transformation', 'set', 'rev', ...profile])).toMatchObject({ code: 0 });
    await shell.call('change.transformation', { id, seen: 'rev', next: 'tac' });
    expect(proxies.map((each) => each.associations())).toEqual([1, 1]);
    expect(most).toBe(1);
    // Whoever reads the log sees by which shell, and from which browser.
    const rows = await shell.call('audit.list', { id, limit: 10 });
    expect(rows).toMatchObject([
      { requested: 'tac', actor: actorName(), remote: 'Firefox 143', shell: 'web' },
      { requested: 'rev', actor: actorName(), remote: null, shell: 'cli' },
    ]);
    await shell.end('SIGTERM');
    collector.child.kill('SIGTERM');
    expect(await collector.ended).toBe(0);
    await expect.poll(() => proxies.map((each) => each.associations())).toEqual([0, 0]);
  });

  it('is refused at once beside a web shell, and told who watches it', async () => {
    const { directory, ids, proxies } = await openFleet(1);
    const shell = await startShell(directory);
    await expect.poll(() => reached(shell, ids)).toBe(1);
    const collector = startCollector(directory, [], env);
    expect(await collector.ended).toBe(1);
    expect(collector.said()).toMatch(
      new RegExp(`^error: .*A web shell \\(process ${shell.child.pid}\\) watches ${directory}`),
    );
    expect(proxies[0]?.associations()).toBe(1);

    // What a killed one left refuses nobody.
    await shell.kill();
    const next = startCollector(directory, [], env);
    expect(await next.ready()).toMatchObject({ total: 1, ready: 1 });
    const other = startCollector(
      directory,
      ['--shard', '1/2', '--lease-dir', `${directory}/other`],
      env,
    );
    expect(await other.ended).toBe(1);
    expect(other.said()).toContain(`A collector (process ${next.child.pid}) watches ${directory}`);
    expect(await next.ready()).toMatchObject({ ready: 1 });
  });
});
