import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { exitCode } from '../../../../electron/cli/exit-code.ts';
import {
  type ReferenceProxy,
  startReferenceProxy,
} from '../../../../electron/reference-proxy/reference-proxy.ts';
import { connectClient } from '../../../../electron/spcp/client.ts';
import { openDatabase } from '../../../../electron/store/database/database.ts';
import { createPlanStore } from '../../../../electron/store/plans.ts';
import { udpTarget } from '../../../support/udp-target.ts';
import { run, start } from '../program.ts';
import { hostOptions, silentUdpPort } from '../targets.ts';

const password = 'correct horse battery';
const count = 3;
let proxies: readonly ReferenceProxy[];
let home: string;

const cli = (...args: string[]) =>
  run([...args, '--data-dir', home], { env: { SPCP_PASSWORD: password } });
const json = async (...args: string[]) => JSON.parse((await cli(...args, '--json')).out);

/** Asks or sets the transformation beside all plans. */
async function beside(number: number, next?: string): Promise<string | null> {
  const proxy = proxies[number];
  if (proxy === undefined) throw new Error('no proxy');
  const { client } = await connectClient(udpTarget(proxy), proxy);
  if (next !== undefined) await client.setTransformation(next);
  const inForce = await client.getTransformation();
  await client.quit();
  return inForce;
}

const stepsOf = (plan: { steps: readonly { profileName: string; state: string }[] }) =>
  plan.steps.map(({ profileName, state }) => [profileName, state]);

beforeAll(async () => {
  proxies = await Promise.all(
    Array.from({ length: count }, (_, number) =>
      startReferenceProxy({ name: `peer ${number}`, udpPort: 0, password }),
    ),
  );
});

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'spcp-plan-'));
  for (const [number, proxy] of proxies.entries()) {
    const { client } = await connectClient(udpTarget(proxy), proxy);
    await client.setTransformation(null);
    await client.quit();
    const folder = number === 2 ? 'Asia' : 'Europe/Mail';
    const environment = number === 1 ? 'production' : 'staging';
    const options = ['--name', `mail-${number}`, '--folder', folder, '--environment', environment];
    const added = await run(
      ['profiles', 'add', ...options, ...hostOptions(proxy, proxy.user), '--data-dir', home],
      {},
    );
    expect(added.code).toBe(0);
  }
  return () => rm(home, { recursive: true });
});

afterAll(async () => {
  await Promise.all(proxies.map((proxy) => proxy.close()));
});

