import { expect, it } from 'vitest';
import {
  actionsWidth,
  fitting,
  widthOf,
} from '../../../../renderer/views/profiles/list/list-columns.ts';
import { preferencesSchema } from '../../../../shared/model/app-info.ts';
import { listColumns } from '../../../../shared/model/preference-words.ts';

const { listColumns: usual } = preferencesSchema.parse({});

it('puts below the name what there is no room for, from the first that does not fit', () => {
  const columns = ['state', 'folder', 'interval'] as const;
  expect(fitting(columns, 2000)).toMatchObject({ beside: columns, below: [] });
  const { name } = fitting(columns, 600);
  const tight = fitting(columns, name + actionsWidth + widthOf('state') + widthOf('interval'));
  expect(tight).toMatchObject({ beside: ['state'], below: [['folder', 'interval']] });
  expect(fitting(columns, 300)).toMatchObject({
    beside: [],
    below: [['state'], ['folder', 'interval']],
  });
});

it('leaves out nothing in any window, and writes state, class and password before all that may be cut', () => {
  for (let width = 0; width < 1600; width += 20) {
    for (const columns of [usual, listColumns, listColumns.toReversed()]) {
      const { beside, below } = fitting(columns, width);
      expect([...beside, ...below.flat()].toSorted()).toEqual(columns.toSorted());
      const first = below.find((line) => line.includes('environment'));
      if (first !== undefined) expect(first[0]).toMatch(/^(environment|password)$/);
    }
  }
});

it('has room in a wide window for what is shown first, and for an address in a line of its own in a narrow one', () => {
  expect(fitting(usual, 1600 - 232 - 290).below).toEqual([]);
  expect(fitting(usual, 1280 - 232 - 284).beside).toEqual(['state', 'address']);
  expect(fitting(usual, 900 - 232 - 40)).toMatchObject({
    beside: ['state'],
    below: [
      ['environment', 'password'],
      ['address', 'user', 'folder'],
    ],
  });
});
