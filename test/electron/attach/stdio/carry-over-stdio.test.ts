import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { type AttachedConsole, attach } from '../../../../electron/attach/attached-console.ts';
import type { FramedEnd } from '../../../../electron/attach/framed.ts';
import { servePeer } from '../../../../electron/attach/serve-peer.ts';
import { carryOverStdio } from '../../../../electron/attach/stdio/carry-over-stdio.ts';
import { parseAttachArguments } from '../../../../electron/attach/stdio/options.ts';
import { ownWindow } from '../../../../electron/core/actor.ts';
import { AppError } from '../../../../shared/errors.ts';
import { contractVersion, type Hello, type Welcome } from '../../../../shared/ipc/hello.ts';
import type { Role } from '../../../../shared/model/roles.ts';
import { streamPair } from '../../../support/stream-pair.ts';
import { core, openWindow } from '../remote/rig.ts';

const hello: Hello = {
  type: 'hello',
  contract: contractVersion,
  version: '1.0.0',
  kind: 'window',
  token: null,
};

const welcome: Welcome = {
  type: 'welcome',
  contract: contractVersion,
  version: '2.0.0',
  machine: 'jump',
  user: 'ana',
  role: 'administer',
};

async function setUp(role: Role, runs = true) {
  const far = core({ 'app.notices': () => [], 'fleet.probe': () => null });
  const [near, there] = await streamPair();
  const [stdio, ssh] = await streamPair();
  servePeer(there, {
    router: far.router,
    token: 'secret',
    version: '2.0.0',
    machine: 'jump',
    asker: () => ({ ...ownWindow(), user: 'ana', remote: null }),
    logFault: () => undefined,
  });
  const carried = carryOverStdio({
    stream: stdio,
    async reach() {
      if (runs) return attach(near, { ...hello, token: 'secret' });
      throw new AppError('remote-console', { case: 'not-running', directory: '/data' });
    },
    role,
    env: { SSH_CONNECTION: '192.0.2.7 5000 192.0.2.1 22' },
    version: '2.0.0',
    logFault: () => undefined,
  });
  return { far, carried, ssh, close: () => near.destroy() };
}

describe('a console that is reached over standard input and output', () => {
  it('lets in without a token, as the user there with the address that SSH names', async () => {
    const { far, carried, ssh } = await setUp('administer');
    const console = await attach(ssh, hello);
    expect(console.welcome).toMatchObject({ user: 'ana', role: 'administer' });
    const window = openWindow(console.router, { ...ownWindow(), remote: 'ben@desk' });
    const id = window.call('app.notices');
    await expect.poll(() => window.answerTo(id)).toEqual({ ok: true, value: [] });
    expect(far.callers[0]?.asker).toMatchObject({
      user: 'ana',
      remote: 'ben@desk (192.0.2.7)',
      role: 'administer',
    });
    console.close();
    expect(await carried).toBe(true);
  });

  it('lets a key that may only look do nothing else, whatever its window says', async () => {
    const { carried, ssh } = await setUp('view');
    const console = await attach(ssh, hello);
    expect(console.welcome.role).toBe('view');
    const window = openWindow(console.router);
    const id = window.call('fleet.probe');
    await expect.poll(() => window.answerTo(id)).toMatchObject({ error: { code: 'not-allowed' } });
    console.close();
    await carried;
  });

  it('says that no console runs there, and ends with the one that does', async () => {
    const none = await setUp('administer', false);
    await expect(attach(none.ssh, hello)).rejects.toMatchObject({
      code: 'remote-console',
      detail: { case: 'not-running', directory: '/data' },
    });
    expect(await none.carried).toBe(false);
    const { carried, ssh, close } = await setUp('administer');
    const console = await attach(ssh, hello);
    close();
    await console.ended;
    expect(await carried).toBe(true);
  });

  it('leaves a console alone that is reached only after the one who asked is gone', async () => {
    const [stdio, ssh] = await streamPair();
    const asked = Promise.withResolvers<void>();
    const reached = Promise.withResolvers<AttachedConsole>();
    const ended = Promise.withResolvers<FramedEnd>();
    const carried = carryOverStdio({
      stream: stdio,
      reach() {
        asked.resolve();
        return reached.promise;
      },
      role: 'administer',
      env: {},
      version: '2.0.0',
      logFault: () => undefined,
    });
    const attached = attach(ssh, hello).catch(() => null);
    await asked.promise;
    ssh.destroy();
    await attached;
    const gone = once(stdio, 'close');
    stdio.destroy();
    await gone;
    await new Promise(setImmediate);
    let closed = 0;
    reached.resolve({
      router: core().router,
      welcome,
      ended: ended.promise,
      close() {
        closed++;
        ended.resolve({ kind: 'ours' });
      },
    });
    expect(await carried).toBe(false);
    expect(closed).toBeGreaterThan(0);
  });

  it('takes no other way, and no role that there is not', () => {
    expect(parseAttachArguments([])).toMatchObject({ exitCode: 2 });
    expect(parseAttachArguments(['--stdio', '--role', 'root'])).toMatchObject({ exitCode: 2 });
    expect(parseAttachArguments(['--stdio', '--role', 'view'])).toEqual({
      attach: { stdio: true, role: 'view' },
    });
  });
});
