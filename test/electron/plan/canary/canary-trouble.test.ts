import { describe, expect, it } from 'vitest';
import { statesOf } from '../fleet-in-memory.ts';
import { openWatched } from './watched-fleet.ts';

const same = () => ({});
const worse = () => ({ bytes: 40 });

/** Nothing can be written for so many seconds. */
async function unwritable(fleet: ReturnType<typeof openWatched>, seconds: number): Promise<void> {
  fleet.database.exec('PRAGMA query_only = 1');
  for (let each = 0; each < seconds; each++) await fleet.clock.advance(1000);
  fleet.database.exec('PRAGMA query_only = 0');
}

describe('a canary while the database cannot be written', () => {
  it('that is worse is taken back once that can be recorded', async () => {
    const fleet = openWatched(10, worse);
    const { id } = await fleet.begin();
    await fleet.pass(31);
    await unwritable(fleet, 10);
    await fleet.pass(15);
    expect(fleet.canaries.get(id)).toMatchObject({ phase: 'over', outcome: 'reverted' });
    expect([...fleet.proxies.values()].every((proxy) => proxy.transformation === null)).toBe(true);
    expect(fleet.plans.get(id).busy).toBe('no');
  });

  it('goes on with the others once that can be kept, and says so only then', async () => {
    const fleet = openWatched(10, same);
    const { id } = await fleet.begin({ whenFine: 'ask' });
    await fleet.pass(60);
    fleet.canaries.decide(id, { kind: 'go-on' });
    await unwritable(fleet, 3);
    await fleet.pass(10);
    expect(fleet.canaries.get(id)).toMatchObject({ phase: 'over', outcome: 'went-on' });
    expect(statesOf(fleet.plans.get(id).steps)).toEqual(Array(10).fill('done'));
    expect(fleet.plans.get(id).busy).toBe('no');
  });

  it('is changed once that can be recorded', async () => {
    const fleet = openWatched(10, same);
    const { id } = await fleet.begin({ whenFine: 'ask' });
    await unwritable(fleet, 3);
    await fleet.pass(60);
    expect(fleet.canaries.get(id)).toMatchObject({ phase: 'asking', verdict: 'fine' });
  });
});

describe('a clock that is set while a canary is measured', () => {
  it.each([-3_600_000, 3_600_000])(
    'by %d ms has the measuring begin anew, and come to an end',
    async (ms) => {
      const fleet = openWatched(10, same);
      const { id } = await fleet.begin({ whenFine: 'ask', hold: { kind: 'time', ms: 60_000 } });
      fleet.clock.jumpWall(ms);
      await fleet.pass(200);
      expect(fleet.canaries.get(id)).toMatchObject({ phase: 'asking', verdict: 'fine' });
    },
  );
});
