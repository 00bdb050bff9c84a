import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { delimiter } from 'node:path';

/** A user's `ssh` of this machine with a configuration of its own, which knows one server. */
export interface SshUser {
  /** A name of the configuration. */
  readonly destination: string;
  /** What `PATH` has to be for the configuration to count. */
  readonly path: string;
  /** Makes everything what it was at the start. */
  reset(): Promise<void>;
  /** Writes the configuration, with these lines more for the server. */
  configure(lines: readonly string[]): Promise<void>;
  /** Lets `ssh` know none of these options (lower case), as before they were made. */
  beOlder(options: readonly string[]): Promise<void>;
  /** Forgets the server's key. */
  forgetHostKey(): Promise<void>;
  /** Has the user's key ask for a passphrase. */
  protectKey(): Promise<void>;
  /** The server is at another port now. */
  moveTo(port: number): Promise<void>;
}

/** Makes it of the keys `user` and `host` in the directory that `at` names the files of. */
export async function createSshUser(
  at: (name: string) => string,
  firstPort: number,
): Promise<SshUser> {
  let port = firstPort;
  let more: readonly string[] = [];
  let knows = true;
  const trust = async (): Promise<void> => {
    const [type, key] = (await readFile(at('host.pub'), 'utf8')).split(' ');
    await writeFile(at('known_hosts'), knows ? `[127.0.0.1]:${port} ${type} ${key}\n` : '');
  };
  const configure = async (): Promise<void> => {
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
      ...more.map((line) => `  ${line}`),
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
  const user: SshUser = {
    destination: 'the-proxy',
    path: `${at('bin')}${delimiter}${process.env.PATH ?? ''}`,
    async reset() {
      if (isProtected) changePassphrase('planted', '');
      isProtected = false;
      [more, knows] = [[], true];
      await trust();
      await configure();
      await program([]);
    },
    async configure(lines) {
      more = lines;
      await configure();
    },
    beOlder: program,
    async forgetHostKey() {
      knows = false;
      await trust();
    },
    async protectKey() {
      changePassphrase('', 'planted');
      isProtected = true;
    },
    async moveTo(next) {
      port = next;
      await trust();
      await configure();
    },
  };
  await user.reset();
  return user;
}
