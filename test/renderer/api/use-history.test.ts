// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import type { FleetStore } from '../../../renderer/api/fleet-store.ts';
import { useHistories, type WantedSpan } from '../../../renderer/api/use-history.ts';
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
