import { describe, expect, it } from 'vitest';
import type { Steps } from '../../../../electron/base/steps.ts';
import type { Urgency } from '../../../../electron/store/thread/calls.ts';
import { createWork } from '../../../../electron/store/thread/work.ts';
import { someError } from '../../../support/facts.ts';

function setUp() {
  const work = createWork();
  const done: string[] = [];
  let ids = 0;
  const add = (name: string, urgency: Urgency, steps: () => Steps<unknown>): number => {
    const id = ++ids;
    const onError = (error: unknown) => done.push(`${name}: ${(error as { code?: string }).code}`);
    work.add({ id, urgency, begin: steps, onAnswer: () => done.push(name), onError });
    return id;
  };
  /** Of so many parts, each of which is told. */
  const parts = (name: string, count: number) =>
    function* (): Steps<undefined> {
      try {
        for (let part = 1; part <= count; part++) {
          done.push(`${name}${part}`);
          if (part < count) yield;
        }
      } finally {
        done.push(`${name} left`);
      }
      return undefined;
    };
  /** Behind everything that was added, and what that added. */
  const idle = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const begin = function* (): Steps<undefined> {
        for (let turn = 0; turn < 10; turn++) yield;
        return undefined;
      };
      const onAnswer = () => resolve();
      work.add({ id: 0, urgency: 'long', begin, onAnswer, onError: reject });
    });
  return { work, done, add, parts, idle };
}

describe('the work of the store', () => {
  it('is what is to be written, in order, then what somebody waits for, then what is long', async () => {
    const { done, add, parts, idle } = setUp();
    add('long', 'long', parts('l', 1));
    add('read', 'read', parts('r', 1));
    add('first', 'write', parts('w', 2));
    add('second', 'write', parts('v', 1));
    await idle();
    expect(done.filter((what) => !what.endsWith(' left'))).toEqual([
      ...['w1', 'w2', 'first', 'v1', 'second', 'r1', 'read', 'l1', 'long'],
    ]);
  });

  it('goes on with a short one between two parts of a long one', async () => {
    const { done, add, parts, idle } = setUp();
    add('long', 'long', function* () {
      done.push('begun');
      add('short', 'read', parts('s', 1));
      yield;
      return undefined;
    });
    await idle();
    expect(done).toEqual(['begun', 's1', 's left', 'short', 'long']);
  });

  it('takes those of equal urgency in turn, so that none waits for the whole of another', async () => {
    const { done, add, parts, idle } = setUp();
    add('a', 'read', parts('a', 3));
    add('b', 'read', parts('b', 1));
    await idle();
    expect(done.indexOf('b')).toBeLessThan(done.indexOf('a3'));
  });

  it('drops what waits and is taken back, and ends what is under way at its next pause', async () => {
    const { work, done, add, parts, idle } = setUp();
    const waiting = add('waiting', 'read', parts('w', 1));
    work.cancel(waiting);
    const long = add('long', 'long', function* () {
      try {
        done.push('begun');
        yield;
        done.push('went on');
      } finally {
        done.push('cleaned up');
      }
      return undefined;
    });
    add('taking back', 'long', function* () {
      work.cancel(long);
      yield;
      return undefined;
    });
    await idle();
    expect(done).toEqual(['begun', 'cleaned up', 'taking back']);
  });

  it('goes on after one that fails', async () => {
    const { done, add, parts, idle } = setUp();
    add('failing', 'read', () => {
      throw someError('storage-full');
    });
    add('next', 'read', parts('n', 1));
    await idle();
    expect(done).toEqual(['failing: storage-full', 'n1', 'n left', 'next']);
  });

  it('closes once all is written that was to be, and refuses whatever only reads', async () => {
    const { work, done, add, parts } = setUp();
    add('read', 'read', parts('r', 1));
    add('write', 'write', parts('w', 2));
    await work.close();
    expect(done).toEqual(['read: cancelled', 'w1', 'w2', 'w left', 'write']);
  });
});
