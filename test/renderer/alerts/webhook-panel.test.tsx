// @vitest-environment happy-dom
import { Notifications } from '@mantine/notifications';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { Feed } from '../../../renderer/api/feed.ts';
import { createStore } from '../../../renderer/api/store.ts';
import { WebhookPanel } from '../../../renderer/views/alerts/webhook/webhook-panel.tsx';
import type { WebhookState } from '../../../shared/model/webhook.ts';
import { createFakeClient } from '../fake-client.ts';
import { renderWith, settled } from '../hooks.tsx';

afterEach(cleanup);

const longWait = { timeout: 60_000 };

const state: WebhookState = {
  url: 'https://hooks.example/alerts',
  secret: 'here',
  waiting: 0,
  dropped: 0,
  last: null,
};

it('asks before it is removed', async () => {
  const client = createFakeClient();
  client.call.mockImplementation(async (name: string) => (name === 'managed.state' ? null : state));
  renderWith({ client, feed: createStore<Feed>({ kind: 'fed' }) }, <WebhookPanel />);
  await settled();
  const removals = () => client.call.mock.calls.filter(([name]) => name === 'alerts.setWebhook');
  fireEvent.click(screen.getByRole('button', { name: 'Remove' }));
  const remove = await screen.findByRole('button', { name: 'Remove the webhook' }, longWait);
  expect(removals()).toEqual([]);
  fireEvent.click(remove);
  await settled();
  expect(removals()).toEqual([['alerts.setWebhook', { url: null, secret: null }]]);
});

it('says that a test was not taken, and why', async () => {
  const client = createFakeClient();
  const answers: Record<string, unknown> = {
    'alerts.testWebhook': { kind: 'refused', status: 503 },
    'managed.state': null,
  };
  client.call.mockImplementation(async (name: string) => (name in answers ? answers[name] : state));
  renderWith(
    { client, feed: createStore<Feed>({ kind: 'fed' }) },
    <>
      <Notifications />
      <WebhookPanel />
    </>,
  );
  await settled();
  // What is told later has its place already.
  expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toEqual(['', '']);
  fireEvent.click(screen.getByRole('button', { name: 'Send a test' }));
  const alert = await screen.findByRole('alert', {}, longWait);
  expect(alert.textContent).toContain('The test was not taken');
  expect(alert.textContent).toContain('503');
});

it('says who forbids it, and offers none', async () => {
  const client = createFakeClient();
  client.call.mockImplementation(async (name: string) =>
    name === 'managed.state'
      ? { by: 'Example Corp', locked: [], policy: { webhook: false } }
      : { ...state, url: null },
  );
  renderWith({ client, feed: createStore<Feed>({ kind: 'fed' }) }, <WebhookPanel />);
  await settled();
  await screen.findByText(/Example Corp forbids/, {}, longWait);
  expect(screen.queryByRole('button')).toBeNull();
});
