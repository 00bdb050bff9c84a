import { describe, expect, it } from 'vitest';
import { peersOf } from '../../../shared/fleet/peers.ts';

const member = (id: string, folder: string, environment = 'staging') => ({
  id,
  folder,
  environment,
});
const inFolder = (folder: string, count: number) =>
  Array.from({ length: count }, (_, i) => member(`${folder}${i}`, folder));

describe('who is held against whom', () => {
  it('are those of the same folder, and of too small a one, or none, the whole fleet', () => {
    const members = [...inFolder('a', 4), ...inFolder('b', 3), ...inFolder('', 5)];
    const [a, rest, ...more] = peersOf(members, 'folder');
    expect(more).toEqual([]);
    expect(a?.compared).toEqual(['a0', 'a1', 'a2', 'a3']);
    expect([...(a?.told ?? [])]).toEqual(a?.compared);
    expect(rest?.compared).toHaveLength(12);
    expect([...(rest?.told ?? [])]).toEqual(['b0', 'b1', 'b2', '0', '1', '2', '3', '4']);
  });

  it('are those of the same environment where that is asked for', () => {
    const members = [
      ...inFolder('a', 4),
      ...inFolder('b', 4).map((each) => ({ ...each, environment: 'production' })),
    ];
    expect(peersOf(members, 'environment').map(({ key }) => key)).toEqual([
      'environment:staging',
      'environment:production',
    ]);
  });

  it('are nobody in a fleet of none', () => {
    expect(peersOf([], 'folder')).toEqual([]);
  });
});
