import type { Duplex } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type RunningProgram,
  startSshProgram,
} from '../../../../electron/transport/ssh/program.ts';
import {
  loginMs,
  missingForSsh,
  runningSsh,
  type SshServer,
  startSshServer,
} from '../../../support/sshd.ts';
import { whySkipped } from '../../../support/why-skipped.ts';

const missing = missingForSsh();
const ownPath = process.env.PATH;
const firstLine = 'HERE-IT-BEGINS';

describe.skipIf(missing !== null)(
  `a program behind a real SSH server${whySkipped(missing)}`,
  () => {
    let ssh: SshServer;
    beforeAll(async () => {
      ssh = await startSshServer();
    });
    afterAll(() => ssh?.close());
    beforeEach(async ({ onTestFailed }) => {
      await ssh.reset();
      process.env.PATH = ssh.path;
      onTestFailed(() => console.error(ssh.log()));
    });
    afterEach(async () => {
      process.env.PATH = ownPath;
      await expect.poll(() => runningSsh() + ssh.connections()).toBe(0);
    });

    const start = (
      command: string,
      { signal = new AbortController().signal, connectTimeoutMs = loginMs } = {},
    ): Promise<RunningProgram> =>
      startSshProgram(
        { sshDestination: ssh.destination, command, firstLine },
        { signal, connectTimeoutMs },
      );

    it('begins behind all that the shell there prints, and carries both directions to the end', async () => {
      await ssh.forceCommand(
        'printf "Welcome!\\nHERE, 3 updates\\n"; eval "$SSH_ORIGINAL_COMMAND"',
      );
      const { stream, ended } = await start(`echo ${firstLine}; echo next; cat`);
      stream.write('what is typed\n');
      stream.end();
      expect(await textOf(stream)).toBe('next\nwhat is typed\n');
      expect(await ended).toMatchObject({ code: 'remote-console', detail: { case: 'ended' } });
    });

    it('lets the far side wait while nobody reads', async () => {
      const { stream } = await start(`echo ${firstLine}; head -c 30000000 /dev/zero`);
      await new Promise((resolve) => stream.once('readable', resolve));
      expect(stream.readableLength).toBeLessThan(1_000_000);
      let length = 0;
      for await (const chunk of stream) length += (chunk as Buffer).length;
      expect(length).toBe(30_000_000);
    });

    it('tells that there is no such program', async () => {
      await expect(start('no-such-console attach')).rejects.toMatchObject({
        code: 'remote-console',
        detail: { case: 'missing', program: 'no-such-console attach', sshDestination: 'the-proxy' },
      });
    });

    it('tells with which words a program ended that did not begin', async () => {
      await expect(start('echo "cannot: \\033[1m" >&2; exit 9')).rejects.toMatchObject({
        code: 'remote-console',
        detail: { case: 'ended', exitCode: 9 },
      });
    });

    it('does not take endless noise for a beginning', async () => {
      await expect(start('yes')).rejects.toMatchObject({
        code: 'remote-console',
        detail: { case: 'noise' },
      });
    });

    it('tells a host key that is not known, or another one', async () => {
      await ssh.forgetHostKey();
      await expect(start('true')).rejects.toMatchObject({ code: 'ssh-host-key' });
      await ssh.reset();
      await ssh.changeHostKey();
      await expect(start('true')).rejects.toMatchObject({
        code: 'ssh-host-key',
        detail: { changed: true },
      });
    });

    it('tells with what it would be let in where ssh has to ask, and asks nothing', async () => {
      const takes = async () => {
        const why = await start('true').catch((error: unknown) => error);
        expect(why).toMatchObject({ code: 'ssh-login-refused' });
        return (why as { detail: { takes: string } }).detail.takes;
      };
      await ssh.protectKey();
      expect(await takes()).toBe('key');
      await ssh.takeOnly({ key: true, password: true });
      expect(await takes()).toBe('key-or-password');
      await ssh.takeOnly({ key: false, password: true });
      expect(await takes()).toBe('password');
    });

    it('tells that the login was refused, that nobody answers in time, and that there is no ssh', async () => {
      await ssh.refuseKey();
      await expect(start('true')).rejects.toMatchObject({ code: 'ssh-login-refused' });
      await ssh.configure(['ProxyCommand sleep 60']);
      await expect(start('true', { connectTimeoutMs: 300 })).rejects.toMatchObject({
        code: 'connect-timeout',
      });
      process.env.PATH = '/nowhere';
      await expect(start('true')).rejects.toMatchObject({ code: 'ssh-missing' });
    });

    it('goes through an ssh that knows fewer options', async () => {
      await ssh.beOlder(['sessiontype', 'stdinnull', 'forkafterauthentication']);
      const { stream } = await start(`echo ${firstLine}; cat`);
      stream.end();
      expect(await textOf(stream)).toBe('');
    });

    it('is ended by its signal, and tells what a connection says that drops', async () => {
      const wanted = new AbortController();
      const { stream, ended } = await start(`echo ${firstLine}; cat`, { signal: wanted.signal });
      wanted.abort();
      await ended;
      expect(stream.destroyed).toBe(true);
      const dropped = await start(`echo ${firstLine}; read line; kill -9 $PPID; cat`);
      dropped.stream.write('now\n');
      expect(await dropped.ended).toMatchObject({
        code: 'remote-console',
        detail: { case: 'ended' },
      });
      dropped.stream.destroy();
    });
  },
);

async function textOf(stream: Duplex): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += String(chunk);
  return text;
}
