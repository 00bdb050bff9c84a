import { describe, expect, it } from 'vitest';
import { createOlderPoints } from '../../../renderer/charts/older-points.ts';
import { rangeOf } from './history-ranges.ts';

const turn = () => new Promise((resolve) => setTimeout(resolve));

function setUp(answer: (id: string) => number = () => 1) {
  const asked: (readonly string[])[] = [];
  const tasks = new Map<() => void, number>();
  const older = createOlderPoints({
    fetch: async (ids) => {
      asked.push(ids);
      return ids.map((id) => rangeOf([[answer(id), 1]]));
    },
    after: (ms, task) => {
      tasks.set(task, ms);
      return () => tasks.delete(task);
    },
  });
  /** Lets so many milliseconds pass, as far as the tasks that were set before go. */
  const pass = async (ms: number): Promise<void> => {
    for (const [task, due] of [...tasks]) {
      if (due > ms) continue;
      tasks.delete(task);
      task();
    }
    await turn();
  };
  return { older, asked, tasks, pass };
}

describe('what is kept of before', () => {
  it('is asked for of all that come into view together, at once, and told to each', async () => {
    const { older, asked, pass } = setUp();
    const told: string[] = [];
    older.want('a', () => told.push('a'));
    older.want('b', () => told.push('b'));
    expect(asked).toEqual([]);
    await pass(100);
    expect(asked).toEqual([['a', 'b']]);
    expect(told).toEqual(['a', 'b']);
    expect(older.of('a')?.at).toEqual([1]);
    expect(older.of('c')).toBeNull();
  });

  it('is asked for in portions', async () => {
    const { older, asked, pass } = setUp();
    for (let i = 0; i < 30; i++) older.want(`p${i}`, () => undefined);
    await pass(100);
    expect(asked.map((ids) => ids.length)).toEqual([25, 5]);
  });

  it('is not asked for of what has left the view, nor twice of what is known', async () => {
    const { older, asked, pass } = setUp();
    older.want('a', () => undefined);
    older.want('gone', () => undefined)();
    await pass(100);
    const leave = older.want('a', () => undefined);
    await pass(100);
    leave();
    expect(asked).toEqual([['a']]);
  });

  it('is asked for again after some minutes, and stops when nobody looks', async () => {
    const { older, asked, tasks, pass } = setUp();
    const leave = older.want('a', () => undefined);
    await pass(100);
    await pass(300_000);
    await pass(100);
    expect(asked).toEqual([['a'], ['a']]);
    leave();
    leave();
    expect(tasks.size).toBe(0);
    expect(older.of('a')).toBeNull();
  });

  it('is asked for again a while after it could not be told, once for all that want it', async () => {
    let there = false;
    const { older, asked, pass } = setUp((id) => {
      if (!there) throw new Error(`nobody answers for ${id}`);
      return 7;
    });
    const told: string[] = [];
    older.want('a', () => told.push('a'));
    older.want('b', () => told.push('b'));
    await pass(100);
    expect(asked).toHaveLength(1);
    await pass(5000);
    expect(asked).toHaveLength(1);
    there = true;
    await pass(10_000);
    await pass(100);
    expect(asked).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
    expect(told).toEqual(['a', 'b']);
    expect(older.of('b')?.at).toEqual([7]);
  });

  it('is not known where it cannot be told', async () => {
    const tasks: (() => void)[] = [];
    const older = createOlderPoints({
      fetch: () => Promise.reject(new Error('away')),
      after: (_, task) => {
        tasks.push(task);
        return () => undefined;
      },
    });
    older.want('a', () => undefined);
    tasks[0]?.();
    await turn();
    expect(older.of('a')).toBeNull();
  });
});
