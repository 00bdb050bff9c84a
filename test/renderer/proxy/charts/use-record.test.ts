// @vitest-environment happy-dom
import { act } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createFleetStore } from '../../../../renderer/api/fleet-store.ts';
import { createStore } from '../../../../renderer/api/store.ts';
import type { RangeName } from '../../../../renderer/charts/ranges.ts';
import type { TimeSpan } from '../../../../renderer/charts/sparkline-series.ts';
import { useRecord } from '../../../../renderer/views/proxy/charts/use-record.ts';
import { rangeOf } from '../../charts/history-ranges.ts';
import { createFakeClient } from '../../fake-client.ts';
import { renderHookWith, settled } from '../../hooks.tsx';

const now = 1_000_000_000_000;
const hour = 3_600_000;

const news = { events: createStore([]), audit: createStore([]) };

interface Asked {
  readonly range: RangeName;
  readonly zoom: TimeSpan | null;
}

interface Question {
  readonly ids: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly points: number;
}

/** Answers with one point at the start of what is asked, and a record that begins at `since`. */
function setUp(asked: Asked, since: number | null) {
  const client = createFakeClient();
  const questions: Question[] = [];
  client.call.mockImplementation(async (_name: string, question: Question) => {
    questions.push(question);
    return [{ ...rangeOf([[question.from, 1]]), since }];
  });
  const fleet = createFleetStore(() => now);
  const hook = renderHookWith(
    { client, fleet, news },
    ({ range, zoom }: Asked) => useRecord('a', range, zoom),
    asked,
  );
  return { questions, hook };
}

describe('the record of a proxy', () => {
  it('is asked for no further back than it reaches', async () => {
    const { questions, hook } = setUp({ range: '1y', zoom: null }, now - hour);
    await settled();
    const { from, to, points } = questions.at(-1) ?? { from: 0, to: 0, points: 0 };
    expect(to).toBe(now);
    expect(to - from).toBeGreaterThanOrEqual(hour);
    expect(to - from).toBeLessThan(1.5 * hour);
    expect(points).toBe(1000);
    expect(hook.result.current.value?.byId.get('a')?.since).toBe(now - hour);
  });

  it('is asked for over all of the range where it is not known when it begins', async () => {
    const { questions } = setUp({ range: '24h', zoom: null }, null);
    await settled();
    expect(questions.at(-1)).toMatchObject({ from: now - 24 * hour, to: now });
  });

  it('is asked for over a span that stands still as it is', async () => {
    const zoom = { from: now - 5 * hour, to: now - 4 * hour };
    const { questions } = setUp({ range: '5m', zoom }, now - hour);
    await settled();
    expect(questions.at(-1)).toMatchObject(zoom);
  });

  it('is that of the newest question, however late an older one is answered', async () => {
    const client = createFakeClient();
    const answers = new Map<number, (value: unknown) => void>();
    client.call.mockImplementation((_name: string, { from, to, points }: Question) => {
      if (points === 10) return Promise.resolve([{ ...rangeOf([]), since: 0 }]);
      return new Promise((resolve) =>
        answers.set(to - from, () => resolve([rangeOf([[from, 1]])])),
      );
    });
    const { result, rerender } = renderHookWith(
      { client, fleet: createFleetStore(() => now), news },
      ({ range, zoom }: Asked) => useRecord('a', range, zoom),
      { range: '6h', zoom: null } as Asked,
    );
    await settled();
    rerender({ range: '24h', zoom: null });
    await settled();
    await act(async () => answers.get(24 * hour)?.(null));
    await settled();
    await act(async () => answers.get(6 * hour)?.(null));
    await settled();
    const { from = 0, to = 0 } = result.current.value ?? {};
    expect(to - from).toBe(24 * hour);
  });
});
