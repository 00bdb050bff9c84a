import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  type ReferenceProxy,
  startReferenceProxy,
} from '../../../../electron/reference-proxy/reference-proxy.ts';
import { openDatabase } from '../../../../electron/store/database/database.ts';
import { createAuditLog } from '../../../../electron/store/logs/audit.ts';
import type { TransportServer } from '../../../../electron/transport/transport.ts';
import { loggedIn } from '../../../support/scripted-peer.ts';
import { run } from '../program.ts';
import { access, hostOptions, scriptedServer } from '../targets.ts';

let home: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'spcp-cli-'));
});

afterAll(async () => {
  await rm(home, { recursive: true });
});

/** The newest entry of the audit log that the command line wrote. */
function newest(directory = home) {
  const { database, close } = openDatabase(directory);
  const [entry] = createAuditLog(database).list({ limit: 1 });
  close();
  return entry;
}

describe.each([false, true])('the transformation of a reference proxy (quirks: %s)', (quirks) => {
  let proxy: ReferenceProxy;
  const cli = (...args: string[]) => {
    const { target, env } = access(proxy);
    return run([...args, ...target, '--data-dir', home], { env });
  };

  beforeAll(async () => {
    proxy = await startReferenceProxy({ name: 'peer', udpPort: 0, quirks, password: 'secret' });
  });

  afterEach(async () => {
    await cli('transformation', 'clear');
  });

  afterAll(async () => {
    await proxy.close();
  });

  it('is none at first: nothing for a script, null in JSON', async () => {
    expect(await cli('transformation', 'get')).toEqual({ code: 0, out: '', err: '' });
    const { out } = await cli('transformation', 'get', '--json');
    expect(JSON.parse(out)).toEqual({ transformation: null });
  });

  it('is set, read back, recorded, and cleared', async () => {
    const set = await cli('transformation', 'set', 'tr a-z A-Z', '--json');
    expect(set.code).toBe(0);
    const entry = newest();
    expect(JSON.parse(set.out)).toEqual({
      setting: 'transformation',
      before: null,
      requested: 'tr a-z A-Z',
      after: 'tr a-z A-Z',
      outcome: 'verified',
      auditId: entry?.id,
    });
    expect(entry).toMatchObject({
      profileName: '127.0.0.1:9090',
      before: null,
      after: 'tr a-z A-Z',
      outcome: 'verified',
    });
    expect((await cli('transformation', 'get')).out).toBe('tr a-z A-Z\n');
    const clear = await cli('transformation', 'clear');
    expect(clear).toEqual({ code: 0, out: 'before    tr a-z A-Z\nin force  (none)\n', err: '' });
  });

  it('is changed only where --expect is in force; "" is none', async () => {
    expect((await cli('transformation', 'set', 'cat', '--expect', '')).code).toBe(0);
    const wrong = await cli('transformation', 'set', 'rev', '--expect', '', '--json');
    expect(wrong.code).toBe(7);
    expect(JSON.parse(wrong.out)).toMatchObject({
      error: { code: 'not-as-expected', detail: { expected: null, found: 'cat' } },
    });
    expect(newest()).toMatchObject({ outcome: 'conflict', before: 'cat', requested: 'rev' });
    expect((await cli('transformation', 'get')).out).toBe('cat\n');
    expect((await cli('transformation', 'clear', '--expect', 'rev')).code).toBe(7);
    expect((await cli('transformation', 'set', 'rev', '--expect', 'cat')).code).toBe(0);
    expect((await cli('transformation', 'clear', '--expect', 'rev')).code).toBe(0);
  });

  it('ends with 5 for a command that the proxy refuses, and is as it was', async () => {
    const { code, err } = await cli('transformation', 'set', 'rm -rf /');
    expect(code).toBe(5);
    // What would happen is told before it is sent.
    expect(err.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^warning: “rm” does not read the mail: .* would be lost\.$/),
      expect.stringMatching(/^warning: “rm” writes no result: .* come out empty\.$/),
      expect.stringMatching(/^error: .* answered “change the transformation” with: .*$/),
    ]);
    expect(newest()).toMatchObject({ outcome: 'refused', requested: 'rm -rf /' });
    expect((await cli('transformation', 'get')).out).toBe('');
  });
});

