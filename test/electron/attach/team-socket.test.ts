import { spawn } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { serveTeam } from '../../../electron/attach/team-socket.ts';
import { createNotices } from '../../../electron/core/notices.ts';
import { machineUserOf } from '../../../electron/core/roles/machine-user.ts';
import { openRoles } from '../../../electron/core/roles/roles.ts';
import type { Caller, Handlers } from '../../../electron/ipc/parts.ts';
import { createRouter } from '../../../electron/ipc/router.ts';
import { thisSystem } from '../../../electron/store/managed/locate.ts';
import { missingProgram } from '../../support/has-program.ts';

const nobody = 65_534;
const waitMs = 30_000;
const hello = { type: 'hello', contract: 1, version: '1', kind: 'command-line', token: null };
const opening = {
  ...{ type: 'open', channel: 1, kind: 'command-line', session: null, remote: null },
  // What it says of itself gives it nothing.
  role: 'administer',
};
const asking = (id: number, name: string) => ({
  type: 'message',
  channel: 1,
  message: { type: 'call', id, name, input: {} },
});

/** What another user of the machine is told who knocks, lets two windows' calls follow, and stays. */
function knock(path: string, uid: number) {
  const messages = [hello, opening, asking(1, 'app.notices'), asking(2, 'fleet.probe')];
  const program = `
    const socket = require('net').connect(${JSON.stringify(path)});
    socket.on('error', (error) => console.log(JSON.stringify({ error: error.code })));
    socket.on('close', () => { console.log('{"over":true}'); process.exit(); });
    socket.pipe(process.stdout);
    socket.write(${JSON.stringify(messages.map((each) => `${JSON.stringify(each)}\n`).join(''))});`;
  const as = [`--reuid=${uid}`, `--regid=${uid}`, '--clear-groups'];
  const child = spawn('setpriv', [...as, process.execPath, '-e', program]);
  onTestFinished(() => void child.kill('SIGKILL'));
  let text = '';
  child.stdout.on('data', (chunk) => {
    text += chunk;
  });
  return () => text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
}

interface Told {
  readonly message?: { readonly id: number; readonly result: unknown };
}
const answerOf = (told: readonly Told[], id: number) =>
  told.find(({ message }) => message?.id === id)?.message?.result;

it.skipIf(process.getuid?.() !== 0 || missingProgram('setpriv') !== null)(
  'lets another user in by who the kernel says they are, with the role that they have, as long as they have it',
  async () => {
    const directory = mkdtempSync(join(tmpdir(), 'team-'));
    chmodSync(directory, 0o755);
    const [file, socket] = [join(directory, 'roles.json'), join(directory, 'socket')];
    const { name } = await machineUserOf(nobody);
    const say = (users: object) => {
      writeFileSync(`${file}.new`, JSON.stringify({ version: 1, socket, users }));
      renameSync(`${file}.new`, file);
    };
    say({});
    const system = { ...thisSystem, env: {}, systemFile: join(directory, 'none', 'managed.json') };
    const roles = await openRoles(directory, system);
    const callers: Caller[] = [];
    const faults: string[] = [];
    const handlers: Partial<Handlers> = { 'app.notices': () => [], 'fleet.probe': () => null };
    const logFault = (what: string) => void faults.push(what);
    const router = createRouter({
      handlers: handlers as Handlers,
      sources: {} as never,
      onConnect: (caller) => callers.push(caller),
      logFault,
    });
    const notices = createNotices(Date.now);
    const end = serveTeam({ roles, router, version: '2', notices, logFault });
    onTestFinished(async () => {
      await end();
      roles.close();
      rmSync(directory, { recursive: true, force: true });
    });
    const patient = { timeout: waitMs };

    const mode = () => statSync(socket, { throwIfNoEntry: false })?.mode;
    await expect.poll(() => (mode() ?? 0) & 0o777, patient).toBe(0o666);
    let told = knock(socket, nobody);
    await expect.poll(() => JSON.stringify(told()), patient).toMatch(/"not-allowed".*"over"/);
    expect(callers).toEqual([]);

    say({ [name]: 'view' });
    await expect.poll(() => roles.roleOf({ uid: nobody, name, groups: [] }), patient).toBe('view');
    told = knock(socket, nobody);
    await expect.poll(() => told().length, patient).toBe(3);
    expect(told()[0]).toMatchObject({ type: 'welcome', user: name, role: 'view' });
    expect(answerOf(told(), 1)).toMatchObject({ ok: true });
    expect(answerOf(told(), 2)).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    expect(callers[0]?.asker).toMatchObject({ user: name, role: 'view', kind: 'command-line' });

    say({ [name]: 'operate' });
    await expect.poll(() => told().at(-1), patient).toEqual({ over: true });
    told = knock(socket, nobody);
    await expect.poll(() => told().length, patient).toBe(3);
    expect(answerOf(told(), 2)).toMatchObject({ ok: true });
    expect(faults).toEqual([`fleet.probe was refused to ${name} (command-line)`]);
  },
);

