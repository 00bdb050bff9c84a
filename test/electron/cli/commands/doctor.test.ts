import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ReferenceProxy,
  startReferenceProxy,
} from '../../../../electron/reference-proxy/reference-proxy.ts';
import { connectionTestSchema, testStages } from '../../../../shared/model/connection-test.ts';
import { freeUdpPort } from '../../../support/free-port.ts';
import { run } from '../program.ts';
import { access, hostOptions } from '../targets.ts';

describe.each([false, true])('doctor with a reference proxy (quirks: %s)', (quirks) => {
  let proxy: ReferenceProxy;

  beforeAll(async () => {
    proxy = await startReferenceProxy({ name: 'peer', udpPort: 0, quirks, password: 'secret' });
  });

  afterAll(async () => {
    await proxy.close();
  });

  it('prints a line for each stage, all well', async () => {
    const { target, env } = access(proxy);
    const { code, out, err } = await run(['doctor', ...target], { env });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const lines = out.split('\n').slice(0, -1);
    expect(lines.map((text) => text.split(/\s+/).slice(0, 2))).toEqual(
      testStages.map((stage) => [stage, 'ok']),
    );
    expect(lines[5]).toContain('0 connections, 0 bytes, 0 accesses');
  });

  it('is one JSON object with --json', async () => {
    const { target, env } = access(proxy);
    const { code, out } = await run(['doctor', ...target, '--json'], { env });
    expect(code).toBe(0);
    expect(connectionTestSchema.parse(JSON.parse(out)).ok).toBe(true);
  });

  it('does without a password, up to the login', async () => {
    const { target } = access(proxy);
    const { code, out } = await run(['doctor', ...target]);
    expect(code).toBe(0);
    expect(out).toMatch(/^handshake +ok/m);
    expect(out).toMatch(/^login +skipped +- +No password is given/m);
  });

  it('ends with the exit code of the stage that failed, and its remedy', async () => {
    const { target } = access(proxy);
    const wrong = await run(['doctor', ...target], { env: { SPCP_PASSWORD: 'hunter2' } });
    expect(wrong.code).toBe(4);
    expect(wrong.out).toMatch(/^login +failed/m);
    expect(wrong.err).toMatch(/^error: [^\n]*\n$/);
    expect(wrong.out + wrong.err).not.toContain('hunter2');
  });
});

describe('doctor with nobody there', () => {
  it('says that the UDP port is closed, and ends with 3', async () => {
    const udpPort = await freeUdpPort();
    const target = hostOptions({ host: '127.0.0.1', port: 9090, udpPort }, 'admin');
    const { code, out, err } = await run(['doctor', ...target, '--json']);
    expect(code).toBe(3);
    const test = connectionTestSchema.parse(JSON.parse(out));
    expect(test.ok).toBe(false);
    expect(test.stages.find(({ outcome }) => outcome === 'failed')).toMatchObject({
      stage: 'reach',
      finding: { code: 'udp-port-closed' },
    });
    expect(err).toMatch(/^error: [^\n]*\n$/);
  });
});
