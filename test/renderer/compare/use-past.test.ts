// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { FleetStore } from '../../../renderer/api/fleet-store.ts';
import type { PastName } from '../../../renderer/charts/past.ts';
import { usePast } from '../../../renderer/views/compare/use-past.ts';
import { rangeOf } from '../charts/history-ranges.ts';
import { createFakeClient } from '../fake-client.ts';
import { renderHookWith, settled } from '../hooks.tsx';

const id = 'a0000000-0000-4000-8000-000000000000';
const minute = 60_000;
const now = new Date(2026, 4, 20, 12).getTime();
const yesterday = new Date(2026, 4, 19, 12).getTime();

function past(name: PastName, span: Parameters<typeof usePast>[2]) {
  const client = createFakeClient();
  const { call } = client;
  call.mockImplementation(async () => [rangeOf([[yesterday, 1]])]);
  const api = { client, fleet: { now: () => now } as FleetStore };
  const { result } = renderHookWith(api, () => usePast([id], name, span, 300), {});
  return { result, call };
}

describe('the same time of another day', () => {
  it('is fetched of a span that follows the clock with what comes next, so that it lasts a while', async () => {
    const { result, call } = past('day', { lastMs: 5 * minute, refreshMs: 0 });
    await settled();
    expect(call).toHaveBeenCalledTimes(1);
    expect(call.mock.calls[0]?.[1]).toMatchObject({
      ids: [id],
      from: yesterday - 5 * minute,
      to: yesterday + minute,
    });
    expect(result.current?.shift).toBe(now - yesterday);
    expect(result.current?.histories?.byId.get(id)?.at).toEqual([yesterday]);
  });

  it('is fetched of a span that stands still as it is', async () => {
    const { call } = past('day', { from: now - minute, to: now });
    await settled();
    expect(call.mock.calls[0]?.[1]).toMatchObject({ from: yesterday - minute, to: yesterday });
  });

  it('is not fetched where it is not wanted', async () => {
    const { result, call } = past('none', { from: now - minute, to: now });
    await settled();
    expect(call).not.toHaveBeenCalled();
    expect(result.current).toBeNull();
  });
});
