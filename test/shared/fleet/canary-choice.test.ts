import { describe, expect, it } from 'vitest';
import { chooseCanaries } from '../../../shared/fleet/canary-choice.ts';
import { canaryCount } from '../../../shared/model/canary.ts';

const one = (id: string, accessesPerSecond: number | null, guarded = false) => ({
  id,
  guarded,
  accessesPerSecond,
});
const anyOne = { kind: 'one', id: null } as const;

describe('the canaries', () => {
  it('are who is named, and nobody where that one is not a target', () => {
    const all = [one('a', 5), one('b', 1)];
    expect(chooseCanaries(all, { kind: 'one', id: 'a' }, 60)).toEqual({
      ids: ['a'],
      choice: { case: 'named' },
    });
    expect(chooseCanaries(all, { kind: 'one', id: 'c' }, 60)).toBeNull();
    expect(chooseCanaries([], anyOne, 60)).toBeNull();
  });

  it('are the least used of those that are used enough, of no guarded class where there are others', () => {
    const all = [one('idle', 0), one('busy', 9), one('calm', 2), one('live', 1, true)];
    expect(chooseCanaries(all, anyOne, 60)).toEqual({
      ids: ['calm'],
      choice: { case: 'least-used', accessesPerSecond: 2, of: 4 },
    });
    expect(chooseCanaries(all, { kind: 'number', count: 3 }, 60)?.ids).toEqual([
      'calm',
      'busy',
      'idle',
    ]);
  });

  it('are the first where nobody is known to be used', () => {
    expect(chooseCanaries([one('a', null), one('b', 0)], anyOne, 60)).toEqual({
      ids: ['a'],
      choice: { case: 'first', of: 2 },
    });
  });

  it('are a share of at least one, and never all', () => {
    expect(canaryCount({ kind: 'percent', percent: 10 }, 5)).toBe(1);
    expect(canaryCount({ kind: 'percent', percent: 10 }, 300)).toBe(30);
    expect(canaryCount({ kind: 'number', count: 50 }, 10)).toBe(9);
  });
});
