// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { LineStatistics } from '../../../renderer/charts/line-statistics.ts';
import { LegendMarks } from '../../../renderer/views/compare/legend-marks.tsx';
import type { LegendRow } from '../../../renderer/views/compare/legend-rows.ts';
import type { HistoryMark } from '../../../shared/model/history.ts';
import { renderWith } from '../hooks.tsx';

afterEach(cleanup);

const change = (at: number): HistoryMark => ({
  ...{ kind: 'change', at, setting: 'transformation', from: null, to: 'rev' },
  ...{ who: 'ada', shell: 'web', outcome: 'verified', auditId: at },
});

function show(marks: readonly HistoryMark[], { pale = false } = {}) {
  const changes = marks.filter(({ kind }) => kind !== 'restart').length;
  const statistics = { restarts: marks.length - changes, changes } as LineStatistics;
  const row: LegendRow = {
    ...{ id: 'alpha', name: 'Alpha', line: 0, pale, statistics, marks },
    ...{ recordedSince: null, neverRecorded: false },
  };
  const onOpen = vi.fn();
  const linkOf = ({ kind, at }: HistoryMark) => (kind === 'restart' ? null : `#/at/${at}`);
  const sayTime = (at: number): string => `at ${at}`;
  renderWith({}, <LegendMarks row={row} sayTime={sayTime} lens={{ linkOf, onOpen }} />);
  return onOpen;
}

it('leads to before and after of a change, and opens it where it is', () => {
  const onOpen = show([change(5)]);
  const link = screen.getByRole('link', { name: '1 change' });
  expect(link.getAttribute('href')).toBe('#/at/5');
  fireEvent.click(link);
  expect(onOpen).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ at: 5, name: 'Alpha' }));
});

it('lets one of several be chosen, the newest first', async () => {
  const onOpen = show([change(5), change(7)]);
  fireEvent.click(screen.getByRole('button', { name: '2 changes' }));
  const items = await screen.findAllByRole('menuitem');
  expect(items.map((item) => item.getAttribute('href'))).toEqual(['#/at/7', '#/at/5']);
  fireEvent.click(items[1] as HTMLElement);
  expect(onOpen).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ at: 5 }));
});

it('leads nowhere from what is of another time', () => {
  show([change(5)], { pale: true });
  expect(screen.queryByRole('link')).toBeNull();
  screen.getByRole('button', { name: '1 change' });
});
