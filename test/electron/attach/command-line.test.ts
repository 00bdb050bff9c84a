import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../../build/ensure-built.ts';
import { actorName } from '../../../electron/core/actor.ts';
import { run, start } from '../cli/program.ts';
import { fleetPassword, openFleet, reached, startShell } from '../web/shells.ts';

beforeAll(() => ensureBuilt('renderer'));

async function setUp(more: { readonly environment?: string } = {}) {
  const { directory, ids, proxies } = await openFleet(1, more);
  const [proxy] = proxies;
  const [id = ''] = ids;
  if (proxy === undefined) throw new Error('no proxy');
  const shell = await startShell(directory);
  await expect.poll(() => reached(shell, ids)).toBe(1);
  const command = (...words: string[]) =>
    run([...words, '--profile', proxy.name, '--data-dir', directory, '--json']);
  return { directory, id, proxy, shell, command };
}

describe('the command line beside a console', () => {
  it('reads and changes on its session, with no password and no association of its own', async () => {
    const { id, proxy, shell, command } = await setUp();
    let most = 0;
    const timer = setInterval(() => {
      most = Math.max(most, proxy.associations());
    }, 2);
    const metrics = await command('metrics');
    expect(metrics).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(metrics.out)).toMatchObject({
      accesses: '0',
      connection: { transport: 'udp' },
    });
    const watched = await command('watch', '-i', '100ms', '-c', '3');
    expect(watched).toMatchObject({ code: 0, err: '' });
    expect(watched.out.trim().split('\n')).toHaveLength(3);

    const set = await command('transformation', 'set', 'rev');
    expect(set).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(set.out)).toMatchObject({ before: null, after: 'rev', outcome: 'verified' });
    expect(proxy.settings().transformation).toBe('rev');
    expect(JSON.parse((await command('transformation', 'get')).out)).toEqual({
      transformation: 'rev',
    });
    expect(await command('transformation', 'set', 'tac', '-e', 'cat')).toMatchObject({ code: 7 });
    expect(await command('buffer-size', 'set', '4096')).toMatchObject({ code: 0 });
    clearInterval(timer);
    expect(most).toBe(1);

    const rows = await shell.call('audit.list', { id, limit: 10 });
    expect(rows.map(({ setting, outcome, actor }) => [setting, outcome, actor])).toEqual([
      ['bufferSize', 'unverified', actorName()],
      ['transformation', 'conflict', actorName()],
      ['transformation', 'verified', actorName()],
    ]);
  });

  it('asks for the name of a guarded profile as ever, and leaves it locked', async () => {
    const { id, proxy, shell, command } = await setUp({ environment: 'production' });
    expect(await command('transformation', 'set', 'rev')).toMatchObject({ code: 2 });
    expect(proxy.settings().transformation).toBeNull();
    expect(await command('transformation', 'set', 'rev', '--confirm', proxy.name)).toMatchObject({
      code: 0,
    });
    expect(proxy.settings().transformation).toBe('rev');
    await expect(
      shell.call('change.transformation', { id, seen: 'rev', next: null, confirmName: proxy.name }),
    ).rejects.toMatchObject({ code: 'read-only' });
  });

  it('opens a session of its own when it is told so, and where the console has none', async () => {
    const { directory, id, proxy, shell } = await setUp();
    const words = ['watch', '-i', '100ms', '--profile', proxy.name, '--data-dir', directory];
    const alone = start([...words, '--alone'], { env: { SPCP_PASSWORD: fleetPassword } });
    await alone.lines(2);
    expect(proxy.associations()).toBe(2);
    alone.child.kill('SIGINT');
    await alone.ended;
    await shell.call('fleet.disconnect', { id });
    await expect.poll(() => proxy.associations()).toBe(0);
    const only = start(words, { env: { SPCP_PASSWORD: fleetPassword } });
    await only.lines(2);
    expect(proxy.associations()).toBe(1);
    only.child.kill('SIGINT');
    await only.ended;
  });
});
