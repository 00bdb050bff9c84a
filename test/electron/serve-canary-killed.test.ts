import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../build/ensure-built.ts';
import { seededRandom } from '../../electron/reference-proxy/mail-clients/seeded-random.ts';
import { connectClient } from '../../electron/spcp/client.ts';
import { seed } from '../support/seed.ts';
import { udpTarget } from '../support/udp-target.ts';
import { run } from './cli/program.ts';
import { openFleet, reached, startShell } from './web/shells.ts';

const count = 4;
const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0';

beforeAll(() => ensureBuilt('renderer'));

describe(`a web shell that is killed while a canary holds (SEED=${seed})`, () => {
  const random = seededRandom(seed);

  it.each(['go-on', 'revert'] as const)(
    'has it under way at the next start, and by the decision to %s changes what is as it saw it, each with its entry',
    async (kind) => {
      const { directory, ids, proxies } = await openFleet(count);
      const [canary = '', ...others] = ids;
      const inForce = () => proxies.map((proxy) => proxy.settings().transformation);
      const first = await startShell(directory, agent);
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

      const second = await startShell(directory, agent);
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
