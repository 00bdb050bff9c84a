// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { cleanNotifications, notificationsStore } from '@mantine/notifications';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { beforeEach, describe, expect, it } from 'vitest';
import { CallError } from '../../../../renderer/api/client.ts';
import { createFleetStore } from '../../../../renderer/api/fleet-store.ts';
import { startTranslations } from '../../../../renderer/i18n.ts';
import { useMany } from '../../../../renderer/views/profiles/selection/use-many.tsx';
import { createFakeClient } from '../../fake-client.ts';
import { renderHookWith, settled } from '../../hooks.tsx';
import { profileOf, snapshotOf } from '../../snapshots.ts';

const profiles = ['a', 'b', 'c', 'd', 'e'].map((name) => profileOf(name));

function many() {
  const client = createFakeClient();
  client.call.mockResolvedValue(null);
  const fleet = createFleetStore();
  fleet.apply({
    at: 0,
    full: true,
    proxies: profiles.map(({ id }) => snapshotOf(id, id === 'e' ? 'waiting' : 'off')),
    points: [],
    readings: null,
    removed: [],
  });
  const { result } = renderHookWith({ client, fleet }, () => useMany(), null);
  return { client, result };
}

const told = () => {
  const { notifications, queue } = notificationsStore.getState();
  return [...notifications, ...queue];
};

describe('what is done with the chosen proxies', () => {
  beforeEach(() => cleanNotifications());

  it('is told with their names, and a disconnecting can be taken back', async () => {
    const { client, result } = many();
    act(() => result.current.run('disconnect', profiles));
    expect(result.current.progress).toEqual({ action: 'disconnect', over: 0, all: 5 });
    await settled();
    expect(result.current.progress).toBeNull();
    const [done] = told();
    expect(done?.title).toBe('5 proxies disconnected');
    render(
      <I18nextProvider i18n={startTranslations('en')}>
        <MantineProvider>{done?.message}</MantineProvider>
      </I18nextProvider>,
    );
    expect(screen.getByText('a, b, c and 2 more')).toBeDefined();
    client.call.mockClear();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await settled();
    expect(client.call.mock.calls.map(([name, { id }]) => `${name} ${id}`)).toEqual(
      profiles.map(({ id }) => `fleet.connect ${id}`),
    );
  });

  it('takes a connecting back for those that were off, and leaves those that were tried already', async () => {
    const { client, result } = many();
    act(() => result.current.run('connect', profiles));
    await settled();
    const [done] = told();
    expect(done?.title).toBe('5 proxies are being connected');
    const { container } = render(
      <I18nextProvider i18n={startTranslations('en')}>
        <MantineProvider>{done?.message}</MantineProvider>
      </I18nextProvider>,
    );
    client.call.mockClear();
    fireEvent.click(within(container).getByRole('button', { name: 'Undo' }));
    await settled();
    expect(client.call.mock.calls.map(([name, { id }]) => `${name} ${id}`)).toEqual(
      ['a', 'b', 'c', 'd'].map((id) => `fleet.disconnect ${id}`),
    );
  });

  it('names the ones that it failed with, and goes on with the others', async () => {
    const { client, result } = many();
    client.call.mockImplementation((_name: string, { id }: { id: string }) =>
      id === 'b'
        ? Promise.reject(
            new CallError({ code: 'internal', message: 'a bug', detail: { log: 'application' } }),
          )
        : Promise.resolve(null),
    );
    act(() => result.current.run('connect', profiles));
    await settled();
    expect(told().map(({ title }) => title)).toEqual([
      'b: An unexpected error',
      '4 proxies are being connected',
    ]);
  });
});