it.skipIf(process.platform === 'win32')(
  'gives one user a few places until they are known, and the others theirs',
  async () => {
    const directory = mkdtempSync(join(tmpdir(), 'team-'));
    chmodSync(directory, 0o755);
    const path = join(directory, 'socket');
    const roles = { roleOf: () => null, socket: () => path, onChange: () => () => undefined };
    const logFault = (what: string) => expect.fail(what);
    const router = { connect: () => expect.fail('somebody was let in') };
    const notices = createNotices(Date.now);
    const end = serveTeam({ roles, router, version: '2', notices, logFault });
    onTestFinished(async () => {
      await end();
      rmSync(directory, { recursive: true, force: true });
    });
    await expect
      .poll(() => (statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & 0o777)
      .toBe(0o666);
    let closed = 0;
    const silent = Array.from({ length: 140 }, () => {
      const socket = connect(path).resume();
      socket.on('error', () => undefined).on('close', () => closed++);
      return socket;
    });
    onTestFinished(() => silent.forEach((each) => void each.destroy()));
    await expect.poll(() => closed).toBeGreaterThanOrEqual(132);
    if (process.getuid?.() !== 0 || missingProgram('setpriv') !== null) return;
    const told = knock(path, nobody);
    await expect.poll(() => JSON.stringify(told())).toMatch(/"not-allowed".*"over"/);
  },
);

/** Consoles whose file of roles names one socket, to which nobody is let in. */
function sameSocket() {
  const directory = mkdtempSync(join(tmpdir(), 'team-'));
  const path = join(directory, 'in', 'socket');
  const ends: (() => Promise<void>)[] = [];
  onTestFinished(async () => {
    for (const end of ends) await end();
    rmSync(directory, { recursive: true, force: true });
  });
  const serve = () => {
    const faults: string[] = [];
    const notices = createNotices(() => 7);
    const end = serveTeam({
      roles: { roleOf: () => null, socket: () => path, onChange: () => () => undefined },
      router: { connect: () => expect.fail('somebody was let in') },
      version: '2',
      notices,
      logFault: (_, error) => void faults.push(String(error)),
      lookMs: 20,
    });
    ends.push(end);
    return { end, faults, told: () => notices.list().map(({ detail }) => detail) };
  };
  const file = () => lstatSync(path, { throwIfNoEntry: false })?.ino;
  return { directory: join(directory, 'in'), path, serve, file };
}

const patient = { timeout: waitMs };

/** Whether somebody takes connections there. */
const answers = (path: string) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

it('leaves the socket of a console that lives to it, tells so, and listens there once that has ended', async () => {
  const { directory, path, serve, file } = sameSocket();
  mkdirSync(directory);
  const first = serve();
  await expect.poll(file, patient).toBeDefined();
  const its = file();
  const second = serve();
  await expect.poll(second.told, patient).toEqual([{ case: 'taken', path }]);
  expect(second.faults).toEqual([`Error: taken: ${path}`]);
  expect(file()).toBe(its);
  await first.end();
  await expect.poll(second.told, patient).toEqual([]);
  expect(await answers(path)).toBe(true);
  expect(readdirSync(directory)).toEqual(['socket']);
});

it('tells what keeps it from listening for as long as it does', async () => {
  const { directory, path, serve } = sameSocket();
  const { told } = serve();
  const gone = { case: 'file', path, reason: 'gone', cause: 'ENOENT' };
  await expect.poll(told, patient).toEqual([gone]);
  mkdirSync(directory);
  writeFileSync(path, 'mine');
  await expect.poll(told, patient).toEqual([{ case: 'in-the-way', path }]);
  chmodSync(directory, 0o777);
  await expect.poll(told, patient).toEqual([{ case: 'open-to-others', path: directory }]);
  chmodSync(directory, 0o755);
  rmSync(path);
  await expect.poll(told, patient).toEqual([]);
  await expect.poll(() => answers(path), patient).toBe(true);
});

it('listens again where its file was removed, and leaves that of another in its place', async () => {
  const { directory, path, serve, file } = sameSocket();
  mkdirSync(directory);
  const { end, told } = serve();
  await expect.poll(() => answers(path), patient).toBe(true);
  const its = file();
  const early = connect(path);
  await new Promise((resolve) => early.once('connect', resolve));
  rmSync(path);
  await expect.poll(() => answers(path), patient).toBe(true);
  expect(file()).not.toBe(its);
  expect(early.closed).toBe(false);

  const other = createServer();
  const beside = join(directory, 'other');
  await new Promise<void>((resolve) => other.listen(beside, resolve));
  onTestFinished(() => void other.close());
  renameSync(beside, path);
  const theirs = file();
  await expect.poll(told, patient).toEqual([{ case: 'taken', path }]);
  await end();
  expect(file()).toBe(theirs);
});

it('leaves a directory that came to be open to others while it listens, and tells so until it is not', async () => {
  const { directory, path, serve, file } = sameSocket();
  mkdirSync(directory);
  const { told } = serve();
  await expect.poll(() => answers(path), patient).toBe(true);
  chmodSync(directory, 0o777);
  await expect.poll(told, patient).toEqual([{ case: 'open-to-others', path: directory }]);
  expect(file()).toBeUndefined();
  chmodSync(directory, 0o755);
  await expect.poll(told, patient).toEqual([]);
  expect(await answers(path)).toBe(true);
});
