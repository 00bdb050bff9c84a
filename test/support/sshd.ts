import { type ChildProcess, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { freeTcpPort } from './free-port.ts';
import { createSshUser, type SshUser } from './ssh-user.ts';
import { runSshd, sshd, stopSshd } from './sshd-process.ts';

/** For a login, milliseconds: no test waits for it in vain, and one on a machine at work takes many seconds. */
export const loginMs = 120_000;

/** Why the tests with a real SSH server cannot run here, or null. */
export function missingForSsh(): string | null {
  if (process.platform === 'win32') return 'the SSH tests need a POSIX system';
  if (!existsSync(sshd)) return `no ${sshd} (Debian: openssh-server)`;
  try {
    execFileSync('ssh', ['-V'], { stdio: 'ignore' });
  } catch {
    return 'no ssh (Debian: openssh-client)';
  }
  return null;
}

/** A real SSH server on loopback that takes one key, and a user's `ssh` that is set up for it. */
export interface SshServer extends Omit<SshUser, 'moveTo'> {
  /** Makes server and user what they were at the start. */
  reset(): Promise<void>;
  /** Connections that the server's own processes serve now. */
  connections(): number;
  /** What the server wrote since the last `reset`, which tells of each connection. */
  log(): string;
  /** Replaces the server's key, as an attacker's host has another. */
  changeHostKey(): Promise<void>;
  /** Runs this on the server for each login, whatever command was asked for. */
  forceCommand(command: string): Promise<void>;
  /** Lets somebody in with these alone. */
  takeOnly(ways: { readonly key: boolean; readonly password: boolean }): Promise<void>;
  /** Takes another key than the user's. */
  refuseKey(): Promise<void>;
  close(): Promise<void>;
}

/** Starts it in a directory of its own; nothing of the machine's own configuration or keys is read. */
export async function startSshServer(): Promise<SshServer> {
  const directory = await mkdtemp(join(tmpdir(), 'spcp-sshd-'));
  const at = (name: string): string => join(directory, name);
  if (userInfo().uid === 0) await mkdir('/run/sshd', { recursive: true });
  for (const name of ['host', 'other-host', 'user', 'other-user'])
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', at(name)]);
  const allow = async (name: string): Promise<void> =>
    writeFile(at('authorized_keys'), await readFile(at(`${name}.pub`)), { mode: 0o600 });
  await allow('user');

  let port = await freeTcpPort();
  const user = await createSshUser(at, port);
  let log: string[] = [];
  const run = async (hostKey: string, lines: readonly string[]): Promise<ChildProcess> => {
    for (;;) {
      const onLine = (line: string): void => void log.push(line);
      const server = await runSshd({ at, port, hostKey, lines, onLine });
      if (server !== null) return server;
      port = await freeTcpPort();
      await user.moveTo(port);
    }
  };
  let server = await run('host', []);
  let asAtFirst = true;
  const restart = async (hostKey: string, lines: readonly string[]): Promise<void> => {
    await stopSshd(server);
    server = await run(hostKey, lines);
    asAtFirst = hostKey === 'host' && lines.length === 0;
  };
  return {
    ...user,
    connections: () => childrenOf(server.pid, /./).length,
    log: () => log.join('\n'),
    async reset() {
      log = [];
      await allow('user');
      await user.reset();
      if (!asAtFirst || (server.exitCode ?? server.signalCode) !== null) await restart('host', []);
    },
    changeHostKey: () => restart('other-host', []),
    forceCommand: (command) => restart('host', [`ForceCommand ${command}`]),
    takeOnly: ({ key, password }) =>
      restart('host', [
        `PubkeyAuthentication ${key ? 'yes' : 'no'}`,
        `PasswordAuthentication ${password ? 'yes' : 'no'}`,
      ]),
    refuseKey: () => allow('other-user'),
    async close() {
      await stopSshd(server);
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Programs called `ssh` that this process started and that are there still, also those that are over and were not waited for. */
export function runningSsh(): number {
  return childrenOf(process.pid, /^ssh$/).length;
}

/** Ends every `ssh` that this process, by default the one that asks, started, as a cut network does. */
export function cutSsh(parent = process.pid): void {
  for (const pid of childrenOf(parent, /^ssh$/)) process.kill(pid);
}

function childrenOf(parent: number | undefined, name: RegExp): number[] {
  const listed = execFileSync('ps', ['-eo', 'ppid=,pid=,comm='], { encoding: 'utf8' });
  return listed
    .split('\n')
    .map((line) => line.trim().split(/ +/))
    .filter(([ppid, , command = '']) => ppid === String(parent) && name.test(command))
    .map(([, pid]) => Number(pid));
}
