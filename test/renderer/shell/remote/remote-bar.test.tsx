// @vitest-environment happy-dom
import { createMemoryHistory, RouterContextProvider } from '@tanstack/react-router';
import { cleanup, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { createPageRouter } from '../../../../renderer/pages.tsx';
import { RemoteBar } from '../../../../renderer/views/shell/remote/remote-bar.tsx';
import type { ConsoleEntry } from '../../../../shared/ipc/calls/console.ts';
import { someErrorValue } from '../../../support/facts.ts';
import { createFakeClient } from '../../fake-client.ts';
import { renderWith, settled } from '../../hooks.tsx';

const id = '00000000-0000-4000-8000-00000000000a';
const entry: ConsoleEntry = {
  id,
  name: 'Jump host',
  sshDestination: 'ana@jump.example:2222',
  program: 'spcp-console',
  dataDirectory: '',
  state: { kind: 'open' },
  said: { machine: 'jump', user: 'ana', role: 'view', version: '0.9.0', contract: 1 },
  unread: [],
};

beforeEach(() => window.history.replaceState(null, '', `/?console=${id}`));

async function show(more: Partial<ConsoleEntry>, language: 'en' | 'es' = 'en') {
  const client = createFakeClient();
  const list = { consoles: [{ ...entry, ...more }], forbiddenBy: null };
  client.call.mockResolvedValue(list);
  const router = createPageRouter(createMemoryHistory({ initialEntries: ['/'] }));
  renderWith(
    { client },
    <RouterContextProvider router={router}>
      <RemoteBar />
    </RouterContextProvider>,
    language,
  );
  await settled();
}

describe('the frame of a remote console', () => {
  it('says what of it is not read any more', async () => {
    await show({
      unread: ['plans.steps', 'fleet.frames', 'plans.changed', 'of.later', 'toString'],
    });
    const told = document.querySelector('[data-code="unread"]');
    expect(told?.textContent).toContain('plans, states and metrics of its proxies, and itself');
    expect(told?.textContent).toContain('0.9.0');
  });

  it('calls lost only what was open', async () => {
    const error = someErrorValue('remote-console');
    const state = { kind: 'waiting', error, retryAt: 0 } as const;
    await show({ state, said: null });
    expect(screen.getByRole('region').textContent).toContain('Not reached; tried again at');
    cleanup();
    await show({ state });
    expect(screen.getByRole('region').textContent).toContain('Lost; tried again at');
  });

  it('says nothing of that while all is read', async () => {
    await show({});
    expect(screen.getByRole('region').textContent).toContain('Jump host');
    expect(document.querySelector('[data-code="unread"]')).toBeNull();
  });
});
