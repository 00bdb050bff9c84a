import { describe, expect, it } from 'vitest';
import { widthOfAll } from '../../../../../renderer/views/board/pictures/table/columns.ts';
import {
  heightOf,
  linesOf,
} from '../../../../../renderer/views/board/pictures/table/table-rows.ts';
import { preferencesSchema } from '../../../../../shared/model/app-info.ts';
import { boardColumns } from '../../../../../shared/model/preference-words.ts';
import { profileOf } from '../../../snapshots.ts';

describe('the columns of the table', () => {
  it('each have room for what they hold, and there are as many as a window of 1280 shows', () => {
    expect(boardColumns.every((column) => widthOfAll([column]) > 220)).toBe(true);
    expect(widthOfAll(preferencesSchema.parse({}).boardColumns)).toBeLessThan(1280 - 232 - 57);
  });
});

describe('the lines of the table', () => {
  it('are the proxies in their places, below the headings of their groups, without what is folded', () => {
    const [a, b, c] = [profileOf('a'), profileOf('b'), profileOf('c')];
    const group = { by: 'folder' as const, folded: false };
    const lines = linesOf([
      { ...group, key: 'x', profiles: [a] },
      { ...group, key: 'y', profiles: [b], folded: true },
      { ...group, key: 'z', profiles: [c] },
    ]);
    const said = lines.map((line) =>
      line.kind === 'head' ? line.group.key : [line.profile.id, line.place],
    );
    expect(said).toEqual(['x', ['a', 0], 'y', 'z', ['c', 1]]);
    const [head = 0, proxy = 0] = lines.map(heightOf);
    expect(head).toBeGreaterThan(proxy);
    expect(linesOf([{ by: null, key: '', folded: false, profiles: [a] }])).toHaveLength(1);
  });
});
