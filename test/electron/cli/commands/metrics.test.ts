import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ReferenceProxy,
  startReferenceProxy,
} from '../../../../electron/reference-proxy/reference-proxy.ts';
import { counterText } from '../../../../shared/model/metrics.ts';
import { run } from '../program.ts';
import { access } from '../targets.ts';

describe.each([false, true])('metrics of a reference proxy (quirks: %s)', (quirks) => {
  let proxy: ReferenceProxy;

  beforeAll(async () => {
    proxy = await startReferenceProxy({
      name: 'peer',
      udpPort: 0,
      quirks,
      password: 'correct horse',
    });
  });

  afterAll(async () => {
    await proxy.close();
  });

  it('are printed as text, with how the proxy was reached', async () => {
    const { target, env } = access(proxy);
    const { code, out, err } = await run(['metrics', ...target], { env });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^connections {8}0\ntransferred bytes {2}0\naccesses {11}0\n/);
    expect(out).toContain(`127.0.0.1:9090 (UDP ${proxy.udpPort})`);
  });

  it('are one JSON object with counters as decimal strings, global options before or after the command', async () => {
    const { target, env } = access(proxy);
    for (const args of [
      ['--json', '--timeout', '2m', ...target, 'metrics'],
      ['metrics', ...target, '--timeout', '2m', '--json'],
    ]) {
      const { code, out } = await run(args, { env });
      expect(code).toBe(0);
      const value = JSON.parse(out);
      expect(value).toMatchObject({
        at: expect.any(Number),
        implausible: false,
        roundTripMs: expect.any(Number),
        connection: { transport: 'udp', reason: null },
      });
      for (const name of ['connections', 'transferredBytes', 'accesses'])
        expect(counterText.safeParse(value[name]).success, name).toBe(true);
    }
  });

  it.each([
    ['with a line end', 'correct horse\n'],
    ['without one', 'correct horse'],
    ['with a line end of Windows', 'correct horse\r\n'],
    ['and more lines', 'correct horse\nmore\n'],
  ])('take the password from standard input %s, before SPCP_PASSWORD', async (_title, input) => {
    const { target } = access(proxy);
    const { code, err } = await run(['metrics', ...target, '--password-stdin'], {
      input,
      env: { SPCP_PASSWORD: 'wrong' },
    });
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it('take a space at the end of the line as a part of the password', async () => {
    const { target } = access(proxy);
    const { code } = await run(['metrics', ...target, '--password-stdin'], {
      input: 'correct horse \n',
    });
    expect(code).toBe(4);
  });

  it('end with 4 for a wrong password or user, and never show the password', async () => {
    const { target, env } = access(proxy);
    const wrong = await run(['metrics', ...target, '--json'], {
      env: { SPCP_PASSWORD: 'hunter2' },
    });
    expect(wrong.code).toBe(4);
    expect(JSON.parse(wrong.out)).toMatchObject({
      error: { code: 'login-refused', detail: { step: 'password' } },
    });
    expect(wrong.err).toMatch(/^error: .* refused the password[^\n]*\n$/);
    expect(wrong.out + wrong.err).not.toContain('hunter2');
    const nobody = await run(['metrics', ...target.slice(0, -1), 'nobody'], { env });
    expect(nobody.code).toBe(4);
    expect(nobody.err).toContain('does not know this user');
  });
});
