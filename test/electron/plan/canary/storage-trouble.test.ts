import { describe, expect, it } from 'vitest';
import { createCanaryStore } from '../../../../electron/store/canaries.ts';
import { storageFailure } from '../../../../electron/store/storage-error.ts';
import { statesOf } from '../fleet-in-memory.ts';
import { openWatched } from './watched-fleet.ts';

const same = () => ({});
const full = () => storageFailure('history.sqlite', 'full', 'ENOSPC');

/** A fleet of ten whose store cannot keep a canary in a phase, the first so many times. */
function openTroubled(times: (phase: string) => number) {
  const tried = new Map<string, number>();
  const fleet = openWatched(10, same, {
    between: (store) => ({
      ...store,
      put(plan, kept, writer) {
        const { phase } = kept.canary;
        const before = tried.get(phase) ?? 0;
        tried.set(phase, before + 1);
        if (before < times(phase)) throw full();
        return store.put(plan, kept, writer);
      },
    }),
  });
  const kept = createCanaryStore(fleet.database);
  return { ...fleet, keptPhase: (id: string) => kept.get(id)?.canary.phase };
}

describe('a canary whose database is full at times', () => {
  it('comes to its end all the same where each phase could not be kept at first', async () => {
    const { begin, pass, plans, canaries, watching, keptPhase, faults } = openTroubled(() => 1);
    const { id } = await begin();
    await pass(45);
    expect(canaries.get(id)).toMatchObject({ phase: 'over', outcome: 'went-on' });
    expect(statesOf(plans.get(id).steps)).toEqual(Array(10).fill('done'));
    expect(plans.get(id).busy).toBe('no');
    expect(watching()).toEqual([]);
    expect(keptPhase(id)).toBe('over');
    expect(faults).toEqual([]);
  });

  it('is over for everybody here while that cannot be kept, and is kept once it can', async () => {
    const { begin, pass, plans, canaries, watching, keptPhase } = openTroubled((phase) =>
      phase === 'over' ? 20 : 0,
    );
    const { id } = await begin();
    const heard: string[] = [];
    canaries.changes.listen(({ canary }) => heard.push(canary.phase));
    await pass(45);
    expect(heard.at(-1)).toBe('over');
    expect(canaries.get(id)).toMatchObject({ phase: 'over', outcome: 'went-on' });
    expect(plans.get(id).busy).toBe('no');
    expect(watching()).toEqual([]);
    expect(keptPhase(id)).toBe('going-on');
    expect(() => canaries.decide(id, { kind: 'revert' })).toThrow(
      expect.objectContaining({ code: 'unsupported' }),
    );
    await pass(20);
    expect(keptPhase(id)).toBe('over');
    expect(heard.filter((phase) => phase === 'over')).toHaveLength(1);
    expect(plans.get(id).busy).toBe('no');
  });
});
