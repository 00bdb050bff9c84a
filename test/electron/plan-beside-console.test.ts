import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createConsole } from '../../electron/console.ts';
import {
  type ReferenceProxy,
  startReferenceProxy,
} from '../../electron/reference-proxy/reference-proxy.ts';
import { openVaults } from '../../electron/store/secrets/vaults.ts';
import type { Plan } from '../../shared/model/plan.ts';
import { expectNoneOverwritten, toldByExitCode } from '../support/administrators.ts';
import { calm, startBadNetwork } from '../support/bad-network.ts';
import { udpTarget } from '../support/udp-target.ts';
import { run, start } from './cli/program.ts';
import { openConsoleWindow } from './console-window.ts';
import { temporaryDirectory } from './store/temporary-directory.ts';

const password = 'correct horse battery';

/** A console that watches so many proxies, and the command line beside it. */
async function startBoth(count: number, quirks = false, delayMs = 0) {
  const directory = temporaryDirectory();
  const faults: string[] = [];
  const logFault = (what: string, error: unknown): void => void faults.push(`${what}: ${error}`);
  const core = await createConsole({
    directory,
    shell: 'web',
    version: '1.2.3',
    vault: await openVaults({ directory, logFault }),
    logFault,
  });
  onTestFinished(() => core.close());
  const window = openConsoleWindow(core.router);
  const proxies: ReferenceProxy[] = [];
  const ids: string[] = [];
  for (let number = 0; number < count; number++) {
    const name = `mail-${number}`;
    const proxy = await startReferenceProxy({ name, udpPort: 0, password, quirks });
    onTestFinished(() => proxy.close());
    proxies.push(proxy);
    const target = udpTarget(proxy);
    const network = await startBadNetwork(target.udpPort, number, { ...calm, delayMs });
    onTestFinished(() => network.close());
    const { port: udpPort } = network;
    const draft = { name, folder: 'Mail', ...target, udpPort, user: proxy.user };
    const { id } = await window.call('profiles.save', { draft, password });
    await window.untilState(id, 'ready');
    ids.push(id);
  }
  const options = { env: { SPCP_PASSWORD: password } };
  const args = (...words: string[]) => [...words, '--data-dir', directory];
  return {
    window,
    proxies,
    ids,
    faults,
    cli: (...words: string[]) => run(args(...words), options),
    begin: (...words: string[]) => start(args(...words), options),
  };
}

const inForce = (proxies: readonly ReferenceProxy[]) =>
  proxies.map((proxy) => proxy.settings().transformation);

describe.each([false, true])('a plan by the command line beside the app (quirks: %s)', (quirks) => {
  it('is shown as it is made, applied and removed there', async () => {
    const { window, cli, faults, proxies } = await startBoth(3, quirks);
    const made = await cli(
      'plan',
      'create',
      'Capitals',
      '--folder',
      'Mail',
      '--transformation',
      'rev',
      '--json',
    );
    const { id } = JSON.parse(made.out) as Plan;
    while ((await window.call('plans.list', {})).length === 0) await pause(20);
    expect(await window.call('plans.get', { id })).toMatchObject({
      scope: { kind: 'folder', folder: 'Mail' },
      counts: { waiting: 3 },
    });
    const done = window.until('plans.changed', ({ changed }) =>
      changed.some(({ counts, elsewhere }) => counts.done === 3 && elsewhere === 'no'),
    );
    expect(await cli('plan', 'apply', id, '--concurrency', '1')).toMatchObject({ code: 0 });
    await done;
    expect(inForce(proxies)).toEqual(['rev', 'rev', 'rev']);
    const removed = window.until('plans.changed', ({ removed: gone }) => gone.includes(id));
    expect(await cli('plan', 'remove', id)).toMatchObject({ code: 0 });
    await removed;
    expect(faults).toEqual([]);
  });

  it('is applied by both at once, each target once', async () => {
    const { window, begin, ids, faults, proxies } = await startBoth(6, quirks);
    const planned = { setting: 'transformation', next: 'rev' } as const;
    const scope = { kind: 'selection' } as const;
    const { id } = await window.call('plans.create', { name: 'Backwards', planned, ids, scope });
    const settled = async (): Promise<Plan> => {
      for (;;) {
        const plan = await window.call('plans.get', { id });
        if (plan.busy === 'no' && plan.elsewhere === 'no') return plan;
        await pause(50);
      }
    };
    expect((await settled()).counts).toMatchObject({ waiting: 6 });
    const applied = begin('plan', 'apply', id, '--concurrency', '1');
    await applied.lines(1);
    await window.call('plans.apply', { id, concurrency: 1 });
    expect(await applied.ended).toMatchObject({ code: 0 });
    expect((await settled()).counts).toMatchObject({ done: 6 });
    expect(inForce(proxies)).toEqual(Array(6).fill('rev'));
    const entries = await window.call('audit.list', { limit: 100 });
    expect(entries.filter(({ plan }) => plan === id)).toHaveLength(6);
    expect(faults).toEqual([]);
  });
});

