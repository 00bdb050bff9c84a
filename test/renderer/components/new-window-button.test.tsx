// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { NewWindowButton } from '../../../renderer/components/new-window-button.tsx';
import { bridgeProperty } from '../../../shared/ipc/bridge-property.ts';
import { createFakeClient } from '../fake-client.ts';
import { renderWith, settled } from '../hooks.tsx';

afterEach(() => {
  cleanup();
  Reflect.deleteProperty(window, bridgeProperty);
  vi.restoreAllMocks();
});

it('opens what the page shows: by the desktop app where the page is in one, else by the browser', async () => {
  const client = createFakeClient();
  const open = vi.spyOn(window, 'open').mockReturnValue(null);
  window.location.hash = '/compare?ids=a,b';
  renderWith({ client }, <NewWindowButton />);
  const button = screen.getByRole('button', { name: 'Open in a new window' });
  fireEvent.click(button);
  await settled();
  expect(open).toHaveBeenCalledExactlyOnceWith('#/compare?ids=a,b', '_blank', 'noopener');

  Object.assign(window, { [bridgeProperty]: {} });
  fireEvent.click(button);
  await expect
    .poll(() => client.call.mock.calls)
    .toContainEqual(['desktop.openWindow', { address: '/compare?ids=a,b' }]);
  expect(open).toHaveBeenCalledOnce();
});
