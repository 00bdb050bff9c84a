import { expect, it } from 'vitest';
import { readPastedList } from '../../../../renderer/views/profiles/paste/pasted-list.ts';
import { previewRows } from '../../../../renderer/views/profiles/paste/pasted-rows.ts';
import {
  previewColumns,
  shownOf,
} from '../../../../renderer/views/profiles/paste/preview-columns.ts';

const forAll = { folder: '', environment: '', transport: '', user: 'ana', password: '' } as const;
const none = { corrected: new Map(), profiles: [], folders: new Map(), update: false };

function columnsOf(text: string) {
  const rows = previewRows({ lines: readPastedList(text), forAll, ...none });
  return { rows, columns: previewColumns(rows, (field) => field) };
}

it('a preview has a column for the UDP port where a line says one, and for every line then', () => {
  const { rows, columns } = columnsOf('host,udp port\na.example,9899\nb.example,');
  expect(columns.map(({ field }) => field)).toContain('udpPort');
  expect(rows.map((row) => shownOf(row, 'udpPort'))).toEqual(['9899', expect.any(String)]);
  expect(columnsOf('a.example').columns.map(({ field }) => field)).not.toContain('udpPort');
});

it('a column is as wide as the longest that is in it, within reason', () => {
  const long = `${'long-name.'.repeat(3)}example`;
  const widthOf = (text: string) =>
    columnsOf(text).columns.find(({ field }) => field === 'host')?.width;
  expect(widthOf(`a.example\n${long}`)).toBe(long.length);
  expect(widthOf(`${'a'.repeat(60)}.example`)).toBe(40);
});
