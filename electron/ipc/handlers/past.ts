import { AppError } from '../../../shared/errors.ts';
import type { HistoryTotals } from '../../../shared/model/history.ts';
import type { JoinedHistory } from '../../history-from/history-from.ts';
import type { EventStore, HistoryStore } from '../../store/thread/asked.ts';
import type { Handlers } from '../parts.ts';

export interface PastParts {
  readonly history: Pick<JoinedHistory, 'ranges' | 'totals'> & Pick<HistoryStore, 'kept'>;
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
    'history.range': (query, _caller, signal) => {
      if (query.from < query.to) return history.ranges(query, signal);
      throw new AppError('invalid-input', { case: 'field', field: 'to', rule: 'order' });
    },
    'history.totals': async ({ ids, from, to, here }, _caller, signal) => {
      if (!(from < to))
        throw new AppError('invalid-input', { case: 'field', field: 'to', rule: 'order' });
      const totals: HistoryTotals[] = [];
      for (const id of ids) totals.push(await history.totals({ id, from, to, here }, signal));
      return totals;
    },
    'history.kept': (_, _caller, signal) => history.kept(signal),
    'events.list': async (query, _caller, signal) => [...(await events.list(query, signal))],
    'events.count': (filter, _caller, signal) => events.count(filter, signal),
  };
}
