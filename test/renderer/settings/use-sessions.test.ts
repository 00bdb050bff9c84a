// @vitest-environment happy-dom
import { act } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Client } from '../../../renderer/api/client.ts';
import { createStore } from '../../../renderer/api/store.ts';
import { type ListedSession, useSessions } from '../../../renderer/views/settings/use-sessions.ts';
import { renderHookWith } from '../hooks.tsx';

const session = (browser: string): ListedSession => ({
  id: crypto.randomUUID(),
  browser,
  begunAt: 0,
  lastSeenAt: 0,
  windows: 1,
  own: true,
});

function setUp() {
  let listed = [session('one')];
  const state = createStore<'open' | 'lost'>('open');
  const listeners = new Set<() => void>();
  const client = {
    state,
    call: vi.fn(() => Promise.resolve(listed)),
    subscribe: (_topic: string, _params: unknown, listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const hook = renderHookWith({ client: client as unknown as Client }, () => useSessions(), null);
  const names = () => hook.result.current.loaded.value?.map(({ browser }) => browser);
  const become = (...browsers: string[]) => {
    listed = browsers.map(session);
  };
  return { ...hook, client, state, listeners, names, become };
}

describe('the list of sessions', () => {
  it('is fetched, and again whenever it changed or the console is back', async () => {
    const { listeners, names, become, state } = setUp();
    await act(async () => undefined);
    expect(names()).toEqual(['one']);
    become('one', 'two');
    await act(async () => {
      for (const tell of listeners) tell();
    });
    expect(names()).toEqual(['one', 'two']);
    become('three');
    await act(async () => {
      state.set('lost');
      state.set('open');
    });
    expect(names()).toEqual(['three']);
  });

  it('is not watched any more once its view is gone', async () => {
    const { listeners, unmount, client, state } = setUp();
    await act(async () => undefined);
    unmount();
    expect(listeners.size).toBe(0);
    client.call.mockClear();
    state.set('lost');
    state.set('open');
    expect(client.call).not.toHaveBeenCalled();
  });
});
