import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startReferenceProxy } from '../../../../electron/reference-proxy/reference-proxy.ts';
import { connectClient } from '../../../../electron/spcp/client.ts';
import { diagnose } from '../../../../electron/spcp/diagnose.ts';
import { kernelSctpSupport } from '../../../../electron/transport/kernel/support.ts';
import { openTransport } from '../../../../electron/transport/open.ts';
import type { Target, Transport } from '../../../../electron/transport/transport.ts';
import { listenUdp } from '../../../../electron/transport/udp/server.ts';
import { missingForSsh } from '../../../support/sshd.ts';
import { whySkipped } from '../../../support/why-skipped.ts';
import { patient, useRelayRig } from './relay-rig.ts';

const missing = missingForSsh();

describe.skipIf(missing !== null)(`a relay through a real SSH server${whySkipped(missing)}`, () => {
  const rig = useRelayRig();
  const { through, toProxy, failure } = rig;

  it('carries a whole session to a proxy that listens on loopback', async () => {
    const { user, password } = rig.proxy;
    const { client, connection } = await connectClient(
      through(toProxy()),
      { user, password },
      patient,
    );
    expect(connection).toEqual({
      transport: 'ssh',
      description: `127.0.0.1:${rig.proxy.port} (SSH the-proxy)`,
      reason: null,
    });
    await expect(client.readMetrics()).resolves.toMatchObject({ connections: 0n });
    await client.setTransformation('tr a-z A-Z');
    await expect(client.getTransformation()).resolves.toBe('tr a-z A-Z');
    await client.setTransformation(null);
    await client.quit();
    await expect(client.ended).resolves.toMatchObject({
      reason: expect.stringMatching(/^(closed|peer-shutdown)$/),
    });
  });

  it('drops the stray bytes of a deployed server, which loses the boundaries of its messages here', async () => {
    const deployed = await startReferenceProxy({ name: 'deployed', quirks: true });
    const command = toProxy().replace(String(rig.proxy.udpPort), String(deployed.udpPort));
    const admin = { user: 'admin', password: 'admin' };
    const { client } = await connectClient(through(command), admin, patient);
    for (let i = 0; i < 5; i++) {
      await expect(client.readMetrics()).resolves.toMatchObject({ connections: 0n, accesses: 0n });
    }
    await client.quit();
    await deployed.close();
  });

  it.each([
    ['StdinNull yes'],
    ['ForkAfterAuthentication yes'],
    ['SessionType none'],
    ['SessionType subsystem'],
    ['RemoteCommand true', 'RequestTTY force', 'EscapeChar a'],
  ])('is not kept from its session by the user’s configuration: %s', async (...lines) => {
    await rig.ssh.configure(lines);
    const { user, password } = rig.proxy;
    const { client } = await connectClient(through(toProxy()), { user, password }, patient);
    await expect(client.readMetrics()).resolves.toMatchObject({ connections: 0n });
    await client.quit();
  });

  it('goes through an ssh that knows fewer options', async () => {
    await rig.ssh.beOlder(['sessiontype', 'stdinnull', 'forkafterauthentication']);
    const { user, password } = rig.proxy;
    const { client } = await connectClient(through(toProxy()), { user, password }, patient);
    await expect(client.readMetrics()).resolves.toMatchObject({ connections: 0n });
    await client.quit();
  });

  it('is not confused by what the start files of the far side’s shell print', async () => {
    await rig.ssh.forceCommand('printf "00 welcome 00\\n"; eval "$SSH_ORIGINAL_COMMAND"');
    const { user, password } = rig.proxy;
    const { client } = await connectClient(through(toProxy()), { user, password }, patient);
    await expect(client.readMetrics()).resolves.toMatchObject({ connections: 0n });
    await client.quit();
  });

  it('does not take endless noise before the relay', async () => {
    await rig.ssh.forceCommand('yes');
    expect(await failure(through(toProxy()))).toMatchObject({ code: 'relay-failed' });
  });

  it('counts a relay that tells nothing as joined once it had time to fail, and hears a later failure', async () => {
    const fails = 'head -c 1 >/dev/null; echo "connect(): Connection refused" >&2; exit 1';
    const { transport } = await openTransport(through(fails), patient);
    transport.send(Uint8Array.of(0));
    await expect(transport.ended).resolves.toMatchObject({
      reason: 'failed',
      error: { code: 'refused' },
    });
  });

  describe('other than socat that fails late', () => {
    const login = { user: 'admin', password: 'secret' };
    const refuses = 'head -c 1 >/dev/null; echo "Ncat: Connection refused." >&2; exit 1';

    it('shows why it failed, and no association that was lost', async () => {
      await expect(connectClient(through(refuses), login, patient)).rejects.toMatchObject({
        code: 'refused',
        message: expect.stringContaining('Ncat: Connection refused.'),
        detail: { said: 'Ncat: Connection refused.', sshDestination: 'the-proxy' },
      });
    });

    it('is not taken for a proxy that ended the association where it ends with 0', async () => {
      const complains = 'head -c 1 >/dev/null; echo "Ncat: no such luck." >&2; exit 0';
      await expect(connectClient(through(complains), login, patient)).rejects.toMatchObject({
        code: 'relay-failed',
        message: expect.stringContaining('Ncat: no such luck.'),
      });
    });

    it('shows what it said when it fails in the middle', async () => {
      const leaves =
        "head -c 8 >/dev/null; printf '\\0'; sleep 0.5; echo 'Ncat: gone.' >&2; exit 2";
      await expect(connectClient(through(leaves), login, patient)).rejects.toMatchObject({
        code: 'association-lost',
        message: expect.stringContaining('Ncat: gone.'),
        detail: { said: 'Ncat: gone.' },
      });
    });

    it('is not said to be up by the path doctor, which shows what it said', async () => {
      const { stages } = await diagnose(through(refuses), login, patient);
      expect(stages.map(({ finding }) => finding?.code)).toMatchObject({
        3: 'relay-started',
        4: 'refused',
      });
      expect(stages[4]?.error?.message).toContain('Ncat: Connection refused.');
    });
  });

  it('does not wait for ever for a shell that never comes', async () => {
    await rig.ssh.configure(['ProxyCommand sleep 60']);
    const opening = openTransport(through(toProxy()), { connectTimeoutMs: 500 });
    await expect(opening).rejects.toMatchObject({ code: 'connect-timeout' });
  });

  it('ends when it is cancelled while ssh connects', async () => {
    await rig.ssh.configure(['ProxyCommand sleep 60']);
    const cancel = new AbortController();
    const opening = failure(through(toProxy()), cancel.signal);
    setTimeout(() => cancel.abort(), 200);
    expect(await opening).toMatchObject({ code: 'cancelled' });
  });

  it('ends a relay that ignores the end of its input', async () => {
    const { transport } = await openTransport(through('sleep 8'), patient);
    await expect(transport.close()).resolves.toEqual({ reason: 'closed' });
  });

  it('says that the relay ended when it does so in the middle', async () => {
    const { transport } = await openTransport(
      through('echo begun; head -c 1 >/dev/null; echo gone >&2; exit 4'),
      patient,
    );
    transport.send(Uint8Array.of(0));
    await expect(transport.ended).resolves.toMatchObject({
      reason: 'failed',
      error: { code: 'association-lost', detail: { said: 'gone' } },
    });
  });

  it('says that the proxy ended the association', async () => {
    const own = await startReferenceProxy({ name: 'ending' });
    const command = toProxy().replace(String(rig.proxy.udpPort), String(own.udpPort));
    const { user, password } = own;
    const { client } = await connectClient(through(command), { user, password }, patient);
    await own.close();
    await expect(client.ended).resolves.toEqual({ reason: 'peer-shutdown' });
  });

  it('says that the proxy aborted the association', async () => {
    const server = await listenUdp({ host: '127.0.0.1', udpPort: 0, port: 9090 }, (peer) => {
      peer.onMessage(() => peer.abort());
    });
    const command = toProxy().replace(String(rig.proxy.udpPort), String(server.udpPort));
    const { transport } = await openTransport(through(command), patient);
    transport.send(Uint8Array.of(0));
    await expect(transport.ended).resolves.toEqual({ reason: 'peer-abort' });
    await server.close();
  });

  it('ends a relay that sends without end while nobody asks', async () => {
    expect(await failure(through('yes'))).toMatchObject({ code: 'relay-failed' });
  });

  it('hands nothing of the console’s own environment on', async () => {
    process.env.SPCP_PASSWORD = 'hunter2';
    await rig.ssh.configure(['SendEnv *']);
    const { transport } = await openTransport(through('env; cat'), patient);
    delete process.env.SPCP_PASSWORD;
    const output = await firstOutput(transport);
    expect(output).toContain('PATH=');
    expect(output).not.toContain('hunter2');
    await transport.close();
  });

  it('runs no command that a profile smuggles in', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'spcp-smuggle-'));
    const mark = join(directory, 'mark');
    await writeFile(join(directory, 'keep'), '');
    const sshDestination = `-oProxyCommand=touch ${mark}`;
    expect(await failure(through(toProxy(), { sshDestination }))).toMatchObject({
      code: 'invalid-input',
    });
    // As a command it reaches the far side's shell, which knows no such program.
    const failed = await failure(through(sshDestination));
    expect(failed).toMatchObject({ code: 'relay-missing' });
    await rm(directory, { recursive: true });
  });

  describe('under the path doctor', () => {
    const codes = async (target: Target): Promise<readonly (string | undefined)[]> => {
      const { user, password } = rig.proxy;
      const { stages } = await diagnose(target, { user, password }, patient);
      return stages.map(({ finding }) => finding?.code);
    };

    it('is whole', async () => {
      expect(await codes(through(toProxy()))).toEqual([
        'resolved-there',
        'ssh-found',
        'ssh-connected',
        'established',
        'logged-in',
        'metrics-read',
        expect.stringMatching(/^quit-/),
      ]);
    });

    it('tells at which stage it breaks', async () => {
      expect(await codes(through('no-such-relay'))).toMatchObject({ 3: 'relay-missing' });
      expect(await codes(through(toProxy(), { port: 9191 }))).toMatchObject({ 3: 'refused' });
      await rig.ssh.refuseKey();
      expect(await codes(through(toProxy()))).toMatchObject({ 2: 'ssh-login-refused' });
      await rig.ssh.forgetHostKey();
      expect(await codes(through(toProxy()))).toMatchObject({ 2: 'ssh-host-key' });
      process.env.PATH = '/nonexistent';
      expect(await codes(through(toProxy()))).toMatchObject({ 1: 'ssh-missing' });
    });
  });

  describe.skipIf(kernelSctpSupport().available)(
    'with the real socat on a host without SCTP',
    () => {
      it('tells that there is no SCTP there', async () => {
        const target = { ...through(''), relayCommand: undefined };
        expect(await failure(target)).toMatchObject({
          code: expect.stringMatching(/^(no-sctp-there|relay-missing)$/),
        });
      });
    },
  );
});

function firstOutput(transport: Transport): Promise<string> {
  return new Promise((resolve) => {
    transport.onMessage((bytes) => resolve(Buffer.from(bytes).toString()));
  });
}
