import { describe, expect, it } from 'vitest';
import { sample } from '../../../renderer/api/sample.ts';
import { createKeyedListeners, createListeners, createStore } from '../../../renderer/api/store.ts';

describe('a store', () => {
  it('tells its listeners of another value, and of the same one nothing', () => {
    const store = createStore(1);
    const heard: number[] = [];
    const stop = store.subscribe(() => heard.push(store.get()));
    store.set(2);
    store.set(2);
    store.set(3);
    stop();
    store.set(4);
    expect(heard).toEqual([2, 3]);
  });

  it('lets a listener leave while it is told', () => {
    const listeners = createListeners();
    const heard: string[] = [];
    const stop = listeners.add(() => {
      heard.push('first');
      stop();
    });
    listeners.add(() => heard.push('second'));
    listeners.tell();
    listeners.tell();
    expect(heard).toEqual(['first', 'second', 'second']);
  });
});

describe('a sampled store', () => {
  const setUp = () => {
    const store = createStore(0);
    const waiting: (() => void)[] = [];
    const heard: number[] = [];
    const stop = sample(
      store,
      1000,
      (value) => heard.push(value),
      (_ms, task) => waiting.push(task),
    );
    return { store, heard, stop, passTime: () => waiting.shift()?.() };
  };

  it('is heard at once after a quiet time, and then once when the time is over', () => {
    const { store, heard, passTime } = setUp();
    store.set(1);
    expect(heard).toEqual([1]);
    store.set(2);
    store.set(3);
    expect(heard).toEqual([1]);
    passTime();
    expect(heard).toEqual([1, 3]);
    passTime();
    passTime();
    store.set(4);
    expect(heard).toEqual([1, 3, 4]);
  });

  it('is not heard any more by who left', () => {
    const { store, heard, stop, passTime } = setUp();
    store.set(1);
    store.set(2);
    stop();
    passTime();
    store.set(3);
    expect(heard).toEqual([1]);
  });
});

describe('listeners by what they listen to', () => {
  it('hear of theirs only, and leave nothing behind', () => {
    const listeners = createKeyedListeners();
    const heard: string[] = [];
    const leave = ['a', 'a', 'b'].map((key) => listeners.add(key, () => heard.push(key)));
    listeners.tell('a');
    listeners.tell('c');
    expect(heard).toEqual(['a', 'a']);
    expect(listeners.size).toBe(2);
    for (const each of leave) each();
    expect(listeners.size).toBe(0);
  });
});
