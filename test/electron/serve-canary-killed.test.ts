import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ensureBuilt } from '../../build/ensure-built.ts';
import { root } from '../../build/tool.ts';
import { startReferenceFleet } from '../../electron/reference-proxy/fleet.ts';
import { seededRandom } from '../../electron/reference-proxy/mail-clients/seeded-random.ts';
import { connectClient } from '../../electron/spcp/client.ts';
import { openProfiles } from '../../electron/store/documents/profiles.ts';
import { openVaults } from '../../electron/store/secrets/vaults.ts';
import { profileDraftSchema } from '../../shared/model/profile.ts';
import { seed } from '../support/seed.ts';
import { udpTarget } from '../support/udp-target.ts';
import { run } from './cli/program.ts';
import { temporaryDirectory } from './store/temporary-directory.ts';
import { callsOn, enter, openWindow } from './web/web-client.ts';

const password = 'correct horse battery';
const passphrase = 'planted passphrase';
const count = 4;
const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0';

beforeAll(() => ensureBuilt('renderer'));

/** Proxies, and a directory that knows them, with a vault that a start can unlock. */
async function openFleet() {
  const directory = temporaryDirectory();
  const fleet = await startReferenceFleet({ count, traffic: false, udpPort: 0, password });
  onTestFinished(() => fleet.close());
  const { store } = await openProfiles(directory);
  const vaults = await openVaults({
    directory,
    logFault: (_, error) => expect.fail(String(error)),
  });
  await vaults.choose({ kind: 'passphrase', passphrase, idleMinutes: 15 });
  const ids: string[] = [];
  for (const proxy of fleet.proxies) {
    const { name, user } = proxy;
    const draft = { name, ...udpTarget(proxy), user, pollSeconds: 0.5 };
    const profile = await store.add(profileDraftSchema.parse(draft));
    await vaults.set(profile.id, password, profile);
    ids.push(profile.id);
  }
  store.close();
  vaults.close();
  return { directory, ids, proxies: fleet.proxies };
}

/** The web shell in a process of its own, and a browser's calls to it. */
async function startShell(directory: string) {
  const script = ['--disable-warning=ExperimentalWarning', 'electron/serve.ts'];
  const child = spawn(
    process.execPath,
    [...script, '--port', '0', '--no-open', '--data-dir', directory],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, SPCP_VAULT_PASSPHRASE: passphrase },
    },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  let out = '';
  while (!out.includes('\n')) out += String((await once(child.stdout, 'data'))[0]);
  const call = callsOn(await openWindow(await enter(out.trim(), { 'user-agent': agent })));
  const kill = async () => {
    const closed = once(child, 'close');
    child.kill('SIGKILL');
    await closed;
  };
  return { call, kill };
}

/** How many of these it has a session with. */
async function reached({ call }: Awaited<ReturnType<typeof startShell>>, ids: readonly string[]) {
  const reads = ids.map((id) => call('settings.read', { id }));
  return (await Promise.allSettled(reads)).filter(({ status }) => status === 'fulfilled').length;
}

describe(`a web shell that is killed while a canary holds (SEED=${seed})`, () => {
  const random = seededRandom(seed);

  it.each(['go-on', 'revert'] as const)(
    'has it under way at the next start, and by the decision to %s changes what is as it saw it, each with its entry',
    async (kind) => {
      const { directory, ids, proxies } = await openFleet();
      const [canary = '', ...others] = ids;
      const inForce = () => proxies.map((proxy) => proxy.settings().transformation);
      const first = await startShell(directory);
      await expect.poll(() => reached(first, ids)).toBe(count);
      const planned = { setting: 'transformation', next: 'rev' } as const;
      const scope = { kind: 'selection' } as const;
      const { id } = await first.call('plans.create', { name: 'Backwards', planned, ids, scope });
      await expect.poll(async () => (await first.call('plans.get', { id })).busy).toBe('no');
      expect((await first.call('plans.get', { id })).counts).toMatchObject({ waiting: count });
      const options = {
        share: { kind: 'one', id: canary },
        hold: { kind: 'polls', count: 12 },
        whenFine: 'ask',
      } as const;
      await first.call('plans.startCanary', { id, options });
      const phase = async () => (await first.call('plans.getCanary', { id }))?.phase;
      await expect.poll(phase).toMatch(/^(holding|asking)$/);
      // However slow the machine is, it holds still when it is killed.
      const longer = { kind: 'longer', hold: { kind: 'time', ms: 3_600_000 } } as const;
      await first.call('plans.decideCanary', { id, decision: longer });
      expect(await phase()).toBe('holding');
      await pause(random() * 3000);
      await first.kill();
      expect(inForce()).toEqual(['rev', null, null, null]);

      // Nobody watches while another administrator changes one that waits.
      const [, , , other] = proxies;
      if (other === undefined) throw new Error('no proxy');
      const { client } = await connectClient(udpTarget(other), other);
      await client.setTransformation('tac');
      await client.quit();

      const second = await startShell(directory);
      const { call, kill } = second;
      const now = () => call('plans.getCanary', { id });
      await expect.poll(async () => (await call('plans.get', { id })).busy).toBe('holding');
      expect(await now()).toMatchObject({ phase: 'holding', canaries: [{ id: canary }] });
      await expect.poll(() => reached(second, ids)).toBe(count);
      await call('plans.decideCanary', { id, decision: { kind } });
      await expect.poll(async () => (await now())?.phase).toBe('over');
      const goesOn = kind === 'go-on';
      expect(await now()).toMatchObject({
        outcome: goesOn ? 'went-on' : 'reverted',
        decidedBy: 'user',
      });
      expect(inForce()).toEqual(goesOn ? ['rev', 'rev', 'rev', 'tac'] : [null, null, null, 'tac']);
      const { steps } = await call('plans.get', { id });
      expect(steps.map(({ state }) => state)).toEqual(
        goesOn
          ? ['done', 'done', 'done', 'conflict']
          : ['reverted', 'waiting', 'waiting', 'waiting'],
      );

      const entries = (await call('audit.list', { limit: 100 })).toReversed();
      expect(entries.map(({ profileId, outcome }) => [profileId, outcome]).slice(0, 1)).toEqual([
        [canary, 'verified'],
      ]);
      const later = entries.slice(1).map(({ profileId, outcome }) => [profileId, outcome]);
      expect(new Set(later.map((each) => each.join(' ')))).toEqual(
        new Set(
          goesOn
            ? others.map((each, index) => `${each} ${index === 2 ? 'conflict' : 'verified'}`)
            : [`${canary} verified`],
        ),
      );
      for (const { plan, remote, shell } of entries)
        expect([plan, remote, shell]).toEqual([id, 'Firefox 143, Linux', 'web']);
      await kill();
      expect((await run(['audit', 'verify', '--data-dir', directory])).code).toBe(0);
    },
  );
});
