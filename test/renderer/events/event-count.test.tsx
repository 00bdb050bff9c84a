// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { EventCountLine } from '../../../renderer/views/events/event-count.tsx';
import type { EventFilter } from '../../../shared/model/event-filter.ts';
import { renderWith } from '../hooks.tsx';

const counted = (count: number, unreadable = 0) => ({ count, more: false, newest: 9, unreadable });

it('the number of events is shown as they come, and heard once for each filter', () => {
  const all: EventFilter = {};
  const some: EventFilter = { text: 'uno' };
  const { rerender } = renderWith({}, <EventCountLine filter={all} count={null} />);
  const heard = () => screen.getByRole('status').textContent;
  expect(heard()).toBe('');
  rerender(<EventCountLine filter={all} count={counted(4)} />);
  expect(heard()).toBe('4 events');
  rerender(<EventCountLine filter={all} count={counted(5)} />);
  expect(heard()).toBe('4 events');
  expect(screen.getByText('5 events')).toBeDefined();
  rerender(<EventCountLine filter={some} count={null} />);
  expect(heard()).toBe('');
  rerender(<EventCountLine filter={some} count={counted(1)} />);
  expect(heard()).toBe('One event');
});

it('events that cannot be read are told of', () => {
  renderWith({}, <EventCountLine filter={{}} count={counted(4, 2)} />);
  expect(screen.getByText('2 events cannot be read')).toBeDefined();
});
