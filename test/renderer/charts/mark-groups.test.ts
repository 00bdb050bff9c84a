import { describe, expect, it } from 'vitest';
import { groupMarks } from '../../../renderer/charts/mark-groups.ts';

const span = { from: 0, to: 1000 };
const mark = (at: number) => ({ at, kind: 'restart' }) as const;
const placesOf = (marks: readonly number[], reach: number) =>
  groupMarks(marks.map(mark), span, reach).map(({ place, marks: own }) => [place, own.length]);

describe('marks on a chart', () => {
  it('stand apart where there is room, in the order of time', () => {
    expect(placesOf([500, 100], 0.02)).toEqual([
      [0.1, 1],
      [0.5, 1],
    ]);
  });

  it('stand together where they would cover each other, and no farther than that', () => {
    expect(placesOf([100, 110, 118, 121], 0.02)).toEqual([
      [0.109, 3],
      [0.121, 1],
    ]);
  });

  it('are not there beyond the span', () => {
    expect(placesOf([-1, 0, 1000, 1001], 0.02)).toEqual([
      [0, 1],
      [1, 1],
    ]);
  });
});
