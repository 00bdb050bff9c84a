import { describe, expect, it } from 'vitest';
import { csvOf, fileNameOf, jsonOf } from '../../../renderer/views/compare/exported.ts';
import { historyOf } from '../charts/history-ranges.ts';

const shown = {
  span: { from: 0, to: 2000 },
  metrics: ['connections', 'bytesPerSecond'] as const,
  histories: [
    historyOf(
      'a',
      [
        [0, 2],
        [1000, null],
      ],
      { marks: [{ at: 500, kind: 'restart' as const }] },
    ),
    { ...historyOf('b', [[500, 4]]), name: '=1+1, "x"' },
  ],
};

describe('the export', () => {
  it('has in JSON what the store answered, of the metrics that are shown', () => {
    const { proxies, ...rest } = JSON.parse(jsonOf(shown));
    expect(rest).toEqual({ from: 0, to: 2000, metrics: ['connections', 'bytesPerSecond'] });
    const { range } = shown.histories[0] ?? {};
    expect(proxies[0]).toEqual({
      id: 'a',
      name: 'A',
      since: 0,
      level: 'raw',
      at: [0, 1000],
      connections: range?.connections,
      bytesPerSecond: range?.bytesPerSecond,
      marks: [{ at: 500, kind: 'restart' }],
    });
  });

  it('has in CSV a line for each point of each proxy, and nothing where there is no data', () => {
    expect(csvOf({ ...shown, histories: shown.histories.slice(0, 1) })).toBe(
      'time,proxy,id,connections_min,connections_mean,connections_max,bytesPerSecond_min,bytesPerSecond_mean,bytesPerSecond_max\r\n' +
        '1970-01-01T00:00:00.000Z,A,a,1,2,4,1,2,4\r\n' +
        '1970-01-01T00:00:01.000Z,A,a,,,,,,\r\n',
    );
  });

  it('quotes what CSV would take apart, and lets no spreadsheet run a name', () => {
    expect(csvOf(shown).split('\r\n')[3]).toContain(`,"'=1+1, ""x""",b,`);
    const negative = { ...shown, histories: [historyOf('a', [[0, -2]])] };
    expect(csvOf(negative)).toContain(',A,a,-1,-2,-4,');
  });

  it('has a name that says of what and when', () => {
    expect(fileNameOf(shown)).toBe('compare-connections-bytesPerSecond-1970-01-01T000002Z');
  });
});
