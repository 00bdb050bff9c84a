import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ReferenceProxy,
  startReferenceProxy,
} from '../../../../electron/reference-proxy/reference-proxy.ts';
import { run } from '../program.ts';
import { access } from '../targets.ts';

describe.each([false, true])('buffer-size set on a reference proxy (quirks: %s)', (quirks) => {
  let home: string;
  let proxy: ReferenceProxy;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'spcp-cli-'));
    proxy = await startReferenceProxy({ name: 'peer', udpPort: 0, quirks, password: 'secret' });
  });

  afterAll(async () => {
    await proxy.close();
    await rm(home, { recursive: true });
  });

  const cli = (...args: string[]) => {
    const { target, env } = access(proxy);
    return run(['buffer-size', 'set', ...target, '--data-dir', home, ...args], { env });
  };

  it('says what was accepted, that it cannot be read back, and what was set before', async () => {
    const first = await cli('8192');
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('last set from here  not known');
    expect(first.out).toContain('accepted            8192 bytes');
    expect(first.out).toContain('SPCP cannot read the size back');
    const second = await cli('4096', '--json');
    expect(JSON.parse(second.out)).toEqual({
      setting: 'bufferSize',
      before: '8192',
      requested: '4096',
      after: null,
      outcome: 'unverified',
      auditId: expect.any(Number),
    });
  });

  it('takes k for 1024 bytes, and asks what kB is meant to be', async () => {
    const { out } = await cli('64k', '--json');
    expect(JSON.parse(out)).toMatchObject({ requested: '65536', outcome: 'unverified' });
    const { code, err } = await cli('64kB');
    expect(code).toBe(2);
    expect(err).toContain('k (KiB, 1024 bytes)');
  });

  it('says that a database was not the console’s, which it sets aside', async () => {
    const directory = await mkdtemp(join(home, 'foreign-'));
    const other = new DatabaseSync(join(directory, 'console.db'));
    other.exec('CREATE TABLE note (text)');
    other.close();
    const { code, out, err } = await cli('8192', '--data-dir', directory, '--json');
    expect(code).toBe(0);
    expect(err).toMatch(
      /^warning: console\.db was not written by SPCP Console and is kept as console\.db\.[^\n]*\n$/,
    );
    expect(JSON.parse(out)).toMatchObject({ auditId: 1 });
  });
});
