import { AppError } from '../../../shared/errors.ts';
import type { History } from '../../store/history/history.ts';
import type { AuditLog } from '../../store/logs/audit.ts';
import type { EventLog } from '../../store/logs/events.ts';
import type { Handlers } from '../parts.ts';

export interface PastParts {
  readonly history: Pick<History, 'range'>;
  readonly events: Pick<EventLog, 'list'>;
  readonly audit: Pick<AuditLog, 'list'>;
}

/** What was recorded: readings, events, changes. */
export function pastHandlers({
  history,
  events,
  audit,
}: PastParts): Pick<Handlers, 'history.range' | 'events.list' | 'audit.list'> {
  return {
    'history.range': (query) => {
      if (query.from < query.to) return history.range(query);
      throw new AppError('invalid-input', 'A range ends after it begins.', {
        detail: { field: 'to', from: query.from, to: query.to },
      });
    },
    'events.list': (query) => events.list(query),
    'audit.list': (query) => audit.list(query),
  };
}
