import { describe, expect, test } from 'vitest';
import { pollsLost } from '../bench/polling.ts';
import { figuresOf } from '../bench/runner/verdict.ts';
import { watchDuePolls } from '../bench/support/due-polls.ts';
import { judge } from '../bench/support/row.ts';
import { timeReads } from '../bench/support/timed-reads.ts';

describe('a reading that is timed', () => {
  const reading = {
    connections: 1n,
    transferredBytes: 2n,
    accesses: 3n,
    implausible: false,
    roundTripMs: 4,
    ageMs: 2,
  };

  test('is asked as it was asked for, and takes until the last reply', async () => {
    const asked: unknown[] = [];
    let answer = (): void => undefined;
    const client = {
      readMetrics: async (options?: { readonly together?: boolean }) => {
        asked.push(options);
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
        return reading;
      },
    };
    const times: number[] = [];
    timeReads(client, times);
    const begun = performance.now();
    const read = client.readMetrics({ together: false });
    while (performance.now() - begun < 20) await new Promise(setImmediate);
    expect(times).toEqual([]);
    answer();
    expect(await read).toBe(reading);
    expect(asked).toEqual([{ together: false }]);
    expect(times).toHaveLength(1);
    expect(times[0]).toBeGreaterThanOrEqual(19);
  });

  test('is not noted where it fails', async () => {
    const client = {
      readMetrics: async () => {
        throw new Error('lost');
      },
    };
    const times: number[] = [];
    timeReads(client, times);
    await expect(client.readMetrics()).rejects.toThrow('lost');
    expect(times).toEqual([]);
  });
});

describe('polls that were due', () => {
  /** Both are read once a second from 0 on, the second so many times. */
  const fleet = (times: number) => {
    const due = watchDuePolls(['a', 'b'], 1000, 0);
    for (let n = 1; n <= 10; n++) {
      due.came('a', n * 1000 + 30);
      if (n <= times) due.came('b', n * 1000);
    }
    return due;
  };

  test('have all come of a fleet that was read', () => {
    expect(fleet(10).notCome(10_990)).toBe(0);
    expect(fleet(10).notCome(10_499)).toBe(0);
  });

  test('have not come of a proxy whose session was lost, which misses none', () => {
    expect(fleet(4).notCome(10_700)).toBe(6);
  });

  test('are counted from a beginning on, of a proxy that was lost by then too', () => {
    const due = fleet(4);
    due.begin(10_500);
    expect(due.notCome(10_500)).toBe(0);
    for (let n = 11; n <= 20; n++) due.came('a', n * 1000 + 30);
    expect(due.notCome(20_700)).toBe(10);
  });

  test('may be late, and what comes beside is none of another proxy', () => {
    const due = watchDuePolls(['a', 'b'], 1000, 0);
    for (const at of [1000, 2400, 3000, 4000, 5000]) due.came('a', at);
    for (let n = 1; n <= 10; n++) due.came('b', n * 500);
    due.came('another', 1000);
    expect(due.notCome(5000)).toBe(0);
    expect(watchDuePolls(['a'], 5000, 0).notCome(20_000)).toBe(3);
  });
});

test('polls that were missed are compared, however many were taken', () => {
  const rows = (missed: number, notCome: number) =>
    pollsLost(missed, notCome).map((row) => judge('polling-100', row));
  const figures = figuresOf([rows(0, 1)], [rows(2, 3)]);
  expect(figures.map(({ what, before, now }) => [what, before, now])).toEqual([
    ['polls missed', [0], [2]],
    ['polls that were due and did not come', [1], [3]],
  ]);
  expect(rows(0, 1).map(({ within }) => within)).toEqual([true, false]);
});
