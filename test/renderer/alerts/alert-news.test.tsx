// @vitest-environment happy-dom
import { Notifications } from '@mantine/notifications';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { Feed } from '../../../renderer/api/feed.ts';
import { createStore } from '../../../renderer/api/store.ts';
import { AlertNews } from '../../../renderer/views/shell/alerts/alert-news.tsx';
import type { Alert } from '../../../shared/model/alert.ts';
import { createFakeClient } from '../fake-client.ts';
import { renderWith, settled } from '../hooks.tsx';

afterEach(cleanup);

const longWait = { timeout: 60_000 };
const idOf = (index: number) => `00000000-0000-4000-8000-00000000000${index}`;

function alertOf(index: number, ruleName: string): Alert {
  return {
    id: idOf(index),
    batch: idOf(index),
    about: {
      kind: 'rule',
      ruleId: idOf(index),
      ruleName,
      condition: { kind: 'down', seconds: 60 },
      profileId: idOf(9),
      profileName: 'Gateway',
      value: null,
      usual: null,
    },
    firedAt: index,
    acknowledged: null,
    over: null,
  };
}

it('tells several in one message, each by its rule, which goes when all are acknowledged', async () => {
  const client = createFakeClient();
  const alerts = [alertOf(1, 'Nights'), alertOf(2, 'Days')];
  client.call.mockImplementation(async (name: string) => (name === 'alerts.list' ? alerts : []));
  renderWith(
    { client, feed: createStore<Feed>({ kind: 'fed' }) },
    <>
      <Notifications />
      <AlertNews />
    </>,
  );
  await settled();
  const tell = (alert: Alert | undefined) =>
    act(async () => {
      if (alert !== undefined) client.publish('alerts.news', { kind: 'fired', alerts: [alert] });
    });
  await tell(alerts[0]);
  await tell(alerts[1]);
  await waitFor(() => expect(screen.getAllByRole('alert')).toHaveLength(1), longWait);
  const [message] = screen.getAllByRole('alert');
  expect(message?.textContent).toContain('Nights: Not reached for');
  expect(message?.textContent).toContain('Days: Not reached for');
  const acknowledged = { at: 1, by: 'ana', reason: '' };
  await act(async () =>
    client.publish('alerts.changed', {
      changed: alerts.map((alert) => ({ ...alert, acknowledged })),
      removed: [],
    }),
  );
  await waitFor(() => expect(screen.queryAllByRole('alert')).toEqual([]), longWait);
});
