// @vitest-environment happy-dom
import { act } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FleetStore } from '../../../renderer/api/fleet-store.ts';
import { patienceMs } from '../../../renderer/api/here-first.ts';
import { useHistories, type WantedSpan } from '../../../renderer/api/use-history.ts';
import type { HistoryRange } from '../../../shared/model/history.ts';
import { rangeOf } from '../charts/history-ranges.ts';
import { createFakeClient } from '../fake-client.ts';
import { renderHookWith, settled } from '../hooks.tsx';

interface Asked {
  readonly ids: readonly string[];
  readonly span: WantedSpan;
}

/** Answers each id with a range whose only value is its place among all that were ever asked. */
function setUp(asked: Asked) {
  const client = createFakeClient();
  client.call.mockImplementation(async (_name: string, { ids }: { ids: string[] }) =>
    ids.map((_, index) => rangeOf([[0, index]])),
  );
  const fleet = { now: () => 100_000 } as FleetStore;
  const hook = renderHookWith(
    { client, fleet },
    ({ ids, span }: Asked) => useHistories(ids, span, 300, false),
    asked,
  );
  return { client, ...hook };
}

it('asks for all at once, back from the console’s now, and gives each its own answer', async () => {
  const { client, result } = setUp({ ids: ['b', 'a'], span: { lastMs: 60_000 } });
  await settled();
  expect(client.call).toHaveBeenCalledOnce();
  expect(client.call.mock.calls[0]?.slice(0, 2)).toEqual([
    'history.range',
    { ids: ['b', 'a'], from: 40_000, to: 100_000, points: 300 },
  ]);
  const { value } = result.current;
  expect(value).toMatchObject({ from: 40_000, to: 100_000 });
  expect(value?.byId.get('a')?.connections.mean).toEqual([1]);
});

it('asks for a span that stands still as it is', async () => {
  const { client } = setUp({ ids: ['a'], span: { from: 5, to: 50 } });
  await settled();
  expect(client.call.mock.calls[0]?.[1]).toMatchObject({ from: 5, to: 50 });
});

it('keeps the last answer until the next is there', async () => {
  const { client, result, rerender } = setUp({ ids: ['a'], span: { lastMs: 1000 } });
  await settled();
  let answer: (ranges: unknown) => void = () => undefined;
  client.call.mockImplementation(() => new Promise((resolve) => (answer = resolve)));
  rerender({ ids: ['a', 'b'], span: { lastMs: 1000 } });
  await settled();
  expect([...(result.current.value?.byId.keys() ?? [])]).toEqual(['a']);
  answer([rangeOf([]), rangeOf([])]);
  await settled();
  expect([...(result.current.value?.byId.keys() ?? [])]).toEqual(['a', 'b']);
});

it('keeps what it has when the next fetch fails, and says so', async () => {
  const { client, result } = setUp({ ids: ['a'], span: { lastMs: 1000 } });
  await settled();
  client.call.mockRejectedValue(new Error('gone'));
  result.current.reload();
  await settled();
  expect(result.current.value?.byId.size).toBe(1);
  expect(result.current.error).not.toBeNull();
});

it('asks nothing while nothing is chosen', async () => {
  const { client, result } = setUp({ ids: [], span: { lastMs: 1000 } });
  await settled();
  expect(client.call).not.toHaveBeenCalled();
  expect(result.current.value).toBeNull();
});

describe('while a Prometheus takes its time', () => {
  const elsewhere = { folderId: null, asked: { from: 0, to: 1 }, spans: [], warnings: [] };
  const pending = { ...elsewhere, fault: null, pending: true } as const;
  const timeout = { kind: 'timeout', seconds: 15 } as const;

  /** A console whose Prometheus answers when it is told to; what it keeps itself is there at once. */
  function slow(kept: Partial<HistoryRange> = { elsewhere: pending }) {
    const answers: ((range: HistoryRange) => void)[] = [];
    const client = createFakeClient();
    client.call.mockImplementation((_name: string, { here }: { here?: boolean }) =>
      here
        ? Promise.resolve([rangeOf([[0, 1]], kept)])
        : new Promise((resolve) => answers.push((range) => resolve([range]))),
    );
    const fleet = { now: () => 100_000 } as FleetStore;
    const hook = renderHookWith(
      { client, fleet },
      () => useHistories(['a'], { lastMs: 60_000 }, 300, false),
      null,
    );
    const shown = () => hook.result.current.value?.byId.get('a') ?? null;
    const answer = async (range: HistoryRange): Promise<void> => {
      answers.at(-1)?.(range);
      await settled();
    };
    const patience = async (): Promise<void> => {
      await act(() => vi.advanceTimersByTimeAsync(patienceMs));
      await settled();
    };
    return { client, shown, answer, patience, again: () => hook.result.current.reload() };
  }
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());
  /** An answer is some turns of timers of no time away from the view. */
  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn++) await act(() => vi.advanceTimersByTimeAsync(1));
  };

  it('shows what is kept here, and completes it', async () => {
    const { shown, answer, patience } = slow();
    await settled();
    expect(shown()).toBeNull();
    await patience();
    expect(shown()).toMatchObject({ at: [0], elsewhere: { pending: true } });
    const read = { ...elsewhere, spans: [{ from: 0, to: 1 }], fault: null };
    await answer(rangeOf([[5, 2]], { elsewhere: read }));
    expect(shown()).toMatchObject({ at: [5], elsewhere: read });
    expect(shown()?.elsewhere?.pending).toBeUndefined();
  });

  it('asks for nothing twice where the whole is there in time', async () => {
    const { client, answer, patience } = slow();
    await settled();
    await answer(rangeOf([]));
    await patience();
    expect(client.call).toHaveBeenCalledOnce();
  });

  it('keeps a picture that has more than what is kept here, until the next whole one', async () => {
    const { shown, answer, patience, again } = slow();
    await settled();
    const read = { ...elsewhere, spans: [{ from: 0, to: 1 }], fault: null };
    await answer(rangeOf([[5, 2]], { elsewhere: read }));
    again();
    await patience();
    expect(shown()?.at).toEqual([5]);
  });

  it('goes on with what is kept here where it did not answer the last time, and still says so', async () => {
    const { shown, answer, patience, again } = slow();
    await settled();
    await answer(rangeOf([], { elsewhere: { ...elsewhere, fault: timeout } }));
    again();
    await patience();
    expect(shown()).toMatchObject({ at: [0], elsewhere: { fault: timeout } });
  });

  it('waits for the whole where nothing of it is elsewhere', async () => {
    const { shown, patience } = slow({});
    await settled();
    await patience();
    expect(shown()).toBeNull();
  });
});
