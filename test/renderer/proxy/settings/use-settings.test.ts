// @vitest-environment happy-dom
import { act } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { keepLive } from '../../../../renderer/api/live.ts';
import { createQueries } from '../../../../renderer/api/queries.ts';
import { settingsAfter } from '../../../../renderer/api/settings-after.ts';
import { useSettings } from '../../../../renderer/views/proxy/settings/use-settings.ts';
import type { Settings } from '../../../../shared/model/change.ts';
import { createFakeClient } from '../../fake-client.ts';
import { renderHookWith, settled } from '../../hooks.tsx';
import { auditRow, proxyId } from './audit-row.ts';

const read: Settings = {
  transformation: null,
  readAt: 500,
  bufferSize: null,
  bufferSizeInDoubt: null,
};

async function setUp() {
  const client = createFakeClient();
  client.call.mockResolvedValue(read);
  const queries = createQueries();
  const api = { client, queries, news: keepLive(client, queries, () => undefined) };
  const rendered = renderHookWith(
    api,
    (ready: boolean) => useSettings(proxyId, ready),
    true as boolean,
  );
  await settled();
  return {
    client,
    rerender: rendered.rerender,
    known: () => rendered.result.current.value,
    publish: async (...rows: Parameters<typeof auditRow>[0][]) => {
      await act(async () => client.publish('audit.changed', rows.map(auditRow)));
      await settled();
    },
  };
}

describe('the settings of a proxy', () => {
  it('are what a change, of any window, says they are now: the proxy is not asked again', async () => {
    const { client, known, publish } = await setUp();
    expect(known()).toEqual(read);
    await publish({ id: 3, at: 900 }, { id: 2, after: 'older', undoable: false });
    expect(known()).toEqual({ ...read, transformation: 'rev', readAt: 900 });
    await publish({
      id: 4,
      at: 950,
      setting: 'bufferSize',
      outcome: 'unverified',
      requested: '64',
    });
    expect(known()).toMatchObject({ transformation: 'rev', bufferSize: { bytes: 64, at: 950 } });
    await publish({ id: 5, profileId: '7b1c7f4e-0f0f-4f64-9d2d-3f5a2b6f1c12', after: 'other' });
    expect(known()).toMatchObject({ transformation: 'rev' });
    expect(client.call).toHaveBeenCalledTimes(1);
  });

  it('are read where nobody knows what a change came to, and whenever the proxy is ready again', async () => {
    const { client, rerender, known, publish } = await setUp();
    client.call.mockResolvedValue({ ...read, transformation: 'cat' });
    await publish({ id: 3, outcome: 'failed', after: null });
    expect(known()).toMatchObject({ transformation: 'cat' });
    rerender(false);
    rerender(true);
    await settled();
    expect(client.call).toHaveBeenCalledTimes(3);
  });
});

describe('what is known after a change', () => {
  it.each([
    [auditRow({ outcome: 'mismatch', after: 'cat' }), 'cat'],
    [auditRow({ outcome: 'conflict', before: 'cat', after: 'cat' }), 'cat'],
    [auditRow({ outcome: 'refused', before: 'old', after: 'old' }), 'old'],
  ])('is what was found in force: $outcome', (row, inForce) => {
    expect(settingsAfter(read, row)).toMatchObject({ transformation: inForce, readAt: row.at });
  });

  it('is in doubt of a buffer size that the proxy may or may not have taken', () => {
    const row = auditRow({ setting: 'bufferSize', outcome: 'failed', requested: '64' });
    const bufferSizeInDoubt = { bytes: 64, at: 1000, actor: 'ana' };
    expect(settingsAfter(read, row)).toEqual({ ...read, bufferSizeInDoubt });
    const taken = auditRow({ setting: 'bufferSize', outcome: 'unverified', requested: '64' });
    expect(settingsAfter({ ...read, bufferSizeInDoubt }, taken)).toMatchObject({
      bufferSize: { bytes: 64 },
      bufferSizeInDoubt: null,
    });
  });
});
