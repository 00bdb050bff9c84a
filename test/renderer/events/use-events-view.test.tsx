// @vitest-environment happy-dom
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { act } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createFleetStore } from '../../../renderer/api/fleet-store.ts';
import { keepLive } from '../../../renderer/api/live.ts';
import { useEventCount, useEventLog } from '../../../renderer/api/logs.ts';
import { createQueries } from '../../../renderer/api/queries.ts';
import { parseSearch, stringifySearch } from '../../../renderer/api/search-text.ts';
import { eventsSearch } from '../../../renderer/searches.ts';
import { useEventsView } from '../../../renderer/views/events/use-events-view.ts';
import { createFakeClient } from '../fake-client.ts';
import { renderWith, settled } from '../hooks.tsx';

const madrid = '0b0f2f4e-8a53-4f0e-9d0c-0d1f6f2f7a01';
const day = 86_400_000;

/** The events at an address, of a console whose clock is a year ahead; `tell` answers with the profiles. */
async function open(address: string) {
  const client = createFakeClient();
  const profiles = Promise.withResolvers<unknown>();
  client.call.mockImplementation((name: string) =>
    name === 'profiles.list'
      ? profiles.promise
      : Promise.resolve(
          name === 'events.count' ? { count: 0, more: false, newest: 0, unreadable: 0 } : [],
        ),
  );
  const queries = createQueries();
  const news = keepLive(client, queries, () => undefined);
  const now = Date.now() + 365 * day;
  const fleet = createFleetStore(() => now);
  let loaded: boolean | undefined;
  const root = createRootRoute();
  const view = createRoute({
    getParentRoute: () => root,
    path: '/',
    validateSearch: eventsSearch,
    component: () => {
      const { filter, ready } = useEventsView();
      loaded = useEventLog(filter, ready).value !== null;
      useEventCount(filter, ready);
      return null;
    },
  });
  const router = createRouter({
    routeTree: root.addChildren([view]),
    history: createMemoryHistory({ initialEntries: [address] }),
    parseSearch,
    stringifySearch,
  });
  renderWith({ client, queries, news, fleet }, <RouterProvider router={router as never} />);
  await act(() => router.load());
  await settled();
  return {
    now,
    loaded: () => loaded,
    asked: () =>
      client.call.mock.calls.flatMap(([name, input]) =>
        name === 'events.list' || name === 'events.count' ? [input] : [],
      ),
    tell: async () => {
      profiles.resolve([{ id: madrid, name: 'Madrid', folder: 'Spain', tags: '' }]);
      await settled();
    },
  };
}

it('asks for the events of a folder once it is known who is in it', async () => {
  const { asked, tell, loaded } = await open('/?folder=Spain');
  expect([asked(), loaded()]).toEqual([[], false]);
  await tell();
  expect(asked()).toHaveLength(2);
  for (const input of asked()) expect(input).toMatchObject({ ids: [madrid] });
  expect(loaded()).toBe(true);
});

it('waits for no proxies where none is named, and reckons a span by the clock of the console', async () => {
  const { asked, now } = await open('/?span=24h');
  expect(asked()).toHaveLength(2);
  for (const input of asked()) expect(input).toMatchObject({ from: now - day });
});
