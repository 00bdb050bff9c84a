import { describe, expect, it, onTestFinished } from 'vitest';
import { exitCode } from '../../../electron/cli/exit-code.ts';
import { actorName } from '../../../electron/core/actor.ts';
import { openDatabase } from '../../../electron/store/database/database.ts';
import { createAuditLog } from '../../../electron/store/logs/audit.ts';
import { createPlanStore } from '../../../electron/store/plans.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { type BadNetwork, calm, startBadNetwork } from '../../support/bad-network.ts';
import { run, start } from '../cli/program.ts';
import { startCollector } from '../collect/rig.ts';
import { openFleet, vaultPassphrase } from '../web/shells.ts';

const env = { SPCP_VAULT_PASSPHRASE: vaultPassphrase };

/** A console in a process of its own that watches so many proxies, and the most associations that one of them had since. */
async function setUp(count: number, delayMs = 0) {
  const networks: BadNetwork[] = [];
  const fleet = await openFleet(count, {}, async (udpPort, place) => {
    if (delayMs === 0) return udpPort;
    const network = await startBadNetwork(udpPort, place, { ...calm, delayMs });
    onTestFinished(() => network.close());
    networks.push(network);
    return network.port;
  });
  const { directory, proxies } = fleet;
  const console = startCollector(directory, [], env);
  await console.ready();
  await expect
    .poll(() => proxies.map((proxy) => proxy.associations()))
    .toEqual(Array(count).fill(1));
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, ...proxies.map((proxy) => proxy.associations()));
  }, 2);
  onTestFinished(() => clearInterval(timer));
  const words = (...given: string[]) => [...given, '--data-dir', directory];
  const names = proxies.map(({ name }) => name);
  const cli = (...given: string[]) => run(words(...given));
  const create = ['plan', 'create', 'Backwards', ...names, '--transformation', 'rev', '--json'];
  return {
    ...fleet,
    console,
    names,
    most: () => most,
    cli,
    /** Makes a plan for all of them; answers its id. */
    async planned() {
      const made = await cli(...create);
      expect(made).toMatchObject({ code: 0, err: '' });
      return (JSON.parse(made.out) as Plan).id;
    },
    begin: (...given: string[]) => start(words(...given)),
    /** Begins to make a plan, and resolves while its values are being read. */
    async beginReading() {
      // Longer than it takes to see that there is a plan, and shorter than a reply is waited for.
      for (const network of networks) network.set({ ...calm, delayMs: 3000 });
      const reading = start(words(...create));
      const { database, close } = openDatabase(directory);
      onTestFinished(close);
      const { ids } = createPlanStore(database);
      await expect.poll(() => ids()).toHaveLength(1);
      return { reading, id: ids()[0] ?? '' };
    },
    entries() {
      const { database, close } = openDatabase(directory);
      onTestFinished(close);
      return createAuditLog(database).list({ limit: 100 });
    },
  };
}

const inForce = (proxies: readonly { settings(): { transformation: string | null } }[]) =>
  proxies.map((proxy) => proxy.settings().transformation);

