import { describe, expect, it } from 'vitest';
import { askedFrom } from '../../../support/caller.ts';
import { deadWriter, openWatched } from './watched-fleet.ts';

const worse = () => ({ bytes: 40 });
const well = () => ({});
const afar = 'Firefox 130';

/** Who is in the audit log with each change of a plan. */
const remotes = (fleet: ReturnType<typeof openWatched>, id: string) =>
  fleet.audit.ofPlan(id).map(({ remote }) => remote);

describe('a canary that somebody began in a browser', () => {
  it('is in the audit log with that browser, also where it takes itself back', async () => {
    const fleet = openWatched(10, worse);
    const { id } = await fleet.begin({}, 60, afar);
    await fleet.pass(50);
    expect(fleet.canaries.get(id)).toMatchObject({ outcome: 'reverted', decidedBy: 'verdict' });
    expect(remotes(fleet, id)).toEqual([afar, afar]);
  });

  it('is so where it goes on by itself, with all the others', async () => {
    const fleet = openWatched(4, well);
    const { id } = await fleet.begin({ share: { kind: 'number', count: 1 } }, 60, afar);
    await fleet.pass(60);
    expect(fleet.canaries.get(id)).toMatchObject({ outcome: 'went-on', decidedBy: 'verdict' });
    expect(remotes(fleet, id)).toEqual(Array(4).fill(afar));
  });

  it.each([1, 15, 32])(
    'is so after its process was killed in second %d, and another went on with it',
    async (seconds) => {
      const fleet = openWatched(10, worse, { writer: deadWriter });
      const { id } = await fleet.begin({}, 60, afar);
      await fleet.pass(seconds);
      const { canaries } = fleet.restart();
      await fleet.pass(60);
      expect(canaries.get(id)).toMatchObject({ outcome: 'reverted' });
      expect(remotes(fleet, id)).toEqual([afar, afar]);
    },
  );

  it('goes on or back in the name of who decided it, in this process or beside it', async () => {
    const fleet = openWatched(4, well);
    const one = { kind: 'number', count: 1 } as const;
    const { id } = await fleet.begin({ share: one, whenFine: 'ask' }, 60, afar);
    await fleet.pass(50);
    expect(fleet.canaries.get(id)).toMatchObject({ phase: 'asking' });
    const longer = { kind: 'longer', hold: { kind: 'time', ms: 5000 } } as const;
    askedFrom('Chrome 140', () => fleet.canaries.decide(id, longer));
    await fleet.pass(15);
    const beside = fleet.beside();
    askedFrom('Safari 26', () => beside.canaries.decide(id, { kind: 'go-on' }));
    await fleet.pass(10);
    expect(fleet.canaries.get(id)).toMatchObject({ outcome: 'went-on', decidedBy: 'user' });
    expect(remotes(fleet, id)).toEqual([afar, ...Array<string>(3).fill('Safari 26')]);
  });

  it('is with whoever sits at the process that goes on, where it was kept by a release that did not say', async () => {
    const fleet = openWatched(10, worse, { writer: deadWriter });
    const { id } = await fleet.begin({}, 60, afar);
    fleet.database.exec(`UPDATE canary SET state = json_remove(state, '$.by')`);
    const { canaries } = fleet.restart();
    await fleet.pass(60);
    expect(canaries.get(id)).toMatchObject({ outcome: 'reverted' });
    expect(remotes(fleet, id)).toEqual([null, null]);
    expect(fleet.audit.ofPlan(id).map(({ actor }) => actor)).toEqual(['ana', 'ana']);
  });
});
