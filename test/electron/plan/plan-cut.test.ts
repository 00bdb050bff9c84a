import { describe, expect, it } from 'vitest';
import { someError } from '../../support/facts.ts';
import { idle, idOf, planned, statesOf } from './fleet-in-memory.ts';

describe('a plan over thirty proxies whose connection is cut', () => {
  it.each(['get', 'set', 'read back'] as const)(
    'at the %s of any step, goes on from what is true',
    async (where) => {
      for (let cut = 0; cut < 30; cut++) {
        const { plans, id, proxies, audit, changes, faults } = await planned(30);
        const proxy = proxies.get(idOf(cut));
        if (proxy === undefined) throw new Error('no proxy');
        let gets = 0;
        proxy.before = async (request) => {
          const now = request === 'set' ? 'set' : ++gets === 1 ? 'get' : 'read back';
          if (now !== where) return;
          if (now === 'set' && cut % 2 === 0) proxy.transformation = 'tr a-z A-Z';
          proxy.reachable = false;
          throw someError('association-lost');
        };
        plans.apply(id, {});
        const states = statesOf(await idle(plans, id));
        expect(states.filter((state) => state === 'done')).toHaveLength(29);
        proxy.before = async () => undefined;
        proxy.reachable = true;
        await changes.findOut(idOf(cut));
        plans.read(id);
        await idle(plans, id);
        plans.apply(id, {});
        expect(new Set(statesOf(await idle(plans, id)))).toEqual(new Set(['done']));
        for (const { transformation } of proxies.values())
          expect(transformation).toBe('tr a-z A-Z');
        expect(new Set(audit.ofPlan(id).map(({ profileId }) => profileId)).size).toBe(30);
        expect(audit.unsettled()).toEqual([]);
        expect(faults).toEqual([]);
      }
    },
  );
});
