// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { createFleetStore } from '../../../renderer/api/fleet-store.ts';
import { useOpened, withOpened } from '../../../renderer/api/recent-proxies.ts';
import { mostRecent } from '../../../shared/model/preference-words.ts';
import { createFakeClient } from '../fake-client.ts';
import { renderHookWith, settled } from '../hooks.tsx';

const ids = Array.from({ length: mostRecent }, (_, i) => `proxy ${i}`);

it('has each proxy once, the latest first, and no more than are kept', () => {
  const recent = ids.map((id, at) => ({ id, at }));
  const again = withOpened(recent, 'proxy 3', 99);
  expect(again).toHaveLength(mostRecent);
  expect(again[0]).toEqual({ id: 'proxy 3', at: 99 });
  const another = withOpened(recent, 'another', 99);
  expect(another).toHaveLength(mostRecent);
  expect(another.map(({ id }) => id)).toEqual(['another', ...ids.slice(0, -1)]);
});

it('adds to what the console remembers, not to what the window does not know yet', async () => {
  const client = createFakeClient();
  client.call.mockResolvedValue({ recentProxies: [{ id: 'b', at: 1 }] });
  const setPreferences = vi.fn();
  const fleet = createFleetStore(() => 7);
  renderHookWith({ client, fleet, setPreferences }, useOpened, 'a');
  expect(setPreferences).not.toHaveBeenCalled();
  await settled();
  expect(setPreferences).toHaveBeenCalledWith({
    recentProxies: [
      { id: 'a', at: 7 },
      { id: 'b', at: 1 },
    ],
  });
});

it('does not remember a page that was left before the console answered', async () => {
  const client = createFakeClient();
  client.call.mockResolvedValue({ recentProxies: [] });
  const setPreferences = vi.fn();
  const { unmount } = renderHookWith(
    { client, fleet: createFleetStore(), setPreferences },
    useOpened,
    'a',
  );
  unmount();
  await settled();
  expect(setPreferences).not.toHaveBeenCalled();
});
