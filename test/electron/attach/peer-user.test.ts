import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { peerUidOf, peerUserOf } from '../../../electron/attach/peer-user.ts';
import { machineUserOf } from '../../../electron/core/roles/machine-user.ts';
import { missingProgram } from '../../support/has-program.ts';

const nobody = 65_534;

/** A server on a local socket that every user may reach. */
async function listen() {
  const directory = mkdtempSync(join(tmpdir(), 'peer-'));
  const path = join(directory, 'socket');
  const server = createServer();
  const accepted = new Promise<Socket>((resolve) => server.once('connection', resolve));
  await new Promise<void>((resolve) => server.listen(path, resolve));
  chmodSync(directory, 0o755);
  chmodSync(path, 0o666);
  onTestFinished(() => {
    server.close();
    rmSync(directory, { recursive: true, force: true });
  });
  return { path, accepted };
}

/** A program of this user's, or of another, that stays connected. */
function connectAs(path: string, uid: number): void {
  const program = [
    process.execPath,
    '-e',
    `require('net').connect(${JSON.stringify(path)}); setInterval(() => {}, 1000)`,
  ];
  const as = ['setpriv', `--reuid=${uid}`, `--regid=${uid}`, '--clear-groups', ...program];
  const [command = '', ...args] = as;
  const child = spawn(command, args, { stdio: 'ignore' });
  onTestFinished(() => void child.kill('SIGKILL'));
}

describe.skipIf(process.platform === 'win32')('the other end of a local socket', () => {
  it('is this user, for a process of this user', async () => {
    const { path, accepted } = await listen();
    const peer = connect(path);
    onTestFinished(() => void peer.destroy());
    const socket = await accepted;
    const user = await peerUserOf(socket);
    expect(user).toMatchObject({ uid: process.getuid?.(), name: userInfo().username });
    expect(user?.groups.length).toBeGreaterThan(0);
    socket.destroy();
    await expect.poll(() => peerUidOf(socket)).toBeNull();
    expect(await peerUserOf(socket)).toBeNull();
  });

  it.skipIf(process.getuid?.() !== 0 || missingProgram('setpriv') !== null)(
    'is another user, for a process of another user',
    async () => {
      const { path, accepted } = await listen();
      connectAs(path, nobody);
      const socket = await accepted;
      onTestFinished(() => void socket.destroy());
      expect(await peerUserOf(socket)).toEqual(await machineUserOf(nobody));
      expect(peerUidOf(socket)).toBe(nobody);
    },
  );

  it('is nobody, for what is no local socket', async () => {
    const server = createServer();
    const accepted = new Promise<Socket>((resolve) => server.once('connection', resolve));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const peer = connect(port, '127.0.0.1');
    const socket = await accepted;
    onTestFinished(() => {
      for (const one of [peer, socket]) one.destroy();
      server.close();
    });
    expect(peerUidOf(socket)).toBeNull();
  });
});

describe.skipIf(process.platform === 'win32')('a user of the machine', () => {
  it('without a name is a number, and in no group', async () => {
    expect(await machineUserOf(3_999_999_999)).toEqual({
      uid: 3_999_999_999,
      name: 'uid 3999999999',
      groups: [],
    });
  });
});
