import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { connectClient } from '../../../../electron/spcp/client.ts';
import { missingForSsh } from '../../../support/sshd.ts';
import { whySkipped } from '../../../support/why-skipped.ts';
import { patient, useRelayRig } from './relay-rig.ts';

const missing = missingForSsh();

describe.skipIf(missing !== null)(
  `what an SSH relay cannot do is told${whySkipped(missing)}`,
  () => {
    const rig = useRelayRig();
    const { through, toProxy, failure } = rig;

    it('tells that an echo is no proxy', async () => {
      const connecting = connectClient(
        through('cat'),
        { user: 'admin', password: 'secret' },
        patient,
      );
      await expect(connecting).rejects.toMatchObject({
        code: 'protocol-error',
        detail: { rule: 'echo' },
      });
    });

    it('tells that the host key is not known', async () => {
      await rig.ssh.forgetHostKey();
      expect(await failure(through(toProxy()))).toMatchObject({
        code: 'ssh-host-key',
        detail: { changed: false, sshDestination: 'the-proxy' },
      });
    });

    it('tells that the host key has changed', async () => {
      await rig.ssh.changeHostKey();
      expect(await failure(through(toProxy()))).toMatchObject({
        code: 'ssh-host-key',
        detail: { changed: true },
      });
    });

    it('tells that the login was refused, and asks nothing', async () => {
      await rig.ssh.refuseKey();
      expect(await failure(through(toProxy()))).toMatchObject({
        code: 'ssh-login-refused',
        message: expect.stringContaining('cannot ask'),
      });
    });

    it('tells that there is no such SSH host', async () => {
      const target = through(toProxy(), { sshDestination: 'no-such-host.invalid' });
      expect(await failure(target)).toMatchObject({ code: 'host-not-found' });
    });

    it('tells that no SSH server is there', async () => {
      await rig.ssh.configure([]);
      const target = through(toProxy(), { sshDestination: 'the-proxy:1' });
      expect(await failure(target)).toMatchObject({ code: 'unreachable' });
    });

    it('tells that the relay program is not there', async () => {
      expect(await failure(through('no-such-relay - {host} {port}'))).toMatchObject({
        code: 'relay-missing',
        detail: { program: 'no-such-relay' },
      });
    });

    it('tells that the proxy’s port refuses', async () => {
      expect(await failure(through(toProxy(), { port: 9191 }))).toMatchObject({
        code: 'refused',
        detail: { port: 9191 },
      });
    });

    it('tells that the relay failed for a reason of its own, with its words escaped', async () => {
      const command = "printf 'no \\033[31mluck\\n' >&2; exit 3";
      expect(await failure(through(command))).toMatchObject({
        code: 'relay-failed',
        detail: { exitCode: 3, said: 'no \\x1b[31mluck' },
      });
    });

    it('tells that there is no ssh on this machine', async () => {
      const empty = await mkdtemp(join(tmpdir(), 'spcp-no-ssh-'));
      process.env.PATH = empty;
      expect(await failure(through(toProxy()))).toMatchObject({ code: 'ssh-missing' });
      await rm(empty, { recursive: true });
    });
  },
);
