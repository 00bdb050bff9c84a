import type { historyFromCalls } from '../../../shared/ipc/calls/history-from.ts';
import type { HistorySources } from '../../history-from/sources/sources.ts';
import type { Handlers } from '../parts.ts';

/** The calls about history that comes from elsewhere. */
export function historyFromHandlers(
  sources: Omit<HistorySources, 'sourceOf'>,
): Pick<Handlers, keyof typeof historyFromCalls> {
  return {
    'historyFrom.list': () => sources.list(),
    'historyFrom.save': async ({ source, secret }) => {
      await sources.save(source, secret);
      return null;
    },
    'historyFrom.remove': async ({ id }) => {
      await sources.remove(id);
      return null;
    },
    'historyFrom.test': ({ id }, _caller, signal) => sources.test(id, signal),
    'historyFrom.again': () => {
      sources.again();
      return null;
    },
  };
}
