import { closeSync, existsSync, openSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { TransportServer } from '../../../electron/transport/transport.ts';
import { freeUdpPort } from '../../support/free-port.ts';
import { type Behaviour, hex, loggedIn, silence, steps } from '../../support/scripted-peer.ts';
import { run, start } from './program.ts';
import { hostOptions, scriptedServer, silentUdpPort } from './targets.ts';

const env = { SPCP_PASSWORD: 'hunter2' };
const servers: TransportServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function peer(behaviour: Behaviour) {
  const { server, peers } = await scriptedServer(behaviour);
  servers.push(server);
  return { peers, target: hostOptions(server, 'admin') };
}

describe('a command that fails', () => {
  it('ends with 3 where the UDP port is closed', async () => {
    const udpPort = await freeUdpPort();
    const target = hostOptions({ host: '127.0.0.1', port: 9090, udpPort }, 'admin');
    const { code, out, err } = await run(['metrics', ...target, '--json'], { env });
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'udp-port-closed' } });
    expect(err).toMatch(/^error: [^\n]*\n$/);
  });

  it('ends with 3 where there is no such host', async () => {
    const { code, err } = await run(
      ['metrics', '--host', 'no-such-host.invalid', '--transport', 'udp', '--user', 'admin'],
      { env },
    );
    expect(code).toBe(3);
    expect(err).toContain('There is no host called no-such-host.invalid.');
  });

  it('does not look behind a VPN for what is no host name', async () => {
    const { code, err } = await run(
      ['metrics', '--host', 'no_such_host', '--transport', 'udp', '--user', 'admin'],
      { env },
    );
    expect(code).toBe(3);
    expect(err).toMatch(/^error: no_such_host is neither a host name nor an address[^\n]*\n$/);
    expect(err).not.toContain('VPN');
  });

  it('ends with 3 where the proxy goes away in the middle', async () => {
    const { target } = await peer(loggedIn([(far) => far.abort()]));
    const { code, err } = await run(['metrics', ...target], { env });
    expect(code).toBe(3);
    expect(err).toContain('was aborted by the proxy');
  });

  it('ends with 5 where the answer is an error', async () => {
    const { target } = await peer(loggedIn([['04'], ['00']]));
    const { code, out } = await run(['metrics', ...target, '--json'], { env });
    expect(code).toBe(5);
    expect(JSON.parse(out)).toMatchObject({
      error: { code: 'server-error', detail: { status: 'generalError' } },
    });
  });

  it('ends with 5 where the answer is no SPCP, whose bytes are shown escaped', async () => {
    const { target } = await peer(loggedIn([['1b 5b 33 31 6d']]));
    const { code, out, err } = await run(['metrics', ...target, '--json'], { env });
    expect(code).toBe(5);
    expect(JSON.parse(out)).toMatchObject({
      error: { code: 'protocol-error', detail: { bytes: '\\x1b[31m' } },
    });
    expect(out + err).not.toContain('\u001b');
  });

  it.each([
    'metrics',
    'watch --count 1',
    'transformation get',
    'transformation set cat',
    'transformation clear',
    'buffer-size set 4096',
  ])('ends with 5 where an echo answers, which reads as a refused password: %s', async (words) => {
    const { target } = await peer((far) => far.onMessage((message) => far.send(message)));
    const { code, out, err } = await run([...words.split(' '), ...target, '--json'], { env });
    expect(code).toBe(5);
    expect(JSON.parse(out)).toMatchObject({
      error: { code: 'protocol-error', detail: { rule: 'echo' } },
    });
    expect(err).toContain('sends back what it is sent');
    expect(out + err).not.toContain('hunter2');
  });

  it('ends with 6 where the proxy never answers, and leaves it in order', async () => {
    const { target, peers } = await peer(silence);
    const { code, out } = await run(['metrics', ...target, '--timeout', '500ms', '--json'], {
      env,
    });
    expect(code).toBe(6);
    expect(JSON.parse(out)).toMatchObject({
      error: { code: 'reply-timeout', detail: { timeoutMs: 500 } },
    });
    await expect(peers[0]?.ended).resolves.toEqual({ reason: 'peer-shutdown' });
  });

  it('ends with 3 where nothing answers the connection: a timeout is of what was connected', async () => {
    const silent = await silentUdpPort();
    const target = hostOptions({ host: '127.0.0.1', port: 9090, udpPort: silent.port }, 'admin');
    const { code, out } = await run(['metrics', ...target, '--timeout', '300ms', '--json'], {
      env,
    });
    silent.close();
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'connect-timeout' } });
  });

  it.each([
    ['no password is given', {}, [], '', 'No password is given for admin at 127.0.0.1:9090.'],
    ['SPCP_PASSWORD is empty', { SPCP_PASSWORD: '' }, [], '', 'SPCP_PASSWORD is empty'],
    ['standard input is empty', env, ['--password-stdin'], '', 'standard input is empty'],
    ['its first line is empty', env, ['--password-stdin'], '\nx\n', 'standard input is empty'],
    [
      'SPCP_PASSWORD begins with a byte-order mark',
      { SPCP_PASSWORD: '\ufeffx' },
      [],
      '',
      'SPCP_PASSWORD begins with a byte-order mark (U+FEFF)',
    ],
    [
      'standard input begins with a byte-order mark',
      {},
      ['--password-stdin'],
      '\ufeffhunter2\n',
      'standard input begins with a byte-order mark (U+FEFF)',
    ],
    [
      'standard input is UTF-16',
      {},
      ['--password-stdin'],
      Buffer.from('\ufeffhunter2\r\n', 'utf16le'),
      'standard input begins with a byte-order mark (U+FEFF)',
    ],
    ['the password is not ASCII', { SPCP_PASSWORD: 'contraseña' }, [], '', 'cannot be an SPCP'],
    ['it is too long', {}, ['--password-stdin'], 'x'.repeat(9000), 'cannot be an SPCP password'],
  ])('ends with 2, nothing sent, where %s', async (_title, given, options, input, message) => {
    const { target, peers } = await peer(silence);
    const { code, out, err } = await run(['metrics', ...target, ...options], { env: given, input });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^error: [^\n]*\n$/);
    expect(err).toContain(message);
    expect(err).not.toContain('contraseña');
    expect(peers).toEqual([]);
  });

  it('warns of the stock credentials', async () => {
    const { target } = await peer(loggedIn([['00 01 00'], ['00']]));
    const { code, err } = await run(['transformation', 'get', ...target], {
      env: { SPCP_PASSWORD: 'admin' },
    });
    expect(code).toBe(0);
    expect(err).toMatch(/^warning: .*stock credentials[^\n]*\n$/);
  });
});

