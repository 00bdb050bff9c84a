import { describe, expect, it } from 'vitest';
import { findActions } from '../../../../renderer/views/shell/palette/palette-search.ts';

const offered = [
  { group: 'Pages', actions: [{ id: 'board', label: 'Board' }] },
  {
    group: 'Proxies',
    actions: [
      { id: 'lima', label: 'Lima', keywords: ['Perú'] },
      { id: 'malaga', label: 'Málaga', description: 'ready · mlg.example', keywords: 'España' },
    ],
  },
  { group: 'Actions', actions: [{ id: 'connect', label: 'Connect Málaga' }] },
];
const found = (query: string) =>
  findActions(query, offered).map((item) =>
    'actions' in item ? [item.group, ...item.actions.map(({ id }) => id)] : item.id,
  );

describe('the search of the palette', () => {
  it('finds whatever the case and the accents, in groups', () => {
    for (const query of ['malaga', 'MÁLAGA', 'ma\u0301laga'])
      expect(found(query)).toEqual([
        ['Proxies', 'malaga'],
        ['Actions', 'connect'],
      ]);
    expect(found('espana')).toEqual([['Proxies', 'malaga']]);
    expect(found('peru lima')).toEqual([['Proxies', 'lima']]);
    expect(found('nowhere')).toEqual([]);
  });

  it('offers all where nothing is asked for', () => {
    expect(found(' ')).toHaveLength(3);
  });

  it('puts what has it in its label before what has it elsewhere', () => {
    const actions = [
      { id: 'by keyword', label: 'Lima', keywords: 'board' },
      { id: 'by label', label: 'Board' },
    ];
    const groups = [
      { group: 'other', actions: actions.slice(0, 1) },
      { group: 'both', actions },
    ];
    expect(findActions('board', groups)).toEqual([
      { group: 'both', actions: actions.toReversed() },
      { group: 'other', actions: actions.slice(0, 1) },
    ]);
  });
});
