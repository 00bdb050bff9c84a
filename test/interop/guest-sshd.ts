import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Guest } from './guest/guest.ts';

/** A real SSH server in the guest, and a user's `ssh` of the host that is set up for it. */
export interface GuestSshServer {
  /** A name of the user's configuration. */
  readonly destination: string;
  /** What `PATH` has to be for the user's configuration to count. */
  readonly path: string;
  stop(): Promise<void>;
}

/** Its TCP port in the guest. */
export const guestSshPort = 2222;

/**
 * Starts it; `hostPort` leads to its port. Keys and configuration are made on the host, whose files the guest sees; nothing of the
 * machine's own configuration or keys is read.
 */
export async function startGuestSshServer(guest: Guest, hostPort: number): Promise<GuestSshServer> {
  const directory = mkdtempSync(join(tmpdir(), 'spcp-guest-sshd-'));
  const at = (name: string): string => join(directory, name);
  const write = (name: string, lines: readonly string[]): void =>
    writeFileSync(at(name), `${lines.join('\n')}\n`, { mode: 0o600 });
  for (const name of ['host', 'user'])
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', at(name)]);
  const publicKey = (name: string): string => readFileSync(at(`${name}.pub`), 'utf8').trim();
  write('authorized_keys', [publicKey('user')]);
  write('known_hosts', [`[127.0.0.1]:${hostPort} ${publicKey('host')}`]);
  write('sshd_config', [
    `Port ${guestSshPort}`,
    `HostKey ${at('host')}`,
    `AuthorizedKeysFile ${at('authorized_keys')}`,
    'PidFile none',
    'UsePAM no',
    'UseDNS no',
    'StrictModes no',
    'PermitRootLogin prohibit-password',
    'PasswordAuthentication no',
    'KbdInteractiveAuthentication no',
    'PrintMotd no',
    // The start files of the machine's own user are not this test's.
    'SetEnv HOME=/run',
  ]);
  write('ssh_config', [
    'Host the-guest',
    '  HostName 127.0.0.1',
    `  Port ${hostPort}`,
    '  User root',
    `  IdentityFile ${at('user')}`,
    '  IdentitiesOnly yes',
    '  IdentityAgent none',
    `  UserKnownHostsFile ${at('known_hosts')}`,
    '  GlobalKnownHostsFile /dev/null',
  ]);
  const ssh = execFileSync('sh', ['-c', 'command -v ssh'], { encoding: 'utf8' }).trim();
  mkdirSync(at('bin'));
  writeFileSync(at('bin/ssh'), `#!/bin/sh\nexec ${ssh} -F ${at('ssh_config')} "$@"\n`);
  chmodSync(at('bin/ssh'), 0o755);
  const server = guest.run('/bin/sh', [
    '-c',
    `mkdir -p /run/sshd && exec /usr/sbin/sshd -D -e -f ${at('sshd_config')}`,
  ]);
  await server.line(/Server listening on 0\.0\.0\.0/);
  return {
    destination: 'the-guest',
    path: `${at('bin')}${delimiter}${process.env.PATH ?? ''}`,
    async stop() {
      server.signal('SIGTERM');
      await server.exit;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
