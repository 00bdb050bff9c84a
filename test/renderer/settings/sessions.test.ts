// @vitest-environment happy-dom
import { act } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { keepLive } from '../../../renderer/api/live.ts';
import { createQueries } from '../../../renderer/api/queries.ts';
import { useCall } from '../../../renderer/api/use-call.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { createFakeClient } from '../fake-client.ts';
import { renderHookWith, settled } from '../hooks.tsx';

const session = (browser: string): CallOutput<'app.sessions'>[number] => ({
  id: crypto.randomUUID(),
  browser,
  begunAt: 0,
  lastSeenAt: 0,
  windows: 1,
  own: true,
});

function setUp() {
  const client = createFakeClient();
  const become = (...browsers: string[]) =>
    client.call.mockResolvedValue(browsers.map((browser) => session(browser)));
  become('one');
  const queries = createQueries();
  const news = keepLive(client, queries, () => undefined);
  const hook = renderHookWith({ client, queries, news }, () => useCall('app.sessions', {}), null);
  const names = () => hook.result.current.value?.map(({ browser }) => browser);
  return { ...hook, client, names, become };
}

describe('the list of sessions', () => {
  it('is fetched, and again whenever it changed or the console is back', async () => {
    const { client, names, become } = setUp();
    await settled();
    expect(names()).toEqual(['one']);
    become('one', 'two');
    await act(async () => client.publish('app.sessionsChanged', null));
    await settled();
    expect(names()).toEqual(['one', 'two']);
    become('three');
    await act(async () => {
      client.state.set('lost');
      client.state.set('open');
    });
    await settled();
    expect(names()).toEqual(['three']);
  });

  it('is not fetched any more once its view is gone', async () => {
    const { unmount, client } = setUp();
    await settled();
    unmount();
    client.call.mockClear();
    client.publish('app.sessionsChanged', null);
    client.state.set('lost');
    client.state.set('open');
    await settled();
    expect(client.call).not.toHaveBeenCalled();
  });
});
