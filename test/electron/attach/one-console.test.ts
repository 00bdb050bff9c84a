import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ensureBuilt } from '../../../build/ensure-built.ts';
import { run } from '../cli/program.ts';
import { openFleet, reached, type Shell, startShell } from '../web/shells.ts';

const count = 2;

beforeAll(() => ensureBuilt('renderer'));

/** The most associations that any of the proxies had at once, counted on their side from now on. */
function mostAt(proxies: readonly { associations(): number }[]) {
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, ...proxies.map((proxy) => proxy.associations()));
  }, 5);
  onTestFinished(() => clearInterval(timer));
  return () => most;
}

const all = (proxies: readonly { associations(): number }[]) =>
  proxies.map((proxy) => proxy.associations());

/** Its window has been told so by now, or will be. */
const isTold = ({ window }: Shell, state: 'lost' | 'open') =>
  window.next((message) => Object.is((message as { state?: string }).state, state));

describe('two web shells on one data directory', () => {
  it('keep what a browser of one unlocked from that of the other, which says of itself that it is the same', async () => {
    const { directory, ids, proxies } = await openFleet(1, { environment: 'production' });
    const [id = ''] = ids;
    const confirmName = proxies[0]?.name ?? '';
    const first = await startShell(directory);
    await expect.poll(() => reached(first, ids)).toBe(1);
    const second = await startShell(directory);
    await first.call('change.unlock', { id });
    const change = { id, seen: null, next: 'rev', confirmName };
    await expect(second.call('change.transformation', change)).rejects.toMatchObject({
      code: 'read-only',
    });
    const words = ['transformation', 'set', 'rev', '--profile', confirmName];
    expect(await run([...words, '--data-dir', directory])).toMatchObject({ code: 2 });
    await second.call('change.unlock', { id });
    await second.call('change.lock', { id });
    await first.call('change.transformation', change);
    expect(proxies[0]?.settings().transformation).toBe('rev');
  });

  it('have one console, and one association for each proxy', async () => {
    const { directory, ids, proxies } = await openFleet(count);
    const most = mostAt(proxies);
    const first = await startShell(directory);
    await expect.poll(() => reached(first, ids)).toBe(count);
    const second = await startShell(directory, 'Chrome/140.0');
    expect(await reached(second, ids)).toBe(count);
    expect(await second.call('app.info', {})).toMatchObject({
      shell: 'web',
      dataDirectory: directory,
    });

    const [id = ''] = ids;
    second.window.send({ type: 'subscribe', id: 900, topic: 'audit.changed', params: {} });
    await first.call('change.transformation', { id, seen: null, next: 'rev' });
    expect(
      await second.window.next((message) => message.type === 'event' && message.id === 900),
    ).toMatchObject({
      value: [{ profileId: id, requested: 'rev' }],
    });
    await second.call('change.transformation', { id, seen: 'rev', next: 'tac' });
    expect(await first.call('settings.read', { id })).toMatchObject({ transformation: 'tac' });
    expect(all(proxies)).toEqual([1, 1]);
    expect(most()).toBe(1);

    // Whoever is let in by the second is told as a window of that one.
    expect(await first.call('audit.list', { id, limit: 10 })).toMatchObject([
      { requested: 'tac', shell: 'web', remote: 'Chrome 140' },
      { requested: 'rev', shell: 'web', remote: 'Firefox 143' },
    ]);

    // Each has the browsers that it let in.
    expect(await first.call('app.sessions', {})).toMatchObject([{ own: true, windows: 1 }]);
    expect(await second.call('app.sessions', {})).toMatchObject([{ own: true, windows: 1 }]);

    await second.end('SIGTERM');
    expect(await reached(first, ids)).toBe(count);
  });

  it.each(['SIGKILL', 'SIGTERM'] as const)(
    'go on in the other when the one that has the console ends by %s',
    async (signal) => {
      const { directory, ids, proxies } = await openFleet(count);
      const first = await startShell(directory);
      await expect.poll(() => reached(first, ids)).toBe(count);
      const second = await startShell(directory);
      const most = mostAt(proxies);
      const lost = isTold(second, 'lost');
      const back = isTold(second, 'open');
      second.window.send({ type: 'subscribe', id: 901, topic: 'app.notices', params: {} });
      await first.end(signal);
      await lost;
      await back;
      await expect.poll(() => reached(second, ids)).toBe(count);
      // Also a killed one's are ended before new ones are begun, and not by the proxies' heartbeats.
      await expect.poll(() => all(proxies)).toEqual([1, 1]);
      expect(most()).toBe(1);

      const third = await startShell(directory);
      expect(await reached(third, ids)).toBe(count);
      expect(all(proxies)).toEqual([1, 1]);
    },
  );

  it('leave nothing that anybody else may read, and no way in once they ended', async () => {
    const { directory } = await openFleet(1);
    const shell = await startShell(directory);
    const folder = join(directory, 'attach');
    const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
    expect(mode(folder)).toBe('700');
    expect(mode(join(folder, 'address.json'))).toBe('600');
    expect(mode(join(folder, 'socket'))).toBe('600');
    await shell.end('SIGTERM');
    expect(existsSync(join(folder, 'address.json'))).toBe(false);
    expect(existsSync(join(folder, 'socket'))).toBe(false);
  });
});
