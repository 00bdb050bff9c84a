import { describe, expect, it, vi } from 'vitest';
import { exportText, readExport } from '../../../shared/model/profile-export.ts';
import { mostTagIntents, openTags } from '../../../shared/model/tag-intents.ts';

const intents = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    tag: `tag ${n}`,
    settings: { intendedTransformation: '=rev' },
  }));
const fileWith = (count: number): string =>
  exportText({ profiles: [], folders: [], tags: intents(count), classes: [] });

describe('what tags say', () => {
  it('is looked for by its name, and not in the whole list for each', () => {
    const folding = vi.spyOn(String.prototype, 'normalize');
    const tags = openTags([]);
    tags.add(intents(1000));
    tags.take(intents(500));
    expect(folding.mock.calls.length).toBeLessThan(20_000);
    folding.mockRestore();
    expect(tags.list()).toHaveLength(500);
  });

  it('is each said once by a file, of which the first counts', () => {
    const other = { tag: 'TAG 0', settings: { intendedTransformation: 'cat' } };
    const silent = { tag: 'tag 9', settings: {} };
    const tags = openTags([]);
    expect(tags.add([...intents(1), other, silent])).toEqual(intents(1));
    expect(tags.get('Tag 0')?.settings.intendedTransformation).toBe('=rev');
  });

  it('is the same list where nothing was changed', () => {
    const before = intents(2);
    const tags = openTags(before);
    tags.put(before[0] as (typeof before)[0]);
    tags.take([{ tag: 'tag 1', settings: { intendedTransformation: 'cat' } }]);
    expect(tags.list()).toBe(before);
  });

  it('is refused in a file where it is said of too many', () => {
    expect(readExport(fileWith(mostTagIntents)).book.tags).toHaveLength(mostTagIntents);
    expect(() => readExport(fileWith(mostTagIntents + 1))).toThrow(
      expect.objectContaining({ code: 'not-an-export' }),
    );
  });
});
