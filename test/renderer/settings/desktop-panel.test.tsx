// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStore } from '../../../renderer/api/store.ts';
import { DesktopPanel } from '../../../renderer/views/settings/desktop-panel.tsx';
import { preferencesSchema } from '../../../shared/model/app-info.ts';
import type { DesktopState } from '../../../shared/model/desktop.ts';
import { createFakeClient, type FakeClient } from '../fake-client.ts';
import { renderWith, settled } from '../hooks.tsx';

afterEach(cleanup);

let client: FakeClient;
const setPreferences = vi.fn();
beforeEach(() => {
  client = createFakeClient();
  setPreferences.mockClear();
});

async function show(desktop: DesktopState | null): Promise<void> {
  client.call.mockImplementation(async (name: string) =>
    name === 'desktop.state' ? desktop : null,
  );
  const preferences = createStore(preferencesSchema.parse({}));
  renderWith({ client, preferences, setPreferences }, <DesktopPanel />);
  await settled();
}
const choice = (name: RegExp) => screen.getByRole<HTMLInputElement>('switch', { name });

it('offers what the desktop can do', async () => {
  await show({ tray: 'there', startAtLogin: 'off', notifications: true });
  fireEvent.click(choice(/^Live on/));
  expect(setPreferences).toHaveBeenLastCalledWith({ closeToTray: true });
  fireEvent.click(choice(/^Tell of/));
  expect(setPreferences).toHaveBeenLastCalledWith({ notifyAlerts: false });
  fireEvent.click(choice(/^Start when/));
  await settled();
  expect(client.call).toHaveBeenCalledWith('desktop.setStartAtLogin', { on: true });
});

it('says what it cannot do and why, and does not offer it', async () => {
  await show({ tray: 'none', startAtLogin: 'not-installed', notifications: false });
  for (const name of [/^Live on/, /^Start when/, /^Tell of/])
    expect(choice(name).disabled).toBe(true);
  expect(screen.getByText(/as on GNOME/)).toBeTruthy();
  expect(screen.getByText(/started from its sources/)).toBeTruthy();
  expect(screen.getByText(/shows no notifications/)).toBeTruthy();
});

it('needs no tray where an app lives on without windows, and is not there without a desktop', async () => {
  await show({ tray: 'lives-on', startAtLogin: 'on', notifications: true });
  expect(screen.getAllByRole('switch')).toHaveLength(2);
  cleanup();
  await show(null);
  expect(screen.queryAllByRole('switch')).toEqual([]);
});
