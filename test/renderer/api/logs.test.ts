// @vitest-environment happy-dom
import { act } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CallError } from '../../../renderer/api/client.ts';
import { keepLive, mostNews } from '../../../renderer/api/live.ts';
import { useEventLog } from '../../../renderer/api/logs.ts';
import { createQueries } from '../../../renderer/api/queries.ts';
import type { ProxyEvent } from '../../../shared/model/event.ts';
import type { EventFilter } from '../../../shared/model/event-filter.ts';
import { someErrorValue } from '../../support/facts.ts';
import { createFakeClient } from '../fake-client.ts';
import { renderHookWith, settled } from '../hooks.tsx';

const [madrid, lima] = [
  '0b0f2f4e-8a53-4f0e-9d0c-0d1f6f2f7a01',
  '7b1c7f4e-0f0f-4f64-9d2d-3f5a2b6f1c12',
];

const event = (id: number, profileId = madrid): ProxyEvent =>
  ({
    id,
    at: id,
    profileId,
    profileName: 'a',
    kind: 'restarted',
    detail: {},
  }) as ProxyEvent;

/** A window on a log of so many events. */
async function setUp(count: number, filter: EventFilter = {}) {
  const client = createFakeClient();
  let stored = Array.from({ length: count }, (_, i) => event(count - i));
  const answer = (_: string, page: { limit: number; before?: number }) =>
    Promise.resolve(
      stored
        .filter((row) => row.id < (page.before ?? Number.POSITIVE_INFINITY))
        .slice(0, page.limit),
    );
  client.call.mockImplementation(answer);
  const queries = createQueries();
  const news = keepLive(client, queries, () => undefined);
  const { result } = renderHookWith({ client, queries, news }, () => useEventLog(filter), null);
  await settled();
  return {
    client,
    log: () => result.current,
    ids: () => result.current.value?.rows.map((row) => row.id),
    answer,
    happen: (...rows: ProxyEvent[]) =>
      act(async () => {
        stored = [...rows.toReversed(), ...stored];
        for (const row of rows) client.publish('events.added', [row]);
      }),
  };
}

describe('the events', () => {
  it('begin with the newest page, grow at the new end, and by a page at the old one', async () => {
    const { log, ids, happen } = await setUp(150);
    expect(ids()?.at(0)).toBe(150);
    expect(log().value).toMatchObject({ more: true });
    expect(ids()).toHaveLength(100);
    await happen(event(151));
    expect(ids()?.at(0)).toBe(151);
    await act(async () => log().loadOlder());
    await settled();
    expect(ids()).toEqual(Array.from({ length: 151 }, (_, i) => 151 - i));
    expect(log().value).toMatchObject({ more: false });
  });

  it('keep what happens while older ones are fetched', async () => {
    const { log, ids, happen } = await setUp(150);
    await act(async () => {
      const older = log().loadOlder();
      await happen(event(151));
      await older;
    });
    await settled();
    expect(ids()?.at(0)).toBe(151);
    expect(ids()).toHaveLength(151);
  });

  it('of one proxy are its own', async () => {
    const { ids, happen } = await setUp(0, { ids: [madrid] });
    await happen(event(1, lima), event(2));
    expect(ids()).toEqual([2]);
  });

  it('stay when a fetch fails, and say so', async () => {
    const { client, log, ids, answer } = await setUp(5);
    client.call.mockRejectedValue(new CallError(someErrorValue('not-connected')));
    log().reload();
    await settled();
    expect(ids()).toHaveLength(5);
    expect(log().error).toMatchObject({ code: 'not-connected' });
    client.call.mockImplementation(answer);
    log().reload();
    await settled();
    expect(log().error).toBeNull();
  });

  it('do not grow without end where nobody looks at older ones', async () => {
    const { client, ids, happen } = await setUp(100);
    const asked = client.call.mock.calls.length;
    for (let n = 0; n < 5; n++)
      await happen(...Array.from({ length: mostNews / 2 }, (_, i) => event(101 + n * 200 + i)));
    await settled();
    expect(ids()?.at(0)).toBe(100 + 5 * (mostNews / 2));
    expect(ids()?.length).toBeLessThanOrEqual(100 + mostNews);
    expect(client.call.mock.calls.length).toBeGreaterThan(asked);
  });
});
