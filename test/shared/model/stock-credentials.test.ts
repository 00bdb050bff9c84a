import { expect, it } from 'vitest';
import { areStock } from '../../../shared/model/stock-credentials.ts';

it('stock credentials are those that deployed servers come with', () => {
  expect(areStock('admin', 'admin')).toBe(true);
  expect(areStock('admin', '')).toBe(false);
  expect(areStock('admin', null)).toBe(false);
  expect(areStock('Admin', 'admin')).toBe(false);
});
