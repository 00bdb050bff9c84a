import { expect, it } from 'vitest';
import { folderFilter } from '../../../../renderer/views/shell/sidebar/folder-filter.ts';

it('asks for a folder by its whole path, in quotes that it does not have', () => {
  expect(folderFilter('Europe/Madrid 2')).toBe('folder:"Europe/Madrid 2"');
  expect(folderFilter('19" racks')).toBe('folder:“19" racks”');
});

it('is never longer than a filter may be', () => {
  expect(folderFilter('x'.repeat(200)).length).toBeLessThanOrEqual(200);
});
