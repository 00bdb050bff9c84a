import { describe, expect, it } from 'vitest';
import {
  isFull,
  nameOf,
  withBack,
  withName,
  without,
  withSaved,
} from '../../../../renderer/components/saved/saved-list.ts';
import { longestSavedName, mostSaved } from '../../../../shared/model/preference-words.ts';

const entry = (name: string, search = `ids=${name}`) => ({ name, search });
const three = [entry('a'), entry('b'), entry('c')];
const full = Array.from({ length: mostSaved }, (_, i) => entry(`n${i}`));
const namesOf = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);

describe('the name of a saved comparison', () => {
  it('has no space around it, and fits', () => {
    expect(nameOf('  Mail, Europe ')).toBe('Mail, Europe');
    expect(nameOf('   ')).toBe('');
    expect(nameOf('x'.repeat(99))).toHaveLength(longestSavedName);
  });
});

describe('saved comparisons', () => {
  it('are in the order in which they were saved, one for each name', () => {
    expect(namesOf(withSaved(three, entry('d')))).toEqual(['a', 'b', 'c', 'd']);
    expect(withSaved(three, entry('b', 'ids=x'))).toEqual([
      entry('a'),
      entry('b', 'ids=x'),
      entry('c'),
    ]);
  });

  it('are no more than fit, and one of them can still be replaced', () => {
    expect(isFull(full)).toBe(true);
    expect(withSaved(full, entry('another'))).toBe(full);
    expect(withSaved(full, entry('n3', 'ids=x'))[3]).toEqual(entry('n3', 'ids=x'));
  });

  it('keep their place under another name, and the one that had it gives way', () => {
    expect(withName(three, 'b', 'z')).toEqual([entry('a'), entry('z', 'ids=b'), entry('c')]);
    expect(withName(three, 'b', 'c')).toEqual([entry('a'), entry('c', 'ids=b')]);
    expect(withName(three, 'b', 'b')).toBe(three);
  });

  it('come back where they were', () => {
    const left = without(three, 'b');
    expect(namesOf(left)).toEqual(['a', 'c']);
    expect(withBack(left, entry('b'), 1)).toEqual(three);
  });

  it('do not come back over one of their name, nor where there is no room', () => {
    expect(withBack(three, entry('b', 'old'), 1)).toBe(three);
    expect(withBack(full, entry('b'), 1)).toBe(full);
  });
});
