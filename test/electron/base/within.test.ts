import { getEventListeners } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { within } from '../../../electron/base/within.ts';
import { createManualClock, settle } from '../../support/manual-clock.ts';

/** A step that the test plays, a caller's signal, and a clock that is moved by hand. */
function setUp() {
  const clock = createManualClock();
  const caller = new AbortController();
  const played = Promise.withResolvers<string>();
  const seen: { signal: AbortSignal | null; begun: number } = { signal: null, begun: 0 };
  const step = (signal: AbortSignal): Promise<string> => {
    seen.signal = signal;
    seen.begun++;
    return played.promise;
  };
  const onLate = vi.fn<(value: string) => void>();
  const limits = {
    ms: 1000,
    onTimeout: (): string => {
      throw new Error('too late');
    },
    signal: caller.signal,
    onAbort: () => new Error('cancelled'),
    onLate,
    clock,
  };
  return { clock, caller, played, seen, step, limits, onLate };
}

/** Neither a timer nor a listener is left. */
function expectNothingLeft({ clock, caller }: ReturnType<typeof setUp>): void {
  expect(clock.timers).toBe(0);
  expect(getEventListeners(caller.signal, 'abort')).toHaveLength(0);
}

describe('a step within limits', () => {
  it('holds a timer and a listener while it is under way, and begins at once', () => {
    const set = setUp();
    void within(set.step, set.limits);
    expect(set.seen.begun).toBe(1);
    expect(set.clock.timers).toBe(1);
    expect(getEventListeners(set.caller.signal, 'abort')).toHaveLength(1);
  });

  it('comes to what it answers, and its signal never fires', async () => {
    const set = setUp();
    const result = within(set.step, set.limits);
    set.played.resolve('done');
    expect(await result).toBe('done');
    expectNothingLeft(set);
    set.caller.abort();
    await set.clock.advance(5000);
    expect(set.seen.signal?.aborted).toBe(false);
    expect(set.onLate).not.toHaveBeenCalled();
  });

  it('comes to what it fails with, and is told to end what else it began', async () => {
    const set = setUp();
    const result = within(set.step, set.limits);
    const failure = new Error('refused');
    set.played.reject(failure);
    await expect(result).rejects.toBe(failure);
    expect(set.seen.signal?.reason).toBe(failure);
    expectNothingLeft(set);
  });

  it('comes to what it throws before its first wait', async () => {
    const set = setUp();
    const result = within(() => {
      throw new Error('no such port');
    }, set.limits);
    await expect(result).rejects.toThrow('no such port');
    expectNothingLeft(set);
  });

  it('is told to end when its time is over, and not a moment before', async () => {
    const set = setUp();
    const result = within(set.step, set.limits);
    result.catch(() => {});
    await set.clock.advance(999);
    expect(set.seen.signal?.aborted).toBe(false);
    await set.clock.advance(1);
    await expect(result).rejects.toThrow('too late');
    expect(set.seen.signal?.aborted).toBe(true);
    expectNothingLeft(set);
  });

  it('comes to a value where its time is over and one is given in its place', async () => {
    const set = setUp();
    const result = within(set.step, { ...set.limits, onTimeout: () => 'silent' });
    await set.clock.advance(1000);
    expect(await result).toBe('silent');
    expect(set.seen.signal?.aborted).toBe(true);
    expectNothingLeft(set);
  });

  it('is told to end when the caller no longer wants it', async () => {
    const set = setUp();
    const result = within(set.step, set.limits);
    set.caller.abort();
    await expect(result).rejects.toThrow('cancelled');
    expect(set.seen.signal?.aborted).toBe(true);
    expectNothingLeft(set);
  });

  it("rejects with the signal's reason where nothing else is told", async () => {
    const set = setUp();
    const { onAbort, ...limits } = set.limits;
    const result = within(set.step, limits);
    const reason = new Error('the window was closed');
    set.caller.abort(reason);
    await expect(result).rejects.toBe(reason);
  });

  it('does not begin where the caller no longer wants it', async () => {
    const set = setUp();
    set.caller.abort();
    await expect(within(set.step, set.limits)).rejects.toThrow('cancelled');
    expect(set.seen.begun).toBe(0);
    expectNothingLeft(set);
  });

  it('hands over what came when nobody waited any more, so that it is released', async () => {
    const set = setUp();
    const result = within(set.step, set.limits);
    set.caller.abort();
    await expect(result).rejects.toThrow('cancelled');
    set.played.resolve('an open socket');
    await settle();
    expect(set.onLate).toHaveBeenCalledExactlyOnceWith('an open socket');
  });

  it('hands over what came in the very turn in which the caller gave up', async () => {
    const set = setUp();
    const result = within(set.step, set.limits);
    set.played.resolve('an open socket');
    set.caller.abort();
    await expect(result).rejects.toThrow('cancelled');
    await settle();
    expect(set.onLate).toHaveBeenCalledExactlyOnceWith('an open socket');
  });

  it('fails unheard once nobody waits for it any more', async () => {
    const unheard = vi.fn();
    process.on('unhandledRejection', unheard);
    try {
      const set = setUp();
      const result = within(set.step, set.limits);
      set.caller.abort();
      await expect(result).rejects.toThrow('cancelled');
      set.played.reject(new Error('told to end'));
      await settle();
      expect(unheard).not.toHaveBeenCalled();
    } finally {
      process.off('unhandledRejection', unheard);
    }
  });

  it('waits without end where no time is given', async () => {
    const set = setUp();
    const result = within(set.step, { signal: set.caller.signal, clock: set.clock });
    await set.clock.advance(3_600_000);
    expect(set.clock.timers).toBe(0);
    set.played.resolve('at last');
    expect(await result).toBe('at last');
    expectNothingLeft(set);
  });

  it("keeps to the machine's own time unless told", async () => {
    const begun = performance.now();
    const ended = await within(() => new Promise<string>(() => {}), {
      ms: 30,
      onTimeout: () => 'over',
    });
    expect(ended).toBe('over');
    expect(performance.now() - begun).toBeGreaterThan(25);
  });
});
