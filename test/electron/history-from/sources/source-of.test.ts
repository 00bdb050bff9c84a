import { expect, it } from 'vitest';
import { sourceFor } from '../../../../electron/history-from/sources/source-of.ts';
import type { HistorySource } from '../../../../shared/model/history-from.ts';

const source = (folderId: string | null, url: string | null): HistorySource => ({
  id: `of ${folderId}`,
  folderId,
  url,
  reach: 'past-kept',
  signIn: 'none',
  user: '',
});
const all = [source(null, 'http://console'), source('spain', 'http://spain'), source('lab', null)];

it.each([
  ['the console for one that lies nowhere', [], 'http://console'],
  ['the nearest folder that has one', ['madrid', 'spain'], 'http://spain'],
  ['the console where no folder around it has one', ['peru'], 'http://console'],
  ['none where a folder says so, whatever is said further out', ['lab', 'spain'], undefined],
])('takes %s', (_, folders, url) => {
  expect(sourceFor(all, folders)?.url).toBe(url);
});

it('takes none where there is none', () => {
  expect(sourceFor([], ['madrid'])).toBeNull();
});