describe('a command whose result cannot be written', () => {
  it.skipIf(!existsSync('/dev/full'))('says so, and ends with 1', async () => {
    const { target } = await peer(loggedIn([['00 01 00'], ['00']]));
    const full = openSync('/dev/full', 'w');
    const { code, err } = await run(['transformation', 'get', ...target], { env, stdout: full });
    closeSync(full);
    expect(code).toBe(1);
    expect(err).toMatch(/^error: The result cannot be written: the disk is full\.[^\n]*\n$/);
  });
});

describe('a command that is interrupted', () => {
  it.skipIf(process.platform === 'win32')(
    'while it connects ends the association in order, with 130',
    async () => {
      const asked = Promise.withResolvers<void>();
      const { target, peers } = await peer(steps([() => asked.resolve()]));
      const running = start(['metrics', ...target, '--timeout', '1m'], { env });
      await asked.promise;
      running.child.kill('SIGINT');
      expect((await running.ended).code).toBe(130);
      await expect(peers[0]?.ended).resolves.toEqual({ reason: 'peer-shutdown' });
    },
  );

  it.skipIf(process.platform === 'win32')(
    'while it waits for an answer says QUIT once that has come',
    async () => {
      const requests: Uint8Array[] = [];
      const { target, peers } = await peer(
        loggedIn(
          [
            (far) => {
              running.child.kill('SIGTERM');
              void running.says('Once more ends at once').then(() => far.send(hex('00 01 30')));
            },
            ['00'],
          ],
          requests,
        ),
      );
      const running = start(['metrics', ...target, '--timeout', '1m'], { env });
      const { code, err } = await running.ended;
      expect(code).toBe(130);
      expect(err).toMatch(/^error: Interrupted[^\n]*\n$/m);
      expect(requests.at(-1)).toEqual(hex('09 00'));
      await expect(peers[0]?.ended).resolves.toEqual({ reason: 'peer-shutdown' });
    },
  );

  it.skipIf(process.platform === 'win32')(
    'once more, later on, ends at once however silent the proxy is',
    async () => {
      const { target } = await peer(loggedIn([() => void running.child.kill('SIGINT')]));
      const running = start(['metrics', ...target, '--timeout', '10m'], { env });
      await running.says('Once more ends at once');
      running.child.kill('SIGINT');
      expect(await running.ended).toMatchObject({ code: null, out: '' });
    },
  );
});