describe('two administrators on one proxy at once', () => {
  it('each learn what they replaced: who comes second gets a conflict, or is the later of two that overlapped', async () => {
    const { window, cli, begin, ids, proxies } = await startBoth(1);
    const [id = ''] = ids;
    for (let round = 0; round < 3; round++) {
      const [mine, theirs] =
        round % 2 === 0 ? (['rev', 'cat'] as const) : (['tac', 'true'] as const);
      const { transformation: seen } = await window.call('settings.read', { id });
      const asSeen = ['--expect', seen ?? '', '--profile', 'mail-0'];
      const newest = (await window.call('audit.list', { limit: 1 }))[0]?.id ?? 0;
      const other = begin('transformation', 'set', theirs, ...asSeen);
      const own = await window.call('change.transformation', { id, seen, next: mine }).then(
        ({ outcome }) => outcome,
        (error: { readonly code: string }) => error.code,
      );
      const { code } = await other.ended;
      const entries = (await window.call('audit.list', { limit: 10 })).filter(
        (entry) => entry.id > newest,
      );
      expectNoneOverwritten({
        seen,
        last: inForce(proxies)[0] ?? null,
        told: { [mine]: own, [theirs]: code },
        tells: { [theirs]: toldByExitCode },
        entries,
      });
    }
    expect(await cli('audit', 'verify')).toMatchObject({ code: 0 });
  });
});

describe('a plan that is interrupted', () => {
  it('ends what is under way, leaves the rest, says how to go on, and does', async () => {
    // Far enough away that it is told of the first long before the last is changed.
    const { begin, cli, proxies } = await startBoth(8, false, 20);
    const create = ['plan', 'create', 'Capitals', '--folder', 'Mail'];
    const made = await cli(...create, '--transformation', 'rev', '--json');
    const { id } = JSON.parse(made.out) as Plan;
    const applied = begin('plan', 'apply', 'capitals', '--concurrency', '1');
    await applied.lines(1);
    applied.child.kill('SIGINT');
    const { code, err } = await applied.ended;
    expect(code).toBe(130);
    expect(err).toContain(`plan resume ${id.slice(0, 8)}`);
    const shown = JSON.parse((await cli('plan', 'show', id, '--json')).out) as Plan;
    const { counts } = shown;
    expect((counts.done ?? 0) + (counts.waiting ?? 0)).toBe(8);
    expect(counts.waiting).toBeGreaterThan(0);
    expect(inForce(proxies).filter((value) => value === 'rev')).toHaveLength(counts.done ?? 0);
    expect(await cli('plan', 'resume', id)).toMatchObject({ code: 0 });
    expect(inForce(proxies)).toEqual(Array(8).fill('rev'));
  });

  it('passes over a profile that was removed meanwhile', async () => {
    const { window, cli, ids, proxies } = await startBoth(2);
    const create = ['plan', 'create', 'Capitals', '--folder', 'Mail'];
    const made = await cli(...create, '--transformation', 'rev', '--json');
    const { id } = JSON.parse(made.out) as Plan;
    await window.call('profiles.remove', { id: ids[0] ?? '' });
    const applied = await cli('plan', 'apply', id, '--json');
    expect(applied.code).toBe(0);
    expect((JSON.parse(applied.out) as Plan).counts).toMatchObject({ done: 1, gone: 1 });
    expect(inForce(proxies)).toEqual([null, 'rev']);
  });
});
