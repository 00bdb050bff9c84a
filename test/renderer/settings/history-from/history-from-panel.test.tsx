// @vitest-environment happy-dom
import { Notifications } from '@mantine/notifications';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { Feed } from '../../../../renderer/api/feed.ts';
import { createStore } from '../../../../renderer/api/store.ts';
import { HistoryFromPanel } from '../../../../renderer/views/settings/history-from/history-from-panel.tsx';
import type { HistorySourceEntry } from '../../../../shared/ipc/calls/history-from.ts';
import { createFakeClient } from '../../fake-client.ts';
import { renderWith, settled } from '../../hooks.tsx';

afterEach(cleanup);

const longWait = { timeout: 60_000 };
const folder = {
  id: '00000000-0000-4000-8000-00000000000f',
  name: 'Spain',
  parentId: null,
  colour: 'none',
  kept: false,
  settings: {},
};
const entry: HistorySourceEntry = {
  source: {
    id: '00000000-0000-4000-8000-000000000001',
    folderId: null,
    url: 'https://metrics.example/prometheus',
    reach: 'past-kept',
    signIn: 'bearer',
    user: '',
  },
  secret: 'elsewhere',
  fault: { kind: 'unauthorized', status: 401 },
};

async function shown(answers: Readonly<Record<string, unknown>>) {
  const client = createFakeClient();
  const all: Record<string, unknown> = {
    'managed.state': null,
    'folders.list': [folder],
    ...answers,
  };
  client.call.mockImplementation(async (name: string) => all[name] ?? null);
  renderWith(
    { client, feed: createStore<Feed>({ kind: 'fed' }) },
    <>
      <Notifications />
      <HistoryFromPanel />
    </>,
  );
  await settled();
  const called = (name: string) => client.call.mock.calls.filter(([each]) => each === name);
  return { called };
}

it('says that there is none, and adds one for the whole console', async () => {
  const { called } = await shown({ 'historyFrom.list': [] });
  expect(document.body.textContent).toContain('all history is what this console keeps');
  fireEvent.click(screen.getByRole('button', { name: 'Add' }));
  const address = await screen.findByLabelText('Address', {}, longWait);
  fireEvent.change(address, { target: { value: 'metrics:9090' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await settled();
  expect(called('historyFrom.save')).toEqual([]);
  expect(document.body.textContent).toContain('begins with https:// or http://');
  fireEvent.change(address, { target: { value: 'http://metrics:9090' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await settled();
  expect(called('historyFrom.save')).toMatchObject([
    [
      'historyFrom.save',
      { source: { folderId: null, url: 'http://metrics:9090', signIn: 'none' }, secret: null },
    ],
  ]);
});

it('sends no token where others could read it on the way', async () => {
  const { called } = await shown({ 'historyFrom.list': [] });
  fireEvent.click(screen.getByRole('button', { name: 'Add' }));
  fireEvent.change(await screen.findByLabelText('Address', {}, longWait), {
    target: { value: 'http://metrics:9090' },
  });
  fireEvent.change(screen.getByLabelText('It is told who asks'), { target: { value: 'bearer' } });
  fireEvent.change(screen.getByLabelText('Token'), { target: { value: 'a-token' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await settled();
  expect(called('historyFrom.save')).toEqual([]);
  expect(document.body.textContent).toContain('is sent by https only');
});

it('says what keeps one from being read', async () => {
  await shown({ 'historyFrom.list': [entry] });
  expect(document.body.textContent).toContain('was entered for another host');
  expect(document.body.textContent).toContain('It refuses who asks (status 401)');
});

it('offers the folders that have none yet', async () => {
  await shown({ 'historyFrom.list': [entry] });
  fireEvent.click(screen.getByRole('button', { name: 'Add' }));
  const places = await screen.findByLabelText('For', {}, longWait);
  expect([...places.querySelectorAll('option')].map(({ textContent }) => textContent)).toEqual([
    'Spain',
  ]);
});

it('tells what a test found', async () => {
  const { called } = await shown({
    'historyFrom.list': [entry],
    'historyFrom.test': {
      kind: 'read',
      version: '2.42.0',
      metrics: ['spcp_accesses_total', 'spcp_concurrent_connections'],
      known: 3,
      asked: 4,
    },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Test what holds for the whole console' }));
  const told = await screen.findByText(/Release 2\.42\.0/, {}, longWait);
  expect(told.textContent).toContain('2 metrics of proxies');
  expect(told.textContent).toContain('3 of 4 proxies');
  expect(called('historyFrom.test')).toHaveLength(1);
});

it('says by what proxies are found where it has others only', async () => {
  await shown({
    'historyFrom.list': [entry],
    'historyFrom.test': {
      kind: 'read',
      version: '2.42.0',
      metrics: ['spcp_accesses_total', 'spcp_concurrent_connections'],
      known: 0,
      asked: 4,
    },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Test what holds for the whole console' }));
  await screen.findByText('Prometheus has none of these proxies', {}, longWait);
  const told = screen.getByText(/of none of 4 proxies/);
  expect(told.textContent).toContain('by the ids of their profiles');
});

it('asks before one is removed', async () => {
  const { called } = await shown({ 'historyFrom.list': [entry] });
  fireEvent.click(screen.getByRole('button', { name: 'Remove what holds for the whole console' }));
  await screen.findByText('Ask it no more?', {}, longWait);
  expect(called('historyFrom.remove')).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Remove' }));
  await settled();
  expect(called('historyFrom.remove')).toEqual([['historyFrom.remove', { id: entry.source.id }]]);
});

it('says who forbids it', async () => {
  const state = {
    by: 'Example Corp',
    file: '',
    source: 'system',
    locked: [],
    policy: { historyFrom: false },
  };
  await shown({ 'historyFrom.list': [], 'managed.state': state });
  expect(document.body.textContent).toContain('Example Corp forbids it');
  expect(screen.queryByRole('button', { name: 'Add' })).toBeNull();
});
