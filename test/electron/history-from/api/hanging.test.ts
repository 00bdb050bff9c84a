import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../../../electron/base/clock.ts';
import { createApi } from '../../../../electron/history-from/api/api.ts';
import { createHistoryFrom } from '../../../../electron/history-from/history-from.ts';
import { createReader } from '../../../../electron/history-from/reader.ts';
import { lima } from '../../store/audit-entry.ts';
import { everySecond, hour, minute, setUp } from '../../store/history/history-rig.ts';
import { noon } from '../../store/samples.ts';

/** A console with an hour of its own, and a Prometheus that takes questions and never answers. */
async function hanging(timeoutMs?: number) {
  const asked: string[] = [];
  const server = createServer((request) => void asked.push(request.url ?? ''));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { history } = setUp();
  history.add(everySecond(noon, noon + 10 * minute, { profileId: lima }));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const source = {
    id: lima,
    folderId: null,
    url,
    reach: 'all' as const,
    signIn: 'none' as const,
    user: '',
  };
  const timing = timeoutMs === undefined ? {} : { timeoutMs };
  const clock = systemClock;
  const api = createApi({ source, authorization: async () => null, clock, ...timing });
  const reader = createReader(api, clock);
  const joined = createHistoryFrom({
    local: {
      range: async (query) => history.range(query),
      totals: async (query) => history.totals(query),
    },
    sourceOf: () => ({ source, reader }),
    clock,
  });
  return { joined, asked, history };
}

const span = { from: noon, to: noon + hour };

it('what is kept here is told without a word to a Prometheus, and that there is more to ask for', async () => {
  const { joined, asked, history } = await hanging();
  const [range] = await joined.ranges({ ids: [lima], ...span, points: 60, here: true });
  expect(range).toEqual({
    ...history.range({ id: lima, ...span, points: 60 }),
    elsewhere: { folderId: null, asked: span, spans: [], fault: null, warnings: [], pending: true },
  });
  const totals = await joined.totals({ id: lima, ...span, here: true });
  expect(totals.moved).toEqual(history.totals({ id: lima, ...span }).moved);
  expect(totals.moved).not.toBeNull();
  expect(totals.elsewhere).toEqual({ folderId: null, fault: null, pending: true });
  expect(asked).toEqual([]);
});

it('one that does not answer is said to, with what is kept here', async () => {
  const { joined, history } = await hanging(50);
  const [range] = await joined.ranges({ ids: [lima], ...span, points: 60 });
  expect(range).toMatchObject({
    at: history.range({ id: lima, ...span, points: 60 }).at,
    elsewhere: { fault: { kind: 'timeout' }, spans: [] },
  });
  expect(await joined.totals({ id: lima, ...span })).toMatchObject({
    moved: history.totals({ id: lima, ...span }).moved,
    elsewhere: { fault: { kind: 'timeout' } },
  });
});
