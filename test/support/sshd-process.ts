import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';

export const sshd = '/usr/sbin/sshd';

export interface SshdOptions {
  /** Names the files of its directory. */
  readonly at: (name: string) => string;
  /** Of loopback. */
  readonly port: number;
  /** The file of the key that it shows. */
  readonly hostKey: string;
  /** Lines of its configuration besides those that every one here has. */
  readonly lines: readonly string[];
  /** Takes each line that it writes. */
  readonly onLine: (line: string) => void;
}

/**
 * Starts it, and resolves once it says itself that it listens: that something answers at the port would not show that it is this one. Null where
 * another has the port. Throws with what it said where it ends otherwise.
 */
export async function runSshd(options: SshdOptions): Promise<ChildProcess | null> {
  const { at, port, hostKey, lines, onLine } = options;
  const settings = [
    // The first value of each counts.
    ...lines,
    `Port ${port}`,
    'ListenAddress 127.0.0.1',
    `HostKey ${at(hostKey)}`,
    `AuthorizedKeysFile ${at('authorized_keys')}`,
    'PidFile none',
    // Each connection, and why one was refused.
    'LogLevel VERBOSE',
    'UsePAM no',
    'UseDNS no',
    'StrictModes no',
    'PermitRootLogin prohibit-password',
    'PasswordAuthentication no',
    'KbdInteractiveAuthentication no',
    'PrintMotd no',
    'Banner none',
    // Tests refuse logins on purpose, and cut them; on a machine at work many are under way.
    'MaxStartups 1000',
    'LoginGraceTime 600',
    ...penalties(),
  ];
  await writeFile(at('sshd_config'), `${settings.join('\n')}\n`);
  const server = spawn(sshd, ['-D', '-e', '-f', at('sshd_config')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said: string[] = [];
  const listening = Promise.withResolvers<'listens'>();
  createInterface(server.stderr).on('line', (line) => {
    said.push(line);
    onLine(line);
    if (line.startsWith(`Server listening on 127.0.0.1 port ${port}`)) listening.resolve('listens');
  });
  const ended = once(server, 'close').then(() => 'ended' as const);
  if ((await Promise.race([listening.promise, ended])) === 'listens') return server;
  if (said.some((line) => line.includes('Address already in use'))) return null;
  throw new Error(`sshd ended: ${said.join('\n')}`);
}

/** From 9.8 on it keeps away whoever failed a few times. */
function penalties(): readonly string[] {
  const { stderr } = spawnSync('ssh', ['-V'], { encoding: 'utf8' });
  const [, major, minor] = /OpenSSH_(\d+)\.(\d+)/.exec(stderr) ?? [];
  return Number(major) * 100 + Number(minor) >= 908 ? ['PerSourcePenalties no'] : [];
}

/** Ends it; what it serves goes on. */
export async function stopSshd(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill();
  await ended;
}
