// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { Feed } from '../../../renderer/api/feed.ts';
import { createFleetStore } from '../../../renderer/api/fleet-store.ts';
import { createStore } from '../../../renderer/api/store.ts';
import { LensPanel } from '../../../renderer/views/compare/lens-panel.tsx';
import { createFakeClient } from '../fake-client.ts';
import { renderWith, settled } from '../hooks.tsx';
import { profileOf } from '../snapshots.ts';

afterEach(cleanup);

async function open() {
  const client = createFakeClient();
  client.call.mockResolvedValue([]);
  const onClose = vi.fn();
  const fleet = createFleetStore(() => 0);
  const profile = profileOf('alpha');
  const feed = createStore<Feed>({ kind: 'fed' });
  renderWith({ client, fleet, feed }, <LensPanel profile={profile} at={0} onClose={onClose} />);
  await settled();
  return { onClose, frame: screen.getByRole('region', { name: 'Before and after at alpha' }) };
}

it('is a part with a name, has the focus, and is closed by Escape', async () => {
  const { onClose, frame } = await open();
  expect(document.activeElement).toBe(frame);
  fireEvent.keyDown(frame, { key: 'Escape' });
  expect(onClose).toHaveBeenCalledOnce();
});

it('leaves Escape to a control that takes it, or has something open', async () => {
  const { onClose } = await open();
  const control = screen.getByRole('button', { name: 'Close before and after' });
  control.addEventListener('keydown', (event) => event.preventDefault(), { once: true });
  fireEvent.keyDown(control, { key: 'Escape' });
  expect(onClose).not.toHaveBeenCalled();
  control.setAttribute('aria-expanded', 'true');
  fireEvent.keyDown(control, { key: 'Escape' });
  expect(onClose).not.toHaveBeenCalled();
  control.setAttribute('aria-expanded', 'false');
  fireEvent.keyDown(control, { key: 'Escape' });
  expect(onClose).toHaveBeenCalledOnce();
});
