// @vitest-environment happy-dom
import { act } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFleetStore } from '../../../../../renderer/api/fleet-store.ts';
import { followLocks } from '../../../../../renderer/api/locks.ts';
import { createStore } from '../../../../../renderer/api/store.ts';
import { useLock } from '../../../../../renderer/views/proxy/settings/lock/use-lock.ts';
import type { ErrorValue } from '../../../../../shared/errors.ts';
import type { ProfileEntry } from '../../../../../shared/ipc/contract.ts';
import type { Environment } from '../../../../../shared/model/profile.ts';
import { createFakeClient } from '../../../fake-client.ts';
import { renderHookWith } from '../../../hooks.tsx';
import { proxyId } from '../audit-row.ts';

const profileOf = (environment: Environment) => ({ id: proxyId, environment }) as ProfileEntry;

function setUp(environment: Environment) {
  const client = createFakeClient();
  const locks = followLocks(client, createStore<ErrorValue | null>(null));
  const api = { client, locks, fleet: createFleetStore() };
  const rendered = renderHookWith(
    api,
    (kind: Environment) => useLock(profileOf(kind)),
    environment,
  );
  return {
    ...rendered,
    client,
    tell: (leftMs: number | null) =>
      act(() => client.publish('locks.changed', leftMs === null ? [] : [{ id: proxyId, leftMs }])),
    lock: () => rendered.result.current.lock,
  };
}

describe('a lock', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is as the console tells, whichever window turned it', () => {
    const { tell, lock } = setUp('production');
    expect(lock()).toEqual({ kind: 'locked' });
    tell(600_000);
    expect(lock()).toEqual({ kind: 'unlocked', leftMs: 600_000 });
    tell(null);
    expect(lock()).toEqual({ kind: 'locked' });
  });

  it('counts down by a clock that nobody sets', () => {
    const { tell, lock } = setUp('production');
    tell(10_000);
    vi.setSystemTime(Date.now() - 3_600_000);
    act(() => vi.advanceTimersByTime(4000));
    expect(lock()).toEqual({ kind: 'unlocked', leftMs: 6000 });
    act(() => vi.advanceTimersByTime(7000));
    expect(lock()).toEqual({ kind: 'locked' });
  });

  it('is none but for a production proxy', () => {
    const { lock, rerender } = setUp('staging');
    expect(lock()).toEqual({ kind: 'free' });
    rerender('production');
    expect(lock()).toEqual({ kind: 'locked' });
  });

  it('is turned by the console, not by the window', async () => {
    const { client, result, lock } = setUp('production');
    client.call.mockResolvedValue(null);
    await act(() => result.current.unlock());
    expect(client.call).toHaveBeenCalledWith('change.unlock', { id: proxyId });
    expect(lock()).toEqual({ kind: 'locked' });
  });
});
