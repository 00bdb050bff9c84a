import { describe, expect, it } from 'vitest';
import {
  inOrder,
  type ListFacts,
  sortedBy,
} from '../../../../renderer/views/profiles/list/list-order.ts';
import { onlyUsualClasses } from '../../../../shared/model/environment-class.ts';
import { type ListSort, listColumns } from '../../../../shared/model/preference-words.ts';
import { profileOf, snapshotOf } from '../../snapshots.ts';

const collator = new Intl.Collator('en', { numeric: true });
const a = profileOf('a', {
  user: 'zoe',
  folder: 'Europe/Spain',
  environment: 'production',
  savedPassword: 'none',
  pollSeconds: 5,
  host: 'host-10.example',
  transport: 'ssh',
});
const b = profileOf('b', { tags: 'mail', pollSeconds: 60, host: 'host-9.example' });
const c = profileOf('c', { folder: 'Asia', environment: 'staging', user: 'Bea', pollSeconds: 1 });
const all = [a, b, c];
const facts: ListFacts = {
  classes: onlyUsualClasses,
  snapshots: new Map([
    ['a', snapshotOf('a', 'ready')],
    ['b', snapshotOf('b', 'needs-attention')],
    ['c', snapshotOf('c', 'off')],
  ]),
  opened: new Map([
    ['c', 20],
    ['b', 10],
  ]),
};
const order = (
  sort: ListSort,
  direction = sortedBy(sort, { sort: 'name', direction: 'ascending' }).direction,
) =>
  inOrder(all, { sort, direction }, facts, collator)
    .map(({ name }) => name)
    .join('');

describe('the order of the list', () => {
  it('begins as each column is read: texts and states from the first on, numbers from the largest', () => {
    expect(Object.fromEntries(listColumns.map((column) => [column, order(column)]))).toEqual({
      state: 'bca',
      address: 'cba',
      transport: 'bca',
      user: 'bca',
      folder: 'cab',
      environment: 'acb',
      password: 'abc',
      tags: 'bac',
      interval: 'bac',
      opened: 'cba',
    });
  });

  it('turns round, and leaves at the end what has no value', () => {
    expect(order('name', 'descending')).toBe('cba');
    expect(order('folder', 'descending')).toBe('acb');
    expect(order('opened', 'ascending')).toBe('bca');
    expect(sortedBy('interval', { sort: 'interval', direction: 'descending' })).toEqual({
      sort: 'interval',
      direction: 'ascending',
    });
  });
});
