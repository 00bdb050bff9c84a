import { describe, expect, it, vi } from 'vitest';
import { Inbox, type InboxBounds } from '../../../electron/transport/inbox.ts';

function setUp(bounds: InboxBounds = { messages: 3 }) {
  const onOverflow = vi.fn();
  const inbox = new Inbox(bounds, onOverflow);
  const heard: number[] = [];
  const listener = (message: Uint8Array): void => void heard.push(message[0] ?? 0);
  const put = (first: number, length = 1): void => {
    const message = new Uint8Array(length);
    message[0] = first;
    inbox.put(message);
  };
  return { inbox, heard, listener, put, onOverflow };
}

describe('the inbox of a transport', () => {
  it('hands on what comes while somebody listens, without a bound', () => {
    const { inbox, heard, listener, put, onOverflow } = setUp();
    expect(inbox.isHeard).toBe(false);
    inbox.listen(listener);
    expect(inbox.isHeard).toBe(true);
    for (let i = 0; i < 10; i++) put(i);
    expect(heard).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(onOverflow).not.toHaveBeenCalled();
  });

  it('keeps what comes before, and delivers it first and once', () => {
    const { inbox, heard, listener, put } = setUp();
    put(1);
    put(2);
    inbox.listen(listener);
    put(3);
    inbox.listen(listener);
    expect(heard).toEqual([1, 2, 3]);
  });

  it('keeps again when nobody listens any more', () => {
    const { inbox, heard, listener, put } = setUp();
    inbox.listen(listener)();
    put(1);
    expect(heard).toEqual([]);
    inbox.listen(listener);
    expect(heard).toEqual([1]);
  });

  it('is not taken from its listener by one that left before', () => {
    const { inbox, heard, listener, put } = setUp();
    const leave = inbox.listen(() => {});
    inbox.listen(listener);
    leave();
    put(1);
    expect(heard).toEqual([1]);
  });

  it.each([
    { bounds: { messages: 3 }, length: 1, fits: 3 },
    { bounds: { bytes: 100 }, length: 50, fits: 2 },
    { bounds: { messages: 3, bytes: 1000 }, length: 500, fits: 2 },
  ])('drops all where more comes than $bounds, and tells it', ({ bounds, length, fits }) => {
    const { inbox, heard, listener, put, onOverflow } = setUp(bounds);
    for (let i = 0; i < fits; i++) put(i, length);
    expect(onOverflow).not.toHaveBeenCalled();
    put(fits, length);
    expect(onOverflow).toHaveBeenCalledOnce();
    inbox.listen(listener);
    expect(heard).toEqual([]);
  });

  it('counts anew what comes after it was emptied', () => {
    const { inbox, listener, put, onOverflow } = setUp({ bytes: 100 });
    put(1, 100);
    inbox.listen(listener)();
    put(2, 100);
    expect(onOverflow).not.toHaveBeenCalled();
    put(3);
    expect(onOverflow).toHaveBeenCalledOnce();
  });
});
