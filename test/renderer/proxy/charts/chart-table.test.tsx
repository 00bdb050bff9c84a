// @vitest-environment happy-dom
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createStore } from '../../../../renderer/api/store.ts';
import type { ChartPicture } from '../../../../renderer/charts/time-chart-series.ts';
import { createAxisTime } from '../../../../renderer/charts/time-chart-time.ts';
import { ChartTable } from '../../../../renderer/views/proxy/charts/chart-table.tsx';
import type { ChartWords } from '../../../../renderer/views/proxy/charts/use-chart-words.ts';
import { renderWith } from '../../hooks.tsx';

const nothing: ChartPicture = {
  from: 0,
  to: 3000,
  at: [],
  mean: [],
  min: null,
  max: null,
  marks: [],
  since: 2900,
  asked: 'the last 3 s',
};
const readings = (to: number, mean: number): ChartPicture => ({
  ...nothing,
  to,
  at: [to - 100],
  mean: [mean],
});

const words: ChartWords = {
  time: createAxisTime('en', 'h23'),
  point: String,
  saySince: String,
  sayMark: ({ kind }) => kind,
  sayMoreMarks: String,
};

/** The table as it is first drawn, and what it is given afterwards. */
async function open(first: ChartPicture) {
  const picture = createStore<ChartPicture | null>(first);
  const router = createRouter({
    routeTree: createRootRoute({
      component: () => (
        <ChartTable
          picture={picture}
          caption="Connections"
          formatValue={String}
          words={words}
          linkOf={() => null}
        />
      ),
    }),
    history: createMemoryHistory(),
  });
  await act(() => router.load());
  renderWith({}, <RouterProvider router={router as never} />);
  return (next: ChartPicture) => act(() => picture.set(next));
}

const cells = () => screen.getAllByRole('cell').map((cell) => cell.textContent);

describe('the table of a chart', () => {
  it('says that there is nothing yet, and fills by itself with the first numbers', async () => {
    const follow = await open(nothing);
    expect(cells()).toEqual(['no data']);
    await follow(readings(3100, 7));
    expect(cells()).toEqual(['7', '7', '7']);
  });

  it('stands still once it has numbers, until another span is asked for', async () => {
    const follow = await open(readings(3000, 7));
    await follow(readings(3100, 8));
    expect(cells()).toEqual(['7', '7', '7']);
    await follow({ ...readings(3200, 9), asked: 'the last hour' });
    expect(cells()).toEqual(['9', '9', '9']);
  });
});
