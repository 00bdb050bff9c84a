import { expect, it } from 'vitest';
import { unbroken } from '../../../renderer/components/unbroken.ts';

it('keeps a name on its line unless it is too long for one', () => {
  expect(unbroken('mail-01')).toEqual({ whiteSpace: 'nowrap' });
  expect(unbroken('mail-01-of-the-north-east-corner')).toEqual({});
});