describe('a plan by the command line', () => {
  it('is made for a folder, shown, approved, applied and taken back', async () => {
    const made = await cli(
      'plan',
      'create',
      'Capitals',
      '--folder',
      'europe',
      '--transformation',
      'tr a-z A-Z',
    );
    expect(made.err).toBe('');
    expect(made.code).toBe(0);
    expect(made.out).toContain('all in europe when made');
    expect(made.out).toMatch(/mail-1 {2}\(none\) +tr a-z A-Z {2}waiting \(locked until approved\)/);
    const { plans } = await json('plan', 'list');
    expect(plans).toMatchObject([
      { name: 'Capitals', scope: { kind: 'folder', folder: 'europe' }, counts: { waiting: 2 } },
    ]);
    const unapproved = await cli('plan', 'apply', 'capitals');
    expect(unapproved.code).toBe(2);
    expect(unapproved.err).toContain('Capitals 2');
    expect(await beside(0)).toBeNull();
    const applied = await cli('plan', 'apply', plans[0].id.slice(0, 8), '--approve', 'Capitals 2');
    expect(applied).toMatchObject({ code: 0, err: '' });
    expect(applied.out.trim().split('\n').sort()).toEqual([
      'changed: 2',
      'mail-0: changed',
      'mail-1: changed',
    ]);
    expect([await beside(0), await beside(1), await beside(2)]).toEqual([
      'tr a-z A-Z',
      'tr a-z A-Z',
      null,
    ]);
    expect(await cli('plan', 'resume', 'Capitals')).toMatchObject({
      code: 0,
      err: 'Nothing of it waits to be done; nothing was begun.\n',
    });
    expect((await json('plan', 'show', 'Capitals')).deeds).toMatchObject([
      { kind: 'applied', shell: 'cli', approved: true },
      { kind: 'over', actor: null },
    ]);
    expect((await cli('plan', 'show', 'Capitals')).out).toMatch(
      /: approved and applied by .+, command line\n.*: ended by itself\n/,
    );
    const back = await json('plan', 'undo', 'Capitals');
    expect(back).toMatchObject({ name: 'undo: Capitals', undoes: plans[0].id });
    const undone = await cli('plan', 'apply', back.id, '--approve', 'undo: Capitals 2');
    expect(undone.code).toBe(0);
    expect([await beside(0), await beside(1)]).toEqual([null, null]);
    expect((await cli('plan', 'remove', 'Capitals')).out).toBe('Removed Capitals.\n');
    expect((await json('plan', 'list')).plans).toHaveLength(1);
  });

  it('ends with a code for a conflict, which is left or taken by a decision', async () => {
    const plan = await json(
      'plan',
      'create',
      'Capitals',
      'mail-0',
      'mail-2',
      '--transformation',
      'tr a-z A-Z',
    );
    await beside(2, 'rev');
    const applied = await cli('plan', 'apply', plan.id, '--json');
    expect(applied.code).toBe(7);
    expect(stepsOf(JSON.parse(applied.out))).toEqual([
      ['mail-0', 'done'],
      ['mail-2', 'conflict'],
    ]);
    expect(await beside(2)).toBe('rev');
    expect((await cli('plan', 'resume', plan.id)).code).toBe(7);
    const taken = await cli('plan', 'resume', plan.id, '--conflicts', 'take');
    expect(taken.code).toBe(0);
    expect(await beside(2)).toBe('tr a-z A-Z');
  });

  it('finds its targets by tag and by search, and refuses what is no choice', async () => {
    await cli('profiles', 'edit', 'mail-0', 'mail-2', '--tag', 'old');
    const byTag = await json('plan', 'create', 'A', '--tag', 'OLD', '--buffer-size', '8192');
    expect(stepsOf(byTag).map(([name]) => name)).toEqual(['mail-0', 'mail-2']);
    const bySearch = await json(
      'plan',
      'create',
      'B',
      '--search',
      'env:staging -folder:asia',
      '--no-transformation',
    );
    expect(stepsOf(bySearch)).toEqual([['mail-0', 'right']]);
    const set = ['--buffer-size', '8192'];
    for (const wrong of [
      ['plan', 'create', 'C', ...set],
      ['plan', 'create', 'C', 'mail-0', '--tag', 'old', ...set],
      ['plan', 'create', 'C', 'mail-0'],
      ['plan', 'create', 'C', 'mail-0', '--no-transformation', ...set],
      ['plan', 'create', 'C', '--tag', 'none such', ...set],
      ['plan', 'create', 'C', '--search', 'state:ready', ...set],
      ['plan', 'create', 'C', '--search', 'env:moon', ...set],
      ['plan', 'create', '\u0007', 'mail-0', ...set],
      ['plan', 'show', 'none such'],
    ])
      expect([wrong, (await cli(...wrong)).code]).toEqual([wrong, 2]);
    expect((await json('plan', 'list')).plans).toHaveLength(2);
  });

  it('is kept without passwords, says once whose is missing, and ends as what is missing in use does', async () => {
    const args = ['plan', 'create', 'Later', '--folder', 'Europe', '--buffer-size', '64k'];
    const sized = await run([...args, '--data-dir', home], {});
    expect(sized.out).toContain('not known');
    args.splice(2, 5, 'Later still', '--folder', 'Europe', '--transformation', 'rev');
    const { code, out } = await run([...args, '--data-dir', home], {});
    expect(code).toBe(2);
    expect(out.split('SPCP_PASSWORD')).toHaveLength(2);
    expect(out).toContain('which 2 proxies need');
    expect((await cli('plan', 'show', 'Later still')).code).toBe(0);
    const read = await cli('plan', 'resume', 'Later still', '--approve', 'Later still 2');
    expect(read.code).toBe(exitCode.notWhole);
    expect(read.err).toMatch(/^Read, and not changed, .+: 2\. .+ plan apply [0-9a-f]{8}\n$/);
  });

  it('ends as interrupted where its reading was cut off, and says how to read on', async () => {
    const silent = await silentUdpPort();
    onTestFinished(() => silent.close());
    const place = hostOptions({ host: '127.0.0.1', port: 9090, udpPort: silent.port }, 'u');
    expect(await cli('profiles', 'add', '--name', 'mute', ...place)).toMatchObject({ code: 0 });
    const ids = () => {
      const { database, close } = openDatabase(home);
      try {
        return createPlanStore(database).ids();
      } finally {
        close();
      }
    };
    const options = { env: { SPCP_PASSWORD: password } };
    const words = ['mute', '--transformation', 'rev', '--timeout', '5m', '--data-dir', home];
    const created = start(['plan', 'create', 'Cut', ...words], options);
    await expect.poll(ids).toHaveLength(1);
    created.child.kill('SIGINT');
    const { code, out, err } = await created.ended;
    expect(code).toBe(exitCode.interrupted);
    expect(out).toMatch(/mute +\(not read\) +rev +waiting/);
    expect(err).toContain(`plan show ${ids()[0]?.slice(0, 8)} --read`);
  });
});
