import { AppError } from '../../../shared/errors.ts';
import type { HistoryRange, HistoryTotals } from '../../../shared/model/history.ts';
import type { EventStore, HistoryStore } from '../../store/thread/asked.ts';
import type { Handlers } from '../parts.ts';

export interface PastParts {
  readonly history: Pick<HistoryStore, 'range' | 'totals' | 'kept'>;
  readonly events: Pick<EventStore, 'list' | 'count'>;
}

/** What was recorded of the proxies: readings and events. */
export function pastHandlers({
  history,
  events,
}: PastParts): Pick<
  Handlers,
  'history.range' | 'history.totals' | 'history.kept' | 'events.list' | 'events.count'
> {
  return {
    'history.range': async ({ ids, ...span }, _caller, signal) => {
      const ranges: HistoryRange[] = [];
      if (span.from < span.to) {
        // One after the other: others have their turn in between, and the rest of what nobody waits for any more is not asked.
        for (const id of ids) ranges.push(await history.range({ id, ...span }, signal));
        return ranges;
      }
      throw new AppError('invalid-input', { case: 'field', field: 'to', rule: 'order' });
    },
    'history.totals': async ({ ids, from, to }, _caller, signal) => {
      if (!(from < to))
        throw new AppError('invalid-input', { case: 'field', field: 'to', rule: 'order' });
      const totals: HistoryTotals[] = [];
      for (const id of ids) totals.push(await history.totals({ id, from, to }, signal));
      return totals;
    },
    'history.kept': (_, _caller, signal) => history.kept(signal),
    'events.list': async (query, _caller, signal) => [...(await events.list(query, signal))],
    'events.count': (filter, _caller, signal) => events.count(filter, signal),
  };
}
