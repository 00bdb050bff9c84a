import { describe, expect, it } from 'vitest';
import { line, table } from '../../../../electron/cli/output/table.ts';

describe('a table', () => {
  it('aligns names by the columns that they take on a terminal', () => {
    const rows = [
      ['name', 'host'],
      ['東京', 'a'],
      ['Málaga', 'b'],
      ['Ma\u0301laga', 'c'],
      ['👩‍💻 x', 'd'],
    ];
    expect(table(rows)).toEqual([
      'name    host',
      '東京    a',
      'Málaga  b',
      'Ma\u0301laga  c',
      '👩‍💻 x    d',
    ]);
  });

  it('puts numbers to the right, and nothing behind the last cell', () => {
    expect(
      table(
        [
          ['東', '10', ''],
          ['abc', '9', 'x'],
        ],
        new Set([1]),
      ),
    ).toEqual(['東   10', 'abc   9  x']);
  });

  it('lets a cell that is wider move the rest', () => {
    expect(line(['東京都', 'x'], [4, 1])).toBe('東京都  x');
  });
});
