// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { createFleetStore } from '../../../renderer/api/fleet-store.ts';
import { createStore } from '../../../renderer/api/store.ts';
import type { RangeName } from '../../../renderer/charts/ranges.ts';
import type { TimeSpan } from '../../../renderer/charts/sparkline-series.ts';
import { useCompared } from '../../../renderer/views/compare/use-compared.ts';
import { useRecord } from '../../../renderer/views/proxy/charts/use-record.ts';
import { rangeOf } from '../charts/history-ranges.ts';
import { createFakeClient } from '../fake-client.ts';
import { renderHookWith, settled } from '../hooks.tsx';

const now = 1_000_000_000_000;
const hour = 3_600_000;
const news = { events: createStore([]), audit: createStore([]) };

interface Question {
  readonly ids: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly points: number;
}

interface Wanted {
  readonly range: RangeName;
  readonly zoom: TimeSpan | null;
}

const many = Array.from({ length: 13 }, (_, index) => `proxy ${index}`);
const useOne = ({ range, zoom }: Wanted) => useRecord('proxy 0', range, zoom);
const useMany = ({ range, zoom }: Wanted) => useCompared(many, range, zoom);

/** What is asked of the history last by a page of one proxy or of several. */
async function asked(
  page: 'proxy' | 'compare',
  { range, zoom }: Wanted,
): Promise<Omit<Question, 'ids'>> {
  const client = createFakeClient();
  let last: Omit<Question, 'ids'> | null = null;
  client.call.mockImplementation(async (_name: string, { ids, ...question }: Question) => {
    last = question;
    return ids.map(() => ({ ...rangeOf([[question.from, 1]]), since: 0 }));
  });
  const api = { client, fleet: createFleetStore(() => now), news };
  renderHookWith(api, page === 'proxy' ? useOne : useMany, { range, zoom });
  await settled();
  return last ?? expect.fail('nothing was asked');
}

describe('the points of a span', () => {
  it.each(['5m', '15m', '24h', '1y'] as const)(
    'are the same on the page of a proxy and where many are compared, over %s',
    async (range) => {
      expect(await asked('compare', { range, zoom: null })).toEqual(
        await asked('proxy', { range, zoom: null }),
      );
    },
  );

  it('are the same over a span that stands still', async () => {
    const zoom = { from: now - 30 * hour, to: now - hour };
    expect(await asked('compare', { range: '5m', zoom })).toEqual(
      await asked('proxy', { range: '5m', zoom }),
    );
  });
});
