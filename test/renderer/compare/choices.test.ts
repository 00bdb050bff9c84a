import { describe, expect, it } from 'vitest';
import { choicesFor, folderValue, withChoice } from '../../../renderer/views/compare/choices.ts';

const proxy = (id: string, name: string, folder: string) => ({
  id,
  name,
  folder,
  host: `${id}.example`,
});
const profiles = [
  proxy('a', 'Málaga', 'Sur'),
  proxy('b', 'Cádiz', 'Sur'),
  proxy('c', 'Bilbao', 'Norte'),
  proxy('d', 'mail-10', ''),
  proxy('e', 'mail-9', ''),
];
const offered = (chosen: readonly string[], typed: string) =>
  choicesFor(profiles, chosen, typed, 'es').map(({ folder, choices }) => [
    folder,
    choices.map(({ name, count }) => name ?? count),
  ]);

describe('what can be chosen', () => {
  it('is offered by folder and name, and all of a folder where it holds more than one', () => {
    expect(offered([], '')).toEqual([
      ['', [2, 'mail-9', 'mail-10']],
      ['Norte', ['Bilbao']],
      ['Sur', [2, 'Cádiz', 'Málaga']],
    ]);
  });

  it('is what is not chosen yet', () => {
    expect(offered(['a', 'c'], '')).toEqual([
      ['', [2, 'mail-9', 'mail-10']],
      ['Sur', ['Cádiz']],
    ]);
    expect(offered(['a', 'b', 'c', 'd', 'e'], '')).toEqual([]);
  });

  it('is found by name, host or folder, whatever the case and the accents', () => {
    expect(offered([], 'malaga')).toEqual([['Sur', ['Málaga']]]);
    expect(offered([], 'SUR')).toEqual([['Sur', [2, 'Cádiz', 'Málaga']]]);
    expect(offered([], 'c.example')).toEqual([['Norte', ['Bilbao']]]);
    expect(offered([], 'nowhere')).toEqual([]);
  });
});

describe('what is chosen', () => {
  it('is one more, at the end', () => {
    expect(withChoice(profiles, ['b'], 'a', 'es')).toEqual(['b', 'a']);
    expect(withChoice(profiles, ['b'], 'b', 'es')).toEqual(['b']);
  });

  it('is all of the folder, in the order of names, each once', () => {
    expect(withChoice(profiles, ['a'], folderValue('Sur'), 'es')).toEqual(['a', 'b']);
    expect(withChoice(profiles, [], folderValue(''), 'es')).toEqual(['e', 'd']);
  });

  it('is no more than can be compared', () => {
    const many = Array.from({ length: 130 }, (_, i) => proxy(`p${i}`, `p${i}`, 'x'));
    expect(withChoice(many, [], folderValue('x'), 'en')).toHaveLength(100);
  });
});
