import { expect, it } from 'vitest';
import { exportFileName } from '../../../../renderer/views/profiles/exporting/export-file-name.ts';

const day = new Date(2026, 2, 7, 23, 59);

it('says what is in the file and of which day it is, in letters that every file system takes', () => {
  expect(exportFileName({ kind: 'all' }, day)).toBe('spcp-profiles-2026-03-07.json');
  const folder = (name: string) => exportFileName({ kind: 'folder', id: 'x', name }, day);
  expect(folder('Europa/España: 1')).toBe('spcp-profiles-europa-españa-1-2026-03-07.json');
  expect(folder('../..')).toBe('spcp-profiles-2026-03-07.json');
});
