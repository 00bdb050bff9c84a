import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Duplex } from 'node:stream';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ensureBuilt } from '../../../../build/ensure-built.ts';
import { root } from '../../../../build/tool.ts';
import { attach } from '../../../../electron/attach/attached-console.ts';
import { firstLine } from '../../../../electron/attach/remote/first-line.ts';
import { actorName, ownWindow } from '../../../../electron/core/actor.ts';
import { ask } from '../../../../electron/ipc/ask.ts';
import { contractVersion } from '../../../../shared/ipc/hello.ts';
import { temporaryDirectory } from '../../store/temporary-directory.ts';
import { openFleet, reached, startShell } from '../../web/shells.ts';

beforeAll(() => ensureBuilt('renderer'));

/** `spcp-console attach --stdio` on a directory, greeted as by a window elsewhere. */
async function attachOverStdio(directory: string) {
  const words = ['electron/spcp-console.ts', 'attach', '--stdio', '--data-dir', directory];
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...words], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, SSH_CONNECTION: '192.0.2.7 5000 192.0.2.1 22' },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'close');
  const [first] = await once(child.stdout, 'data');
  expect(String(first)).toBe(`${firstLine}\n`);
  const stream = Duplex.from({ readable: child.stdout, writable: child.stdin });
  const hello = { type: 'hello', contract: contractVersion, version: '1', kind: 'window' } as const;
  return { ended, attached: attach(stream, { ...hello, token: null }, { answerMs: 60_000 }) };
}

describe('attaching over standard input and output', () => {
  it('reaches the console of the same user with no file of roles, and its log has who sat where', async () => {
    const { directory, ids, proxies } = await openFleet(1);
    const [id = ''] = ids;
    const shell = await startShell(directory);
    await expect.poll(() => reached(shell, ids)).toBe(1);
    const { ended, attached } = await attachOverStdio(directory);
    const console = await attached;
    const { router, welcome } = console;
    expect(welcome).toMatchObject({ user: actorName(), role: 'administer' });
    await ask(
      router,
      'change.transformation',
      { id, seen: null, next: 'rev' },
      {
        ...ownWindow(),
        remote: 'ben@desk',
      },
    );
    expect(proxies[0]?.associations()).toBe(1);
    expect(await shell.call('audit.list', { id, limit: 10 })).toMatchObject([
      { requested: 'rev', actor: actorName(), remote: 'ben@desk (192.0.2.7)' },
    ]);
    console.close();
    expect(await ended).toEqual([0, null]);
  });

  it('says what is wrong with the directory', async () => {
    const directory = join(temporaryDirectory(), 'a file');
    writeFileSync(directory, '');
    const { ended, attached } = await attachOverStdio(directory);
    await expect(attached).rejects.toMatchObject({ code: 'storage-failed' });
    expect(await ended).toEqual([1, null]);
  });

  it('says of both ways why neither leads to a console', async () => {
    const directory = temporaryDirectory();
    const alone = await attachOverStdio(directory);
    await expect(alone.attached).rejects.toMatchObject({
      code: 'remote-console',
      detail: { case: 'not-running', directory },
    });
    expect(await alone.ended).toEqual([1, null]);
    const socket = join(directory, 'nobody');
    writeFileSync(join(directory, 'roles.json'), JSON.stringify({ version: 1, socket }), {
      mode: 0o600,
    });
    const both = await attachOverStdio(directory);
    await expect(both.attached).rejects.toMatchObject({
      code: 'remote-console',
      detail: { case: 'neither', directory, own: null, socket, team: null },
    });
  });
});
