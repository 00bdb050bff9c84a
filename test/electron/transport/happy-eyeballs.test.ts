import { describe, expect, it } from 'vitest';
import { firstToSucceed } from '../../../electron/transport/happy-eyeballs.ts';
import { createManualClock, settle } from '../../support/manual-clock.ts';

/** A race between addresses whose attempts the test ends. */
function race(candidates: readonly string[], signal?: AbortSignal) {
  const clock = createManualClock();
  const begun: string[] = [];
  const late: string[] = [];
  const attempts = new Map<string, PromiseWithResolvers<string> & { lost: AbortSignal }>();
  const outcome = firstToSucceed(
    candidates,
    (candidate, lost) => {
      begun.push(candidate);
      const attempt = { ...Promise.withResolvers<string>(), lost };
      attempts.set(candidate, attempt);
      return attempt.promise;
    },
    { headStartMs: 250, onLate: (value) => late.push(value), signal, clock },
  );
  outcome.catch(() => {});
  const of = (candidate: string) => {
    const attempt = attempts.get(candidate);
    if (attempt === undefined) throw new Error(`${candidate} was not begun`);
    return attempt;
  };
  return { clock, begun, late, of, outcome };
}

describe('the first to succeed', () => {
  it('is asked alone, and no other is begun where it answers within its head start', async () => {
    const { clock, begun, of, outcome } = race(['a', 'b', 'c']);
    await clock.advance(249);
    expect(begun).toEqual(['a']);
    of('a').resolve('A');
    await expect(outcome).resolves.toBe('A');
    await clock.advance(10_000);
    expect(begun).toEqual(['a']);
    expect(clock.timers).toBe(0);
  });

  it('may be any that was begun after the head starts of those before', async () => {
    const { clock, begun, of, outcome, late } = race(['a', 'b', 'c']);
    await clock.advance(250);
    expect(begun).toEqual(['a', 'b']);
    await clock.advance(250);
    expect(begun).toEqual(['a', 'b', 'c']);
    of('b').resolve('B');
    await expect(outcome).resolves.toBe('B');
    expect([of('a').lost.aborted, of('c').lost.aborted]).toEqual([true, true]);
    expect(late).toEqual([]);
  });

  it('is the only one that is kept: what another comes to later is handed over to be ended', async () => {
    const { clock, of, outcome, late } = race(['a', 'b']);
    await clock.advance(250);
    of('b').resolve('B');
    await outcome;
    of('a').resolve('A');
    await settle();
    expect(late).toEqual(['A']);
  });

  it('is not waited for longer where the one before has failed', async () => {
    const { clock, begun, of, outcome } = race(['a', 'b', 'c']);
    of('a').reject(new Error('closed'));
    await settle();
    expect(begun).toEqual(['a', 'b']);
    // A head start of its own.
    await clock.advance(249);
    expect(begun).toEqual(['a', 'b']);
    await clock.advance(1);
    expect(begun).toEqual(['a', 'b', 'c']);
    of('b').reject(new Error('closed'));
    of('c').resolve('C');
    await expect(outcome).resolves.toBe('C');
  });

  it('is none where all fail, whose errors are in the order of the addresses', async () => {
    const { clock, of, outcome } = race(['a', 'b']);
    await clock.advance(250);
    of('b').reject(new Error('b failed'));
    of('a').reject(new Error('a failed'));
    const error = await outcome.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AggregateError);
    expect((error as AggregateError).errors.map(String)).toEqual([
      'Error: a failed',
      'Error: b failed',
    ]);
    expect(clock.timers).toBe(0);
  });

  it('is none where there is nothing to try', async () => {
    await expect(race([]).outcome).rejects.toBeInstanceOf(AggregateError);
  });

  it('is not looked for any more once the signal fired, and what comes all the same is handed over', async () => {
    const controller = new AbortController();
    const { clock, begun, of, outcome, late } = race(['a', 'b'], controller.signal);
    controller.abort(new Error('stop'));
    await expect(outcome).rejects.toThrow('stop');
    await clock.advance(10_000);
    expect(begun).toEqual(['a']);
    expect(of('a').lost.aborted).toBe(true);
    of('a').resolve('A');
    await settle();
    expect(late).toEqual(['A']);
  });

  it('is not looked for where the signal has fired before', async () => {
    const { begun, outcome } = race(['a'], AbortSignal.abort(new Error('stop')));
    await expect(outcome).rejects.toThrow('stop');
    expect(begun).toEqual([]);
  });
});
