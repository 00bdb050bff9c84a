import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ensureBuilt } from '../../../build/ensure-built.ts';
import { attach } from '../../../electron/attach/attached-console.ts';
import { addressSchema, placeOf } from '../../../electron/attach/place.ts';
import { contractVersion, type Hello } from '../../../shared/ipc/hello.ts';
import { missingProgram } from '../../support/has-program.ts';
import { run } from '../cli/program.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';
import { openFleet, reached, startShell } from '../web/shells.ts';

const nobody = '65534';

beforeAll(() => ensureBuilt('renderer'));

function addressOf(directory: string) {
  return addressSchema.parse(JSON.parse(readFileSync(placeOf(directory).addressFile, 'utf8')));
}

function knock(path: string): Socket {
  const socket = connect(path);
  // It may be let go while it still writes.
  socket.on('error', () => undefined);
  onTestFinished(() => void socket.destroy());
  return socket;
}

/** Resolves once the console has let it go, whatever that console still said. */
function letGo(socket: Socket): Promise<void> {
  socket.resume();
  return new Promise((resolve) => socket.once('close', () => resolve()));
}

const helloWith = (token: string): Hello => ({
  ...{ type: 'hello', contract: contractVersion, version: '1', kind: 'window', token },
});

describe('the socket of a console', () => {
  it('lets nobody in with a wrong token, and neither garbage nor a flood disturbs it', async () => {
    const { directory, ids } = await openFleet(1);
    const shell = await startShell(directory);
    await expect.poll(() => reached(shell, ids)).toBe(1);
    const { socket, token } = addressOf(directory);
    await expect(attach(knock(socket), helloWith('wrong'))).rejects.toMatchObject({
      code: 'attach-refused',
      detail: { case: 'token' },
    });
    for (const garbage of ['\0\xff{\n', '[]\n', 'x'.repeat(100_000)]) {
      const peer = knock(socket);
      peer.write(garbage);
      await letGo(peer);
    }
    const flood = knock(socket);
    flood.write(`${JSON.stringify(helloWith(token))}\n`);
    flood.write('{"type":"beat"}\n'.repeat(60_000));
    await letGo(flood);
    const [id = ''] = ids;
    expect(await shell.call('settings.read', { id })).toMatchObject({ transformation: null });
    const console = await attach(knock(socket), helloWith(token));
    console.close();
  });

  it.skipIf(process.getuid?.() !== 0 || missingProgram('setpriv') !== null)(
    'is out of reach for another user, also in a data directory that all may enter',
    async () => {
      const { directory } = await openFleet(1);
      chmodSync(directory, 0o755);
      await startShell(directory);
      const { socket } = addressOf(directory);
      const program = `
        const { readFileSync } = require('node:fs');
        const said = [];
        try { readFileSync(${JSON.stringify(placeOf(directory).addressFile)}); said.push('read'); }
        catch (error) { said.push(error.code); }
        const end = (word) => { said.push(word); console.log(said.join(' ')); process.exit(); };
        require('node:net').connect(${JSON.stringify(socket)})
          .on('error', (error) => end(error.code)).on('connect', () => end('in'));`;
      const as = [`--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'];
      const { stdout, stderr } = spawnSync('setpriv', [...as, process.execPath, '-e', program], {
        encoding: 'utf8',
        cwd: '/',
      });
      expect({ stdout, stderr }).toEqual({ stdout: 'EACCES EACCES\n', stderr: '' });
    },
  );

  it('that a killed console left is no hindrance, also of a directory whose path is too long for one', async () => {
    const { directory: short, ids, proxies } = await openFleet(1);
    const directory = join(temporaryDirectory(), 'a long name '.repeat(10), 'and one more');
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    cpSync(short, directory, { recursive: true });
    const words = ['transformation', 'get', '--profile', proxies[0]?.name ?? '', '--json'];
    for (const place of [short, directory]) {
      const first = await startShell(place);
      await expect.poll(() => reached(first, ids)).toBe(1);
      const { socket } = addressOf(place);
      expect(Buffer.byteLength(socket)).toBeLessThan(104);
      await first.kill();
      expect(existsSync(socket)).toBe(true);
      const next = await startShell(place);
      await expect.poll(() => reached(next, ids)).toBe(1);
      expect(addressOf(place)).toMatchObject({ socket, pid: next.child.pid, shell: 'web' });
      // Without a password it can only be the console's session.
      expect(await run([...words, '--data-dir', place])).toMatchObject({ code: 0, err: '' });
      await next.end('SIGTERM');
      expect(existsSync(socket)).toBe(false);
    }
  });
});
