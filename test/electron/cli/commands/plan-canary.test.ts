import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ReferenceFleet,
  startReferenceFleet,
} from '../../../../electron/reference-proxy/fleet.ts';
import { Pop3Client } from '../../../../electron/reference-proxy/mail-clients/pop3-client.ts';
import { run, start } from '../program.ts';
import { hostOptions } from '../targets.ts';

const password = 'correct horse battery';
const count = 10;
let fleet: ReferenceFleet;
let home: string;
let stopTraffic: () => Promise<void>;

const inHome = (args: readonly string[]) => [...args, '--data-dir', home];
const env = { SPCP_PASSWORD: password };
const cli = (...args: string[]) => run(inHome(args), { env });
const settings = () => fleet.proxies.map((proxy) => proxy.settings().transformation);
const plan = (next: string) =>
  cli('plan', 'create', next, '--folder', 'Mail', '--transformation', next);
const none = Array<string | null>(count).fill(null);

/** Asks each proxy for the same mail again and again, some four times a second, until it is ended. */
function startTraffic(): () => Promise<void> {
  let ended = false;
  const lanes = fleet.proxies.map(async ({ host, pop3Port }) => {
    while (!ended) {
      const client = new Pop3Client({ host, port: pop3Port });
      await client.greeting();
      await client.command('USER reader');
      await client.command('PASS reader');
      await client.command('RETR 1', true);
      await client.command('QUIT');
      client.destroy();
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  });
  return async () => {
    ended = true;
    await Promise.all(lanes);
  };
}

beforeAll(async () => {
  fleet = await startReferenceFleet({ count, traffic: false, udpPort: 0, password });
  stopTraffic = startTraffic();
  home = await mkdtemp(join(tmpdir(), 'spcp-canary-'));
  for (const [number, proxy] of fleet.proxies.entries()) {
    const options = ['--name', `mail-${number}`, '--folder', 'Mail', '--environment', 'staging'];
    const address = hostOptions(proxy, proxy.user);
    const added = await run(inHome(['profiles', 'add', ...options, ...address]), {});
    expect(added.code).toBe(0);
  }
});

afterAll(async () => {
  await stopTraffic();
  await fleet.close();
  await rm(home, { recursive: true });
});

describe('a plan with a canary by the command line', () => {
  it('takes the canary back that loses the mails, says why, and ends with a code of its own', async () => {
    await plan('true');
    const applied = await cli('plan', 'apply', 'true', '--canary', 'mail-3', '--hold', '12s');
    expect(applied).toMatchObject({ code: 10, err: '' });
    expect(applied.out).toContain('mail-3: You chose it.');
    expect(applied.out).toContain('Holding: the canaries are changed, the others wait');
    // What the others came to is told; how much that was, is the machine's to say.
    expect(applied.out).toMatch(
      /mail-3: Worse, bytes per access\. .*The 9 untouched came to ×[\d.]+.* Below ×[\d.]+ it is worse/,
    );
    expect(applied.out).toContain('Worse. The canaries are as they were before');
    expect(applied.out).toContain('waiting: 9');
    expect(settings()).toEqual(none);
    const { entries } = JSON.parse((await cli('audit', 'list', '--json')).out);
    expect(entries).toMatchObject([
      { requested: null, outcome: 'verified', plan: entries[1].plan, undoes: entries[1].id },
      { requested: 'true', outcome: 'verified', profileName: 'mail-3' },
    ]);
    expect((await cli('audit', 'verify')).code).toBe(0);
    const exported = await cli('audit', 'export', '--format', 'csv');
    expect(exported.out.trim().split('\r\n')).toHaveLength(3);
    const shown = JSON.parse((await cli('plan', 'canary', 'true', '--json')).out);
    expect(shown.canary).toMatchObject({ phase: 'over', outcome: 'reverted', verdict: 'worse' });
  });

  it('asks where it is told to, and goes on with the others by a decision', async () => {
    await plan('cat');
    const args = ['plan', 'apply', 'cat', '--canary', '20%', '--hold', '8polls', '--then', 'ask'];
    const asked = await cli(...args, '--json');
    expect(asked.code).toBe(9);
    expect(asked.err).toContain('Decide with: npm run --silent cli -- plan canary ');
    const { canary } = JSON.parse(asked.out);
    expect(canary).toMatchObject({ phase: 'asking', outcome: null });
    expect(canary.canaries).toHaveLength(2);
    expect(settings().filter((each) => each === 'cat')).toHaveLength(2);
    const decided = await cli('plan', 'canary', 'cat', 'go-on');
    expect(decided).toMatchObject({ code: 0, err: '' });
    expect(decided.out).toContain('Went on with the others');
    expect(settings()).toEqual(Array(count).fill('cat'));
    for (const proxy of fleet.proxies)
      await run(inHome(['transformation', 'clear', ...hostOptions(proxy, proxy.user)]), { env });
    expect(settings()).toEqual(none);
  });

  it('is kept when its process is killed in the hold, and taken back by a decision after', async () => {
    await plan('rev');
    const args = ['plan', 'apply', 'rev', '--canary', '1', '--hold', '10s'];
    const killed = start(inHome(args), { env });
    await killed.prints('Holding: the canaries are changed');
    killed.child.kill('SIGKILL');
    await killed.ended;
    expect(settings().filter((each) => each !== null)).toHaveLength(1);
    const decided = await cli('plan', 'canary', 'rev', 'revert');
    expect(decided).toMatchObject({ code: 10, err: '' });
    expect(settings()).toEqual(none);
    expect((await cli('audit', 'verify')).code).toBe(0);
  });

  it.each([
    [['plan', 'apply', 'rev', '--hold', '5m'], '--hold'],
    [['plan', 'apply', 'rev', '--canary', '99%'], '--canary'],
    [['plan', 'apply', 'rev', '--canary', '1', '--hold', '2polls'], '--hold'],
    [['plan', 'apply', 'rev', '--canary', '1', '--hold', '5'], '--hold'],
    [['plan', 'canary', 'rev', 'perhaps'], 'decision'],
  ])('refuses %j', async (args, named) => {
    const refused = await cli(...args);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain(named);
  });
});
