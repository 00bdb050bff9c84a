import { expect, it } from 'vitest';
import { fitting, widthOf } from '../../../../renderer/views/profiles/list/list-columns.ts';
import { listColumns, preferencesSchema } from '../../../../shared/model/app-info.ts';

it('puts below the name what there is no room for, from the first that does not fit', () => {
  const columns = ['state', 'folder', 'interval'] as const;
  const all = fitting(columns, 2000);
  expect(all).toEqual({ beside: columns, below: [] });
  const tight = fitting(columns, widthOf('name') + 100 + widthOf('state') + widthOf('interval'));
  expect(tight).toEqual({ beside: ['state'], below: ['folder', 'interval'] });
  expect(fitting(columns, 300)).toEqual({ beside: [], below: columns });
});

it('has room in a wide window for what is shown first, and below the name for all that there is', () => {
  const { listColumns: usual } = preferencesSchema.parse({});
  expect(fitting(usual, 1600 - 232 - 290).below).toEqual([]);
  const { beside, below } = fitting(listColumns, 800);
  expect([...beside, ...below]).toEqual(listColumns);
});