describe('the transformation of a proxy that does as it likes', () => {
  const servers: TransportServer[] = [];

  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });

  async function target(...args: Parameters<typeof loggedIn>) {
    const { server } = await scriptedServer(loggedIn(...args));
    servers.push(server);
    return hostOptions(server, 'admin');
  }
  const env = { SPCP_PASSWORD: 'secret' };

  it('ends with 7 where something else is read back', async () => {
    const options = await target([['00 01 00'], ['00 01 00'], ['00'], ['00 01 78'], ['00']]);
    const { code, out, err } = await run(
      ['transformation', 'set', 'cat', ...options, '--data-dir', home, '--json'],
      { env },
    );
    expect(code).toBe(7);
    expect(JSON.parse(out)).toMatchObject({
      error: { code: 'not-as-expected', detail: { expected: 'cat', found: 'x' } },
    });
    expect(err).toContain('“x” was read back');
    expect(newest()).toMatchObject({ outcome: 'mismatch', after: 'x' });
  });

  it('ends with 8 where the connection is lost after a change was sent, and says what is not known', async () => {
    const options = await target([['00 01 00'], ['00 01 00'], (peer) => peer.abort()]);
    const { code, out, err } = await run(
      ['transformation', 'set', 'cat', ...options, '--data-dir', home, '--json'],
      { env },
    );
    expect(code).toBe(8);
    expect(JSON.parse(out)).toMatchObject({
      error: {
        code: 'outcome-unknown',
        detail: { case: 'transformation', requested: 'cat', accepted: false, why: 'lost' },
      },
    });
    expect(err).toContain('“cat” was sent to 127.0.0.1:9090, then the connection was lost.');
    expect(err).toContain('transformation get');
    expect(newest()).toMatchObject({ outcome: 'failed', requested: 'cat', after: null });
  });

  it('ends with 8 where the change was accepted and the answer to the read-back fails', async () => {
    const lost = await target([['00 01 00'], ['00 01 00'], ['00'], (peer) => peer.abort()]);
    const silent = await target([['00 01 00'], ['00 01 00']]);
    for (const [options, says] of [
      [lost, 'and accepted, then the connection was lost'],
      [[...silent, '--timeout', '300ms'], 'then no answer came in time'],
    ] as const) {
      const { code, err } = await run(
        ['transformation', 'set', 'cat', ...options, '--data-dir', home],
        { env },
      );
      expect(code).toBe(8);
      expect(err).toContain(says);
    }
  });

  it('ends with 3 where the connection is lost before anything was sent', async () => {
    const options = await target([['00 01 00'], (peer) => peer.abort()]);
    const args = ['transformation', 'set', 'cat', ...options, '--data-dir', home];
    expect((await run(args, { env })).code).toBe(3);
  });

  it('is shown escaped where it has control characters', async () => {
    const behaviour = [['00 05 1b 5b 33 31 6d'], ['00']] as const;
    const text = await run(['transformation', 'get', ...(await target(behaviour))], { env });
    expect(text).toMatchObject({ code: 0, out: '\\x1b[31m\n' });
    const json = await run(['transformation', 'get', '--json', ...(await target(behaviour))], {
      env,
    });
    expect(json.out).toBe('{"transformation":"\\u001b[31m"}\n');
  });

  it('is not changed where that could not be recorded', async () => {
    const file = join(home, 'a-file');
    await writeFile(file, '');
    const options = await target([]);
    const { code, out } = await run(
      ['transformation', 'set', 'cat', ...options, '--data-dir', file, '--json'],
      { env },
    );
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'storage-failed' } });
  });
});
