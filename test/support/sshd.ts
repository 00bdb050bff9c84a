import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const sshd = '/usr/sbin/sshd';

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
export interface SshServer {
  readonly port: number;
  /** A name of the user's configuration. */
  readonly destination: string;
  /** Makes server and user what they were at the start. */
  reset(): Promise<void>;
  /** Connections that the server's own processes serve now. */
  connections(): number;
  /** Replaces the server's key, as an attacker's host has another. */
  changeHostKey(): Promise<void>;
  /** Runs this on the server for each login, whatever command was asked for. */
  forceCommand(command: string): Promise<void>;
  /** Writes the user's configuration, with these lines more for the server. */
  configure(lines: readonly string[]): Promise<void>;
  /** Lets the user's `ssh` know none of these options (lower case), as before they were made. */
  beOlder(options: readonly string[]): Promise<void>;
  /** Forgets the server's key. */
  forgetHostKey(): Promise<void>;
  /** Has the user's key ask for a passphrase. */
  protectKey(): Promise<void>;
  /** Lets somebody in with these alone. */
  takeOnly(ways: { readonly key: boolean; readonly password: boolean }): Promise<void>;
  /** Takes another key than the user's. */
  refuseKey(): Promise<void>;
  /** What `PATH` has to be for the user's configuration to count. */
  readonly path: string;
  close(): Promise<void>;
}

/** Starts it in a directory of its own; nothing of the machine's own configuration or keys is read. */
export async function startSshServer(): Promise<SshServer> {
  const directory = await mkdtemp(join(tmpdir(), 'spcp-sshd-'));
  const at = (name: string): string => join(directory, name);
  const port = await freePort();
  if (userInfo().uid === 0) await mkdir('/run/sshd', { recursive: true });
  const newKey = (name: string): void => {
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', at(name)]);
  };
  for (const name of ['host', 'other-host', 'user', 'other-user']) newKey(name);
  const allow = async (name: string): Promise<void> =>
    writeFile(at('authorized_keys'), await readFile(at(`${name}.pub`)), { mode: 0o600 });
  const trust = async (name: string): Promise<void> => {
    const [type, key] = (await readFile(at(`${name}.pub`), 'utf8')).split(' ');
    await writeFile(at('known_hosts'), `[127.0.0.1]:${port} ${type} ${key}\n`);
  };
  const configure = async (lines: readonly string[]): Promise<void> => {
    const own = [
      'Host the-proxy',
      '  HostName 127.0.0.1',
      `  Port ${port}`,
      `  User ${userInfo().username}`,
      `  IdentityFile ${at('user')}`,
      '  IdentitiesOnly yes',
      '  IdentityAgent none',
      `  UserKnownHostsFile ${at('known_hosts')}`,
      '  GlobalKnownHostsFile /dev/null',
      ...lines.map((line) => `  ${line}`),
    ];
    await writeFile(at('ssh_config'), `${own.join('\n')}\n`, { mode: 0o600 });
  };
  const ssh = execFileSync('sh', ['-c', 'command -v ssh'], { encoding: 'utf8' }).trim();
  await mkdir(at('bin'));
  const program = async (unknown: readonly string[]): Promise<void> => {
    const refusals = unknown.map(
      (option) =>
        `case "$lower" in *" ${option}="*) echo "command-line line 0: Bad configuration option: ${option}" >&2; exit 255;; esac`,
    );
    const script = [
      '#!/bin/sh',
      'lower=" $(echo "$*" | tr A-Z a-z)"',
      ...refusals,
      `exec ${ssh} -F ${at('ssh_config')} "$@"`,
    ];
    await writeFile(at('bin/ssh'), `${script.join('\n')}\n`);
    await chmod(at('bin/ssh'), 0o755);
  };
  let isProtected = false;
  const changePassphrase = (from: string, to: string): void => {
    execFileSync('ssh-keygen', ['-q', '-p', '-P', from, '-N', to, '-f', at('user')]);
  };
  const ofTheUser = async (): Promise<void> => {
    if (isProtected) changePassphrase('planted', '');
    isProtected = false;
    await allow('user');
    await trust('host');
    await configure([]);
    await program([]);
  };
  await ofTheUser();

  let server = await run(at, port, 'host', []);
  let asAtFirst = true;
  const stop = async (): Promise<void> => {
    server.kill();
    while (server.exitCode === null && server.signalCode === null) await delay(10);
  };
  const restart = async (hostKey: string, lines: readonly string[]): Promise<void> => {
    await stop();
    server = await run(at, port, hostKey, lines);
    asAtFirst = hostKey === 'host' && lines.length === 0;
  };
  return {
    port,
    destination: 'the-proxy',
    connections: () => childrenOf(server.pid, /./).length,
    async reset() {
      await ofTheUser();
      if (!asAtFirst) await restart('host', []);
    },
    changeHostKey: () => restart('other-host', []),
    forceCommand: (command) => restart('host', [`ForceCommand ${command}`]),
    configure,
    beOlder: program,
    forgetHostKey: () => writeFile(at('known_hosts'), ''),
    async protectKey() {
      changePassphrase('', 'planted');
      isProtected = true;
    },
    takeOnly: ({ key, password }) =>
      restart('host', [
        `PubkeyAuthentication ${key ? 'yes' : 'no'}`,
        `PasswordAuthentication ${password ? 'yes' : 'no'}`,
      ]),
    refuseKey: () => allow('other-user'),
    path: `${at('bin')}${delimiter}${process.env.PATH ?? ''}`,
    async close() {
      await stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function run(
  at: (name: string) => string,
  port: number,
  hostKey: string,
  lines: readonly string[],
): Promise<ChildProcess> {
  const settings = [
    // The first value of each counts.
    ...lines,
    `Port ${port}`,
    'ListenAddress 127.0.0.1',
    `HostKey ${at(hostKey)}`,
    `AuthorizedKeysFile ${at('authorized_keys')}`,
    'PidFile none',
    'UsePAM no',
    'StrictModes no',
    'PermitRootLogin prohibit-password',
    'PasswordAuthentication no',
    'KbdInteractiveAuthentication no',
    'PrintMotd no',
    'Banner none',
  ];
  await writeFile(at('sshd_config'), `${settings.join('\n')}\n`);
  const server = spawn(sshd, ['-D', '-e', '-f', at('sshd_config')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  server.stderr.on('data', (bytes) => {
    said += String(bytes);
  });
  while (!(await answers(port))) {
    if (server.exitCode !== null) throw new Error(`sshd ended: ${said}`);
    await delay(20);
  }
  return server;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('data', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
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

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
