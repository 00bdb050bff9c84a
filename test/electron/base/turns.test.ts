import { describe, expect, it } from 'vitest';
import { createTurns } from '../../../electron/base/turns.ts';
import { settle } from '../../support/manual-clock.ts';

/** Tasks that note when they begin, and end when the test says so. */
function setUp() {
  const inTurn = createTurns();
  const begun: string[] = [];
  const run = (key: string, name: string) => {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const result = inTurn(key, () => {
      begun.push(name);
      return promise;
    });
    return { result, end: () => resolve(name), fail: () => reject(new Error(name)) };
  };
  return { run, begun };
}

describe('turns', () => {
  it('come one after the other for one key, and side by side for others', async () => {
    const { run, begun } = setUp();
    const first = run('a', 'first');
    const second = run('a', 'second');
    run('b', 'other');
    await settle();
    expect(begun).toEqual(['first', 'other']);
    first.end();
    expect(await first.result).toBe('first');
    await settle();
    expect(begun).toEqual(['first', 'other', 'second']);
    second.end();
    expect(await second.result).toBe('second');
  });

  it('come also after a task that failed, which fails for its own caller alone', async () => {
    const { run, begun } = setUp();
    const first = run('a', 'first');
    const second = run('a', 'second');
    first.fail();
    await expect(first.result).rejects.toThrow('first');
    second.end();
    expect(await second.result).toBe('second');
    expect(begun).toEqual(['first', 'second']);
  });
});