describe('a plan by the command line beside a console', () => {
  it('is made, applied, taken back and looked for drift on its sessions, with no password', async () => {
    const { cli, names, proxies, most, entries } = await setUp(3);
    const create = ['plan', 'create', 'Backwards', ...names, '--transformation', 'rev'];
    const made = await cli(...create, '--json');
    expect(made).toMatchObject({ code: 0, err: '' });
    const { id, counts } = JSON.parse(made.out) as Plan;
    expect(counts).toMatchObject({ waiting: 3 });
    const applied = await cli('plan', 'apply', id);
    expect(applied).toMatchObject({ code: 0, err: '' });
    expect(applied.out.trim().split('\n').sort()).toEqual(
      ['changed: 3', ...names.map((name) => `${name}: changed`)].sort(),
    );
    expect(inForce(proxies)).toEqual(Array(3).fill('rev'));
    expect(entries().map(({ actor, shell, plan }) => [actor, shell, plan])).toEqual(
      Array(3).fill([actorName(), 'cli', id]),
    );
    const intends = ['profiles', 'edit', ...names, '--set', 'intendedTransformation==rev'];
    expect(await cli(...intends)).toMatchObject({ code: 0, err: '' });
    const drift = await cli('drift', '--json');
    expect(drift).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(drift.out).drift).toMatchObject(
      names.map((name) => ({ name, state: 'in-line', found: { value: 'rev' }, why: null })),
    );
    const undone = await cli('plan', 'undo', id, '--json');
    expect(undone).toMatchObject({ code: 0, err: '' });
    const back = JSON.parse(undone.out) as Plan;
    expect(await cli('plan', 'resume', back.id)).toMatchObject({ code: 0 });
    expect(inForce(proxies)).toEqual(Array(3).fill(null));
    expect(most()).toBe(1);
  });

  it('is read again there, and shows and refuses a canary as without a console', async () => {
    const { cli, most, planned } = await setUp(2);
    const id = await planned();
    const read = await cli('plan', 'show', id, '--read');
    expect(read).toMatchObject({ code: 0, err: '' });
    expect(read.out).toContain('Backwards');
    expect(await cli('plan', 'canary', id)).toMatchObject({ code: 0, err: '' });
    expect(await cli('plan', 'canary', id, 'go-on')).toMatchObject({
      code: exitCode.usage,
      err: expect.stringMatching(/^error: [^\n]+\n/),
    });
    expect(most()).toBe(1);
  });

  it('that somebody removes meanwhile ends the command with it', async () => {
    const { begin, directory, planned } = await setUp(6, 300);
    const id = await planned();
    const applied = begin('plan', 'apply', id, '--concurrency', '1');
    await applied.lines(1);
    const { database, close } = openDatabase(directory);
    onTestFinished(close);
    createPlanStore(database).remove(id);
    expect((await applied.ended).code).toBe(exitCode.usage);
  });

  it('that was made without the console is found there at once', async () => {
    const { cli, directory, names, proxies, most } = await setUp(2);
    const create = ['plan', 'create', 'Backwards', ...names, '--transformation', 'rev'];
    const alone = ['--alone', '--json', '--data-dir', directory];
    const made = await run([...create, ...alone], { env });
    expect(made).toMatchObject({ code: 0, err: '' });
    const { id } = JSON.parse(made.out) as Plan;
    expect(most()).toBe(2);
    expect(await cli('plan', 'apply', id)).toMatchObject({ code: 0, err: '' });
    expect(inForce(proxies)).toEqual(['rev', 'rev']);
  });

  it('is stopped in the console by Ctrl+C, and what was done stays told', async () => {
    const { cli, begin, proxies, most, planned } = await setUp(6, 30);
    const id = await planned();
    const applied = begin('plan', 'apply', id, '--concurrency', '1');
    await applied.lines(1);
    applied.child.kill('SIGINT');
    const { code, err } = await applied.ended;
    expect(code).toBe(130);
    expect(err).toContain(`plan resume ${id.slice(0, 8)}`);
    const shown = await cli('plan', 'show', id, '--json');
    expect(shown).toMatchObject({ code: 0, err: '' });
    const { counts, elsewhere } = JSON.parse(shown.out) as Plan;
    expect(elsewhere).toBe('no');
    expect(inForce(proxies).filter((value) => value === 'rev')).toHaveLength(counts.done ?? 0);
    expect(counts.waiting).toBeGreaterThan(0);
    expect(most()).toBe(1);
  });

  it('says that the console was killed in the middle, and how far it came', async () => {
    const { begin, console, planned } = await setUp(6, 30);
    const id = await planned();
    // The console logs in with what it has, and nobody types a password for what is only told.
    const applied = begin('plan', 'apply', id, '--concurrency', '1', '--password-stdin');
    await applied.lines(1);
    console.child.kill('SIGKILL');
    const { code, err, out } = await applied.ended;
    // One that was under way then is unknown.
    expect([8, 9]).toContain(code);
    expect(err).toMatch(/^error: The connection to the console was lost\./);
    expect(out).toContain('changed: ');
    expect(err).toContain(`plan resume ${id.slice(0, 8)}`);
  });

  it('ends as interrupted by Ctrl+C while it is read', async () => {
    const { beginReading } = await setUp(2, 30);
    const { reading } = await beginReading();
    reading.child.kill('SIGINT');
    expect((await reading.ended).code).toBe(exitCode.interrupted);
  });

  it('says that its reading was cut off by a console that was killed, and how to read on', async () => {
    const { console, beginReading } = await setUp(2, 30);
    const { reading, id } = await beginReading();
    console.child.kill('SIGKILL');
    const { code, err, out } = await reading.ended;
    expect(code).toBe(exitCode.notWhole);
    expect((JSON.parse(out) as Plan).steps).toMatchObject(Array(2).fill({ seen: null }));
    expect(err).toContain(`plan show ${id.slice(0, 8)} --read`);
  });
});
