import { setImmediate } from 'node:timers/promises';
import { AppError } from '../../../shared/errors.ts';
import type { HistoryRange, HistoryTotals } from '../../../shared/model/history.ts';
import type { History } from '../../store/history/history.ts';
import type { EventLog } from '../../store/logs/events.ts';
import type { Handlers } from '../parts.ts';

export interface PastParts {
  readonly history: Pick<History, 'range' | 'totals'>;
  readonly events: Pick<EventLog, 'list'>;
}

/** What was recorded of the proxies: readings and events. */
export function pastHandlers({
  history,
  events,
}: PastParts): Pick<Handlers, 'history.range' | 'history.totals' | 'events.list'> {
  return {
    'history.range': async ({ ids, ...span }, _caller, signal) => {
      const ranges: HistoryRange[] = [];
      if (span.from < span.to) {
        for (const id of ids) {
          ranges.push(history.range({ id, ...span }));
          // Polls and windows have their turn between two proxies, and nobody may wait for the others any more.
          await setImmediate();
          signal.throwIfAborted();
        }
        return ranges;
      }
      throw new AppError('invalid-input', { case: 'field', field: 'to', rule: 'order' });
    },
    'history.totals': async ({ ids, from, to }, _caller, signal) => {
      if (!(from < to))
        throw new AppError('invalid-input', { case: 'field', field: 'to', rule: 'order' });
      const totals: HistoryTotals[] = [];
      for (const id of ids) {
        totals.push(history.totals({ id, from, to }));
        await setImmediate();
        signal.throwIfAborted();
      }
      return totals;
    },
    'events.list': (query) => events.list(query),
  };
}
