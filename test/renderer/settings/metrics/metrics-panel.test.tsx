// @vitest-environment happy-dom
import { Notifications } from '@mantine/notifications';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { Feed } from '../../../../renderer/api/feed.ts';
import { createStore } from '../../../../renderer/api/store.ts';
import { MetricsPanel } from '../../../../renderer/views/settings/metrics/metrics-panel.tsx';
import type { MetricsState } from '../../../../shared/model/metrics-service.ts';
import { usualPreferences } from '../../../../shared/model/usual-preferences.ts';
import { someErrorValue } from '../../../support/facts.ts';
import { createFakeClient } from '../../fake-client.ts';
import { renderWith, settled } from '../../hooks.tsx';

afterEach(cleanup);

const longWait = { timeout: 60_000 };
const settings = usualPreferences.metrics;
const off: MetricsState = {
  settings,
  hasToken: false,
  said: 'chosen',
  by: '',
  serving: { kind: 'off' },
};
const address = 'http://127.0.0.1:9460/metrics';

async function shown(state: Partial<MetricsState> = {}) {
  const client = createFakeClient();
  client.call.mockImplementation(async (name: string) =>
    name === 'metrics.state' ? { ...off, ...state } : null,
  );
  renderWith(
    { client, feed: createStore<Feed>({ kind: 'fed' }) },
    <>
      <Notifications />
      <h1 tabIndex={-1}>Settings</h1>
      <MetricsPanel />
    </>,
  );
  await settled();
  const saved = () => client.call.mock.calls.filter(([name]) => name === 'metrics.save');
  return { saved, text: document.body.textContent };
}

async function dialog() {
  fireEvent.click(screen.getByRole('button', { name: 'Change' }));
  await screen.findByLabelText('Who reaches it', {}, longWait);
}

const save = async (): Promise<void> => {
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await settled();
};

it('is off by default, and turned on on this machine alone', async () => {
  const { saved, text } = await shown();
  expect(text).toContain('Nothing is served.');
  fireEvent.click(screen.getByRole('switch'));
  await settled();
  expect(saved()).toEqual([['metrics.save', { settings: { ...settings, on: true }, token: null }]]);
});

it('shows where Prometheus finds it, to be copied', async () => {
  const { text } = await shown({ serving: { kind: 'on', address, notRenewed: null } });
  expect(text).toContain(address);
  expect(screen.getByRole('button', { name: 'Copy the address' })).toBeTruthy();
});

it('says why certificate and token are those of before', async () => {
  const notRenewed = someErrorValue('storage-failed');
  const { text } = await shown({ serving: { kind: 'on', address, notRenewed } });
  expect(text).toContain(address);
  expect(text).toContain('could not be read again');
  expect(text).toContain('used meanwhile');
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

it('says why it is not served', async () => {
  const { text } = await shown({
    serving: {
      kind: 'failed',
      error: {
        code: 'invalid-input',
        message: '',
        detail: {
          case: 'port',
          field: 'metrics-port',
          host: '127.0.0.1',
          port: 9460,
          cause: 'EADDRINUSE',
        },
      },
    },
  });
  expect(text).toContain('Port 9460 of 127.0.0.1 is taken by another program.');
  expect(text).toContain('tried again by itself');
  expect(text).not.toContain('--');
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
});

it('wants certificate, key and token where other machines reach it, and makes up the token', async () => {
  const { saved } = await shown();
  await dialog();
  fireEvent.change(screen.getByLabelText('Who reaches it'), { target: { value: 'others' } });
  await save();
  expect(saved()).toEqual([]);
  expect(document.body.textContent).toContain('wants certificate and key');
  const fill = (label: string, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  fill('Certificate', '/etc/spcp/cert.pem');
  fill('Private key', '/etc/spcp/key.pem');
  fill('Token', 'short');
  await save();
  expect(saved()).toEqual([]);
  expect(document.body.textContent).toContain('16 letters');
  fireEvent.click(screen.getByRole('button', { name: 'Make one up' }));
  expect(screen.getByRole('button', { name: 'Copy the token' })).toBeTruthy();
  await save();
  const [, input] = saved()[0] ?? [];
  expect(input).toMatchObject({
    settings: {
      host: '0.0.0.0',
      cert: '/etc/spcp/cert.pem',
      key: '/etc/spcp/key.pem',
      token: true,
    },
    token: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

it('leaves the address under the fingers, also where it reads as one of this machine on the way', async () => {
  await shown();
  await dialog();
  fireEvent.change(screen.getByLabelText('Who reaches it'), { target: { value: 'others' } });
  const host = screen.getByLabelText('Address to listen on');
  for (const value of ['127.0.0.1', '127.0.0.10', '127.0.0.10 ', '::1', '::12']) {
    fireEvent.change(host, { target: { value } });
    expect(screen.getByLabelText<HTMLInputElement>('Address to listen on').value).toBe(value);
  }
  expect(screen.getByLabelText<HTMLSelectElement>('Who reaches it').value).toBe('others');
});

it('gives the focus back to the button that opened it once it is saved', async () => {
  await shown();
  const button = screen.getByRole('button', { name: 'Change' });
  button.focus();
  await dialog();
  screen.getByRole('button', { name: 'Save' }).focus();
  await save();
  await expect.poll(() => document.activeElement).toBe(button);
});

it('keeps the token that there is where none is typed', async () => {
  const { saved } = await shown({ settings: { ...settings, token: true }, hasToken: true });
  await dialog();
  fireEvent.change(screen.getByLabelText('Port'), { target: { value: '9461' } });
  await save();
  expect(saved()).toEqual([
    ['metrics.save', { settings: { ...settings, port: 9461, token: true }, token: null }],
  ]);
});

it.each([
  ['policy', 'Example Corp says where.'],
  ['forbidden', 'Example Corp forbids it.'],
] as const)('says whose word it is: %s', async (said, words) => {
  const { text } = await shown({ said, by: 'Example Corp' });
  expect(text).toContain(words);
  expect(screen.queryByRole('switch')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Change' })).toBeNull();
});

it('says that it is locked, and that the options of the command win', async () => {
  const { text } = await shown({ said: 'locked', by: 'Example Corp' });
  expect(text).toContain('Example Corp');
  expect(screen.getByRole<HTMLInputElement>('switch').disabled).toBe(true);
  cleanup();
  const won = await shown({ said: 'options', serving: { kind: 'on', address, notRenewed: null } });
  expect(won.text).toContain('The options with which the console was started say where.');
});
