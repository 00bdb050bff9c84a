import { expect, it } from 'vitest';
import type { PrometheusApi, RangeAnswer } from '../../../electron/history-from/api/api.ts';
import { createReader } from '../../../electron/history-from/reader.ts';
import { createManualClock } from '../../support/manual-clock.ts';

const day = 24 * 3_600_000;
const quarter = 15 * 60_000;
const never = new AbortController().signal;

/** A Prometheus that answers when it is told to. */
function slowOne() {
  const asked: { readonly stepMs: number; readonly signal: AbortSignal }[] = [];
  const answers: ((answer: RangeAnswer) => void)[] = [];
  const api: Pick<PrometheusApi, 'range'> = {
    range: (_, { stepMs }, signal) =>
      new Promise((resolve, reject) => {
        asked.push({ stepMs, signal });
        answers.push(resolve);
        signal.addEventListener('abort', () => reject(signal.reason));
      }),
  };
  const answer = (index: number, firsts: Readonly<Record<string, number>>): void =>
    answers[index]?.({
      kind: 'series',
      series: Object.entries(firsts).map(([profile, at]) => ({
        labels: { profile },
        at: [at],
        values: [1],
      })),
      warnings: [],
    });
  return { reader: createReader(api, createManualClock()), asked, answer };
}

it('asks when the record begins in one question for all proxies of a day, whoever else asks meanwhile', async () => {
  const { reader, asked, answer } = slowOne();
  const both = [reader.since(['a', 'b', 'c'], never), reader.since(['c', 'b', 'a'], never)];
  expect(asked).toHaveLength(1);
  answer(0, { a: 10 * day, b: 10 * day });
  await expect.poll(() => asked.length).toBe(2);
  expect(asked[1]?.stepMs).toBe(quarter);
  answer(1, { a: 9 * day + 2 * quarter, b: 9 * day + 3 * quarter });
  const found = new Map([
    ['a', 9 * day + quarter],
    ['b', 9 * day + 2 * quarter],
    ['c', null],
  ]);
  for (const each of await Promise.all(both)) expect(each).toEqual(found);
  expect(await reader.since(['b'], never)).toEqual(new Map([['b', 9 * day + 2 * quarter]]));
  expect(asked).toHaveLength(2);
});

it('stops asking once nobody waits for it, and not before', async () => {
  const { reader, asked, answer } = slowOne();
  const first = new AbortController();
  const second = new AbortController();
  const one = reader.since(['a'], first.signal);
  const other = reader.since(['a'], second.signal);
  first.abort(new Error('left'));
  await expect(one).rejects.toThrow('left');
  expect(asked[0]?.signal.aborted).toBe(false);
  second.abort(new Error('left too'));
  await expect(other).rejects.toThrow('left too');
  expect(asked[0]?.signal.aborted).toBe(true);
  const again = reader.since(['a'], never);
  expect(asked).toHaveLength(2);
  answer(1, {});
  expect(await again).toEqual(new Map([['a', null]]));
});
