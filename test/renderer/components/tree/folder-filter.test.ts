import { expect, it } from 'vitest';
import { folderFilter, withFolder } from '../../../../renderer/components/tree/folder-filter.ts';
import { boardSearch } from '../../../../renderer/searches.ts';
import { createFilter, type FilterWords } from '../../../../shared/model/filter/filter.ts';
import { profileOf } from '../../snapshots.ts';

const words: FilterWords = {
  state: {},
  environment: {},
  via: {},
  unlike: {},
  is: {},
  colour: {},
  password: {},
  managed: {},
};

it('asks for a folder by its whole path, in quotes that it does not have', () => {
  expect(folderFilter('Europe/Madrid 2')).toBe('folder:"Europe/Madrid 2"');
  expect(folderFilter('19" racks')).toBe('folder:“19" racks”');
});

it('shows what lies in that folder and beneath it, and nothing of those that are called alike', () => {
  const path = 'mail';
  const { fits } = createFilter(folderFilter(path), words);
  const facts = { state: 'ready', via: null, unlike: [], trouble: false };
  const folders = ['mail', 'Mail/Spain', 'mail-old', 'mailbox', 'x/mail', ''];
  const shown = folders.filter((folder) => fits(profileOf('a', { folder }), facts));
  expect(shown).toEqual(['mail', 'Mail/Spain']);
});

it('finds the longest path that there is', () => {
  const path = `${'x'.repeat(99)}/${'y'.repeat(100)}`;
  expect(boardSearch.parse({ text: folderFilter(path) }).text).toBe(`folder:"${path}"`);
});

it('asks for another folder instead, and leaves the rest of the filter as it is', () => {
  expect(withFolder('mail folder:"Europe/Spain" -folder:test', 'Asia')).toBe(
    'mail -folder:test folder:"Asia"',
  );
  expect(withFolder('carpeta:europa state:off', '')).toBe('state:off');
  expect(withFolder('folder:«a b» x', '')).toBe('x');
  expect(withFolder('folder:"not closed', 'x')).toBe('folder:"x"');
  expect(withFolder('', 'x')).toBe('folder:"x"');
});
